package io.powermigrate.testkit.fake.internal.dataverse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Which components solutions hold: rows of {@code solutioncomponents} (wire/dataverse.md, sections 2.1, 2.3). Thread-safe. */
public final class SolutionMembership {
    private final Organisation organisation;

    private SolutionMembership(Organisation organisation) {
        this.organisation = organisation;
    }

    public static SolutionMembership of(Organisation organisation) {
        return new SolutionMembership(organisation);
    }

    /** A new unmanaged component: in the Default solution, and in the named one unless the name is empty. */
    public void note(String uniqueName, int type, String objectId) {
        add(KnownIds.DEFAULT_SOLUTION, type, objectId, 0);
        if (!uniqueName.isEmpty()) {
            solution(uniqueName).ifPresent(each -> add(each.path("solutionid").asText(), type, objectId, 0));
        }
    }

    public Optional<ObjectNode> solution(String uniqueName) {
        return organisation.rows("solutions").first("uniquename", uniqueName);
    }

    /** Gives back the id of the row; that of the one that is there already where it is. */
    public String add(String solutionId, int type, String objectId, int behavior) {
        return find(solutionId, type, objectId)
                .map(each -> each.path("solutioncomponentid").asText())
                .orElseGet(() -> organisation
                        .rows("solutioncomponents")
                        .add(Rows.row()
                                .put("_solutionid_value", solutionId)
                                .put("componenttype", type)
                                .put("objectid", objectId)
                                .put("rootcomponentbehavior", behavior)
                                .put("ismetadata", type < 20)));
    }

    public Optional<ObjectNode> find(String solutionId, int type, String objectId) {
        return of(solutionId).stream()
                .filter(each -> each.path("componenttype").asInt() == type
                        && each.path("objectid").asText().equalsIgnoreCase(objectId))
                .findFirst();
    }

    /** The components of a solution. */
    public List<ObjectNode> of(String solutionId) {
        return organisation.rows("solutioncomponents").where("_solutionid_value", solutionId);
    }

    /** False where it was not in the solution. */
    public boolean remove(String solutionId, int type, String objectId) {
        return find(solutionId, type, objectId)
                .map(each -> organisation
                        .rows("solutioncomponents")
                        .remove(each.path("solutioncomponentid").asText()))
                .orElse(false);
    }

    /** The component is no more: it leaves every solution. */
    public void forget(String objectId) {
        organisation.rows("solutioncomponents").where("objectid", objectId).forEach(each -> organisation
                .rows("solutioncomponents")
                .remove(each.path("solutioncomponentid").asText()));
    }
}
