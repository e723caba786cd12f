package io.powermigrate.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.cds.Cds;
import io.powermigrate.cds.carrier.Leftover;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.testkit.fake.FakeDataverse;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.fake.wire.Dialects;
import io.powermigrate.testkit.solution.ColumnSpec;
import io.powermigrate.testkit.solution.PermissionSetSpec;
import io.powermigrate.testkit.solution.RoleSpec;
import io.powermigrate.testkit.solution.SolutionBuilder;
import io.powermigrate.testkit.solution.TableSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Two tenants: of a large solution a table, a role and a permission set are selected. */
final class ScratchWorld extends World {

    private final FakeEnvironment dev;
    private final FakeEnvironment prod;
    private final Path folder;

    ScratchWorld(Path folder) {
        super(Dialects.standard());
        this.folder = folder;
        FakeUser ada = fake.tenant("contoso.onmicrosoft.com").user("ada@contoso.com", "analytical");
        FakeUser grace = fake.tenant("fabrikam.onmicrosoft.com").user("grace@fabrikam.com", "compiler");
        dev = ada.tenant().environment("Contoso Dev").dataverse("contosodev");
        prod = grace.tenant().environment("Fabrikam Prod").dataverse(PackageWorld.DESTINATION);
        dev.organisation().member(ada, "System Administrator");
        prod.organisation().member(grace, "System Administrator");
        dev.organisation().solution(everything().toZip());
    }

    private static SolutionBuilder everything() {
        return SolutionBuilder.named("Everything")
                .publisher("contoso", "new")
                .version("1.0.0.0")
                .table(TableSpec.named("new_Order", "Order")
                        .column(ColumnSpec.text("new_Number", 100))
                        .column(ColumnSpec.money("new_Amount", 2).secured()))
                .table(TableSpec.named("new_Invoice", "Invoice"))
                .role(RoleSpec.named("Order reader").privilege("prvReadnew_Order", "Local"))
                .permissionSet(PermissionSetSpec.named("Amounts").reads("new_order", "new_amount"));
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
                List.of(),
                Cargo.SCRATCH);
    }

    FakeDataverse to() {
        return prod.organisation();
    }

    /** What a person does who was told that a run was cut off: once no run is under way, removes what it left. */
    List<Leftover> removeLeftovers() {
        try (Endpoint source =
                order().endpoint("contoso.onmicrosoft.com", "Contoso Dev", "ada@contoso.com", "analytical")) {
            return Cds.removeLeftovers(source, Duration.ZERO);
        }
    }

    /** Unique names of the scratch solutions of the source. */
    List<String> leftovers() {
        return dev.organisation().rows("solutions").stream()
                .flatMap(row -> row.value("uniquename").stream())
                .filter(name -> name.startsWith("powermigrate_"))
                .toList();
    }

    /** Lets time pass until neither an import nor an export runs. */
    void settled() {
        while (to().rows("importjobs").stream()
                .anyMatch(job -> job.value("completedon").isEmpty())) {
            clock().sleep(Duration.ofSeconds(1));
        }
    }

    /** Exactly what was selected is there, once and published, brought by one import; the source is as it was. */
    void assertRight(String as) {
        assertThat(to().solutions().imports()).as(as + ": imports").isEqualTo(1);
        assertThat(to().tables()).as(as).containsOnlyOnce("new_order").doesNotContain("new_invoice");
        assertThat(names("roles")).as(as).containsOnlyOnce("Order reader");
        assertThat(names("fieldsecurityprofiles")).as(as).containsOnlyOnce("Amounts");
        assertThat(to().isPublished()).as(as + ": published").isTrue();
        assertThat(leftovers()).as(as + ": scratch solutions of the source").isEmpty();
        assertThat(dev.organisation().tables()).as(as).contains("new_order", "new_invoice");
    }

    private List<String> names(String set) {
        return to().rows(set).stream()
                .flatMap(row -> row.value("name").stream())
                .toList();
    }
}
