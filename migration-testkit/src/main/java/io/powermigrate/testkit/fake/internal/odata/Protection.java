package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.KnownIds;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import io.powermigrate.testkit.fake.internal.http.Refusal;

/** Rows that nobody changes (wire/dataverse.md, sections 1.4, 4.2). */
final class Protection {

    private Protection() {}

    static void check(Organisation organisation, Table table, ObjectNode row) {
        String id = row.path(table.primaryId()).asText();
        if (table.logicalName().equals("fieldsecurityprofile") && id.equals(KnownIds.ADMINISTRATOR_PROFILE)) {
            throw immutableProfile();
        }
        if (table.logicalName().equals("fieldpermission")
                && row.path("_fieldsecurityprofileid_value").asText().equals(KnownIds.ADMINISTRATOR_PROFILE)) {
            throw immutableProfile();
        }
        if (table.logicalName().equals("role")
                && row.path("_roletemplateid_value").asText().equals(KnownIds.ADMINISTRATOR_TEMPLATE)) {
            throw Refused.argument("The System Administrator role of " + organisation.name() + " cannot be modified.");
        }
    }

    static Refusal immutableProfile() {
        return Refusal.of(
                400, "0x8004f50c", "The System Administrator field security profile cannot be modified or deleted.");
    }
}
