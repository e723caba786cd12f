package io.powermigrate.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.cds.Cds;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.testkit.solution.ColumnSpec;
import io.powermigrate.testkit.solution.PermissionSetSpec;
import io.powermigrate.testkit.solution.RoleSpec;
import io.powermigrate.testkit.solution.SolutionBuilder;
import io.powermigrate.testkit.solution.TableSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Two tenants: of a large solution a table, a role and a permission set are selected. */
final class ScratchWorld extends PackagesWorld {

    ScratchWorld(Path folder) {
        super(folder);
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

    /** Once no run is under way, removes what one that was cut off has left. */
    @Override
    boolean does(Told told) {
        if (!told.remedy().contains("removeLeftovers")) {
            return false;
        }
        try (Endpoint source =
                order().endpoint("contoso.onmicrosoft.com", "Contoso Dev", "ada@contoso.com", "analytical")) {
            assertThat(Cds.removeLeftovers(source, Duration.ZERO))
                    .as("%s", told)
                    .isNotEmpty();
        }
        return true;
    }

    /** Unique names of the scratch solutions of the source. */
    private List<String> leftovers() {
        return dev.organisation().rows("solutions").stream()
                .flatMap(row -> row.value("uniquename").stream())
                .filter(name -> name.startsWith("powermigrate_"))
                .toList();
    }

    /** Exactly what was selected is there, once and published, brought by one import; the source is as it was. */
    @Override
    void assertRight(String as) {
        assertThat(to().solutions().imports()).as(as + ": imports").isEqualTo(1);
        assertThat(to().tables()).as(as).containsOnlyOnce("new_order").doesNotContain("new_invoice");
        assertThat(values("roles", "name")).as(as).containsOnlyOnce("Order reader");
        assertThat(values("fieldsecurityprofiles", "name")).as(as).containsOnlyOnce("Amounts");
        assertThat(to().isPublished()).as(as + ": published").isTrue();
        assertThat(leftovers()).as(as + ": scratch solutions of the source").isEmpty();
        assertThat(dev.organisation().tables()).as(as).contains("new_order", "new_invoice");
    }
}
