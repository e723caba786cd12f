package io.powermigrate.testkit.demo;

import io.powermigrate.testkit.solution.ColumnSpec;
import io.powermigrate.testkit.solution.FlowSpec;
import io.powermigrate.testkit.solution.PermissionSetSpec;
import io.powermigrate.testkit.solution.RoleSpec;
import io.powermigrate.testkit.solution.SolutionBuilder;
import io.powermigrate.testkit.solution.TableSpec;
import io.powermigrate.testkit.solution.VariableSpec;

/** The solution of the built-in world: what the app {@code Account visits} stands on. */
final class CustomerVisits {

    /** Its unique name. */
    static final String NAME = "CustomerVisits";

    /** What its variable needs in each environment. */
    static final String VARIABLE = "contoso_MapUrl";

    /** What its flow sends mail through. */
    static final String REFERENCE = "contoso_mail";

    static final String CONNECTOR = "shared_office365";

    private CustomerVisits() {}

    /** A table with a secured column, a role, a permission set, a variable, and a flow with its connection reference. */
    static byte[] solution() {
        return SolutionBuilder.named(NAME)
                .displayName("Customer visits")
                .publisher("contoso", "contoso")
                .version("1.2.0.0")
                .table(TableSpec.named("contoso_Visit", "Visit")
                        .column(ColumnSpec.lookup("contoso_AccountId", "account"))
                        .column(ColumnSpec.dateOnly("contoso_Day"))
                        .column(ColumnSpec.money("contoso_Costs", 2).secured()))
                .role(RoleSpec.named("Visit planner")
                        .privilege("prvReadcontoso_Visit", "Global")
                        .privilege("prvCreatecontoso_Visit", "Local"))
                .permissionSet(PermissionSetSpec.named("Visit costs").reads("contoso_visit", "contoso_costs"))
                .variable(VariableSpec.text(VARIABLE).required().value("https://maps.contoso.com"))
                .connectionReference(REFERENCE, CONNECTOR)
                .flow(FlowSpec.named("Remind of visit").uses(REFERENCE, CONNECTOR))
                .toZip();
    }
}
