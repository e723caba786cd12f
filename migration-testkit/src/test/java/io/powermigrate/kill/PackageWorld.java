package io.powermigrate.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.cds.Cds;
import io.powermigrate.testkit.fake.FakeDataverse;
import io.powermigrate.testkit.fake.FakeRow;
import io.powermigrate.testkit.solution.ColumnSpec;
import io.powermigrate.testkit.solution.FlowSpec;
import io.powermigrate.testkit.solution.PermissionSetSpec;
import io.powermigrate.testkit.solution.RoleSpec;
import io.powermigrate.testkit.solution.SolutionBuilder;
import io.powermigrate.testkit.solution.TableSpec;
import io.powermigrate.testkit.solution.VariableSpec;
import java.nio.file.Path;
import java.util.List;

/** Two tenants: a solution with a table, a role, a permission set, a variable, a connection reference and a flow. */
final class PackageWorld extends PackagesWorld {

    private static final String VALUE = "https://fabrikam.example";
    private static final String LATEST = "1.1.0.0";

    private final String connection;

    /**
     * What a world is like before the first run, and before the second.
     *
     * @param updating whether the destination holds an earlier version
     * @param lost whether the second run has not the journal of the first
     */
    record Kind(boolean updating, boolean lost) {

        static final List<Kind> ALL =
                List.of(new Kind(false, false), new Kind(false, true), new Kind(true, false), new Kind(true, true));

        @Override
        public String toString() {
            return (updating ? "update" : "new") + ", journal " + (lost ? "lost" : "kept");
        }
    }

    PackageWorld(Path folder, Kind kind) {
        super(folder);
        dev.organisation().solution(orders(LATEST).toZip());
        connection = prod.connection("shared_sql", "SQL of Grace").name();
        if (kind.updating()) {
            prod.organisation().solution(orders("1.0.0.0").toZip());
            flow(to()).with("statecode", "0");
        }
    }

    private static SolutionBuilder orders(String version) {
        TableSpec table = TableSpec.named("new_Order", "Order")
                .column(ColumnSpec.money("new_Amount", 2).secured());
        return SolutionBuilder.named("Orders")
                .publisher("contoso", "new")
                .version(version)
                .table(version.equals(LATEST) ? table.column(ColumnSpec.text("new_Number", 100)) : table)
                .role(RoleSpec.named("Order reader").privilege("prvReadnew_Order", "Local"))
                .permissionSet(PermissionSetSpec.named("Amounts").reads("new_order", "new_amount"))
                .variable(VariableSpec.text("new_Url").required())
                .connectionReference("new_sql", "shared_sql")
                .flow(FlowSpec.named("Notify").uses("new_sql", "shared_sql"));
    }

    @Override
    Order order() {
        return new Order(
                fake.address(),
                time(),
                folder.resolve("workspace"),
                folder.resolve("journal"),
                "",
                1,
                List.of(Cds.value("new_Url", VALUE), Cds.reference("new_sql", connection)),
                Cargo.PACKAGE);
    }

    private static FakeRow flow(FakeDataverse dataverse) {
        return dataverse.rows("workflows").stream()
                .filter(row -> row.value("name").filter("Notify"::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    /** Everything there, once, published, bound and switched on, and brought by one import. */
    @Override
    void assertRight(String as) {
        assertThat(to().solutions().imports()).as(as + ": imports").isEqualTo(1);
        assertThat(to().solutions().named("Orders").version()).as(as).contains(LATEST);
        assertThat(to().tables()).as(as).containsOnlyOnce("new_order");
        assertThat(values("roles", "name")).as(as).containsOnlyOnce("Order reader");
        assertThat(values("fieldsecurityprofiles", "name")).as(as).containsOnlyOnce("Amounts");
        assertThat(values("environmentvariablevalues", "value")).as(as).containsExactly(VALUE);
        assertThat(values("connectionreferences", "connectionid")).as(as).containsExactly(connection);
        assertThat(flow(to()).value("statecode")).as(as).contains("1");
        assertThat(to().isPublished()).as(as + ": published").isTrue();
    }
}
