package io.powermigrate.testkit.solution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The columns that every custom table has beside its own, and where their lookups point. */
final class SystemColumns {
    private SystemColumns() {}

    static List<ColumnSpec> of(TableSpec table) {
        List<ColumnSpec> all = new ArrayList<>();
        all.add(set("CreatedBy", "systemuser"));
        all.add(date("CreatedOn"));
        all.add(set("CreatedOnBehalfBy", "systemuser"));
        all.add(ColumnSpec.plain(
                "ImportSequenceNumber",
                "int",
                Map.of("Format", "", "MinValue", "-2147483648", "MaxValue", "2147483647", "ValidForUpdateApi", "0")));
        all.add(set("ModifiedBy", "systemuser"));
        all.add(date("ModifiedOn"));
        all.add(set("ModifiedOnBehalfBy", "systemuser"));
        all.add(key(table));
        all.addAll(table.head().userOwned() ? owners() : List.of());
        all.add(ColumnSpec.plain(
                        "statecode", "state", Map.of("RequiredLevel", "systemrequired", "ValidForCreateApi", "0"))
                .displayName("Status"));
        all.add(ColumnSpec.plain("statuscode", "status", Map.of()).displayName("Status Reason"));
        return all;
    }

    private static ColumnSpec key(TableSpec table) {
        return ColumnSpec.plain(
                        table.schemaName() + "Id",
                        "primarykey",
                        Map.of(
                                "RequiredLevel",
                                "systemrequired",
                                "DisplayMask",
                                "ValidForAdvancedFind|RequiredForGrid",
                                "IsCustomField",
                                "0",
                                "ValidForUpdateApi",
                                "0"))
                .displayName(table.head().label());
    }

    private static List<ColumnSpec> owners() {
        return List.of(
                ColumnSpec.plain("OwnerId", "owner", Map.of("RequiredLevel", "systemrequired", "LookupStyle", "single"))
                        .displayName("Owner"),
                set("OwningBusinessUnit", "businessunit"));
    }

    private static ColumnSpec set(String name, String target) {
        return ColumnSpec.lookup(name, target).with("ValidForUpdateApi", "0").with("ValidForCreateApi", "0");
    }

    private static ColumnSpec date(String name) {
        return ColumnSpec.dateTime(name)
                .with("ValidForUpdateApi", "0")
                .with("ValidForCreateApi", "0")
                .with("CanChangeDateTimeBehavior", "0");
    }
}
