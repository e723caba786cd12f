package io.powermigrate.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.cds.Cds;
import io.powermigrate.testkit.fake.FakeDataverse;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeRow;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.fake.wire.Dialects;
import io.powermigrate.testkit.solution.ColumnSpec;
import io.powermigrate.testkit.solution.FlowSpec;
import io.powermigrate.testkit.solution.PermissionSetSpec;
import io.powermigrate.testkit.solution.RoleSpec;
import io.powermigrate.testkit.solution.SolutionBuilder;
import io.powermigrate.testkit.solution.TableSpec;
import io.powermigrate.testkit.solution.VariableSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Two tenants: a solution with a table, a role, a permission set, a variable, a connection reference and a flow. */
final class PackageWorld extends World {

    static final String DESTINATION = "fabrikamprod";

    private static final String VALUE = "https://fabrikam.example";
    private static final String LATEST = "1.1.0.0";

    private final FakeEnvironment dev;
    private final FakeEnvironment prod;
    private final String connection;
    private final Path folder;

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
        super(Dialects.standard());
        this.folder = folder;
        FakeUser ada = fake.tenant("contoso.onmicrosoft.com").user("ada@contoso.com", "analytical");
        FakeUser grace = fake.tenant("fabrikam.onmicrosoft.com").user("grace@fabrikam.com", "compiler");
        dev = ada.tenant().environment("Contoso Dev").dataverse("contosodev");
        prod = grace.tenant().environment("Fabrikam Prod").dataverse(DESTINATION);
        dev.organisation().member(ada, "System Administrator");
        prod.organisation().member(grace, "System Administrator");
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

    /** The order of a run that knows nothing of those before. */
    Order forgetting() {
        return order().in(folder.resolve("another journal"));
    }

    FakeDataverse to() {
        return prod.organisation();
    }

    private static FakeRow flow(FakeDataverse dataverse) {
        return dataverse.rows("workflows").stream()
                .filter(row -> row.value("name").filter("Notify"::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    /** Lets time pass until no import runs. */
    void settled() {
        while (to().rows("importjobs").stream()
                .anyMatch(job -> job.value("completedon").isEmpty())) {
            clock().sleep(Duration.ofSeconds(1));
        }
    }

    /** Everything there, once, published, bound and switched on, and brought by one import. */
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

    private List<String> values(String set, String member) {
        return to().rows(set).stream()
                .flatMap(row -> row.value(member).stream())
                .toList();
    }
}
