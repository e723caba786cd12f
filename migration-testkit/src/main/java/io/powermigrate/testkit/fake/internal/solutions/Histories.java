package io.powermigrate.testkit.fake.internal.solutions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Rows;
import io.powermigrate.testkit.fake.internal.solutions.model.ImportFailure;
import org.jspecify.annotations.Nullable;

/** The rows of {@code msdyn_solutionhistories} (wire/dataverse.md, section 2.10, dataverse-facts.md, A5). */
final class Histories {
    static final int NEW = 1;
    static final int UPGRADE = 2;
    static final int UPDATE = 3;
    static final int DELETE = 4;
    static final int SINGLE_STEP = 5;

    private final Organisation organisation;

    Histories(SolutionState state) {
        this.organisation = state.organisation();
    }

    /** What an operation is about. */
    record Subject(String solution, String version, String publisher, boolean managed, int suboperation) {}

    String started(Jobs.Kind kind, Subject subject) {
        return started(kind.history(), subject);
    }

    String started(int operation, Subject subject) {
        return organisation
                .rows("msdyn_solutionhistories")
                .add(Rows.row()
                        .put("msdyn_name", subject.solution())
                        .put("msdyn_solutionversion", subject.version())
                        .put("msdyn_publishername", subject.publisher())
                        .put("msdyn_operation", operation)
                        .put("msdyn_suboperation", subject.suboperation())
                        .put("msdyn_status", 0)
                        .put("msdyn_ismanaged", subject.managed())
                        .put("msdyn_ispatch", false)
                        .put("msdyn_starttime", organisation.stamp())
                        .putNull("msdyn_endtime")
                        .put("msdyn_correlationid", organisation.nextId("correlation"))
                        .put("msdyn_activityid", organisation.nextId("activity")));
    }

    void ended(String id, @Nullable ImportFailure why) {
        ObjectNode row = Rows.row()
                .put("msdyn_status", 1)
                .put("msdyn_result", why == null)
                .put("msdyn_endtime", organisation.stamp());
        if (why != null) {
            row.put("msdyn_errorcode", String.valueOf(why.code())).put("msdyn_exceptionmessage", why.text());
        }
        organisation.rows("msdyn_solutionhistories").update(id, row);
    }
}
