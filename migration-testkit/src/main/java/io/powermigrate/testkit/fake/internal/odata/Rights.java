package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Security;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import io.powermigrate.testkit.fake.internal.http.Refusal;

/** Refuses what the roles of the caller do not allow (wire/dataverse.md, section 1.4). */
public final class Rights {

    private Rights() {}

    static void check(Request request, String right, Table table) {
        check(request, "prv" + right + table.schemaName());
    }

    /** A privilege that the organisation does not know is needed for nothing. */
    public static void check(Request request, String privilege) {
        Security security = request.organisation().security();
        security.privilege(privilege).ifPresent(row -> {
            if (!security.allows(request.userId(), privilege)) {
                throw missing(request, row);
            }
        });
    }

    private static Refusal missing(Request request, ObjectNode privilege) {
        String user = request.userId();
        return Refusal.of(
                403,
                "0x80040220",
                "Principal user (Id=" + user + ", type=8, roleCount="
                        + request.organisation().members().rolesOf(user).size() + ", privilegeCount="
                        + request.organisation().security().grantedToUser(user).size()
                        + ", accessMode=0 Read-Write) is missing "
                        + privilege.path("name").asText()
                        + " privilege (Id=" + privilege.path("privilegeid").asText() + ")");
    }
}
