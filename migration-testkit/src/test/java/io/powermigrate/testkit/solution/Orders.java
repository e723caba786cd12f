package io.powermigrate.testkit.solution;

import java.nio.charset.StandardCharsets;

/** The solution that most tests take: one of everything. */
final class Orders {
    static final TableSpec TABLE = TableSpec.named("new_Order", "Order")
            .column(ColumnSpec.text("new_Code", 20).required())
            .column(ColumnSpec.memo("new_Notes", 2000))
            .column(ColumnSpec.whole("new_Pieces", 0, 1000))
            .column(ColumnSpec.decimal("new_Weight", 3))
            .column(ColumnSpec.floating("new_Factor", 5))
            .column(ColumnSpec.money("new_Amount", 2).secured())
            .column(ColumnSpec.yesNo("new_Urgent"))
            .column(ColumnSpec.dateTime("new_Placed"))
            .column(ColumnSpec.dateOnly("new_Due"))
            .column(ColumnSpec.choice("new_RegionCode", "new_region"))
            .column(ColumnSpec.choices("new_Regions", "new_region"))
            .column(ColumnSpec.choice("new_Kind", ChoiceSpec.named("new_kind").option(100000000, "Sample")))
            .column(ColumnSpec.lookup("new_CustomerId", "account"))
            .column(ColumnSpec.file("new_Contract", 32768))
            .column(ColumnSpec.image("new_Picture", 10240))
            .key("new_ByCode", "new_code")
            .manyToMany("new_order_contact", "contact");

    private Orders() {}

    static SolutionBuilder whole() {
        return SolutionBuilder.named("Orders")
                .displayName("Orders of customers")
                .table(TABLE)
                .choice(ChoiceSpec.named("new_region")
                        .option(100000000, "North")
                        .option(100000001, "South"))
                .role(RoleSpec.named("Order clerk")
                        .privilege("prvReadnew_Order", "Global")
                        .privilege("prvWritenew_Order", "Basic"))
                .permissionSet(PermissionSetSpec.named("Amounts").edits("new_order", "new_amount"))
                .variable(VariableSpec.text("new_Site").defaultValue("https://contoso.example"))
                .connectionReference("new_sharedoffice365_1", "shared_office365")
                .flow(FlowSpec.named("Notify the customer").uses("new_sharedoffice365_1", "shared_office365"))
                .webResource("new_/script.js", 3, "alert(1)".getBytes(StandardCharsets.UTF_8));
    }
}
