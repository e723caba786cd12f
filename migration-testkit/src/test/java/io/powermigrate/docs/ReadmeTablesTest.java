package io.powermigrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.approval.Approval;
import io.powermigrate.cds.TwoOrganizations;
import io.powermigrate.report.Report;
import org.junit.jupiter.api.Test;

/** The README's solution with its table, role, permission set and variable arrives as the README says. */
class ReadmeTablesTest {

    private static final Page README = Page.of("README.md");

    @Test
    void tables() {
        try (TwoOrganizations world = new TwoOrganizations();
                Snippets snippet = Snippets.ofStatements(
                        README.block("tables"),
                        "public static Migration run(io.powermigrate.endpoint.Endpoint source,"
                                + " io.powermigrate.endpoint.Endpoint target) {",
                        "return migration; }")) {
            world.from().solution(TwoOrganizations.orders());
            try (Migration migration = (Migration) snippet.run(world.source, world.target)) {
                Report report = migration.execute(migration
                        .plan()
                        .approve(
                                Approval.by("ada@contoso.com", world.fake.time().now())));
                report.orThrow();
            }
            assertThat(world.to().tables()).contains("new_order");
        }
    }
}
