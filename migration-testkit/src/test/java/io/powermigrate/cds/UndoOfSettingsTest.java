package io.powermigrate.cds;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.UndoMigration;
import io.powermigrate.cds.carrier.SolutionOptions;
import io.powermigrate.cds.reference.ReferenceBinding;
import io.powermigrate.cds.variable.VariableValue;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.powerapps.PowerApps;
import io.powermigrate.report.Report;
import io.powermigrate.rule.Finding;
import io.powermigrate.testkit.fake.FakeConnection;
import io.powermigrate.testkit.solution.SolutionBuilder;
import io.powermigrate.testkit.solution.VariableSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Bound connections are put back; values, which nobody keeps, and packages are for a person. */
class UndoOfSettingsTest extends Situations {

    private static final ResourceKey URL = VariableValue.TYPE.key("new_Url");
    private static final ResourceKey SQL = ReferenceBinding.TYPE.key("new_sql");

    private static SolutionBuilder made(String version) {
        return orders(version).variable(VariableSpec.text("new_Url")).connectionReference("new_sql", "shared_sql");
    }

    private Migration undo(Report report) {
        return UndoMigration.of(
                        report,
                        world.target,
                        world.workspace,
                        PowerApps.plugin(),
                        Cds.plugin(SolutionOptions.defaults()))
                .journal(world.journal)
                .time(world.fake.time())
                .build();
    }

    private String of(String rows, String column) {
        return world.to().rows(rows).stream()
                .findFirst()
                .flatMap(row -> row.value(column))
                .orElse("none");
    }

    /** A second version with other settings, over the first one. */
    private Report changed(FakeConnection first, FakeConnection second) throws IOException {
        run(made("1.0.0.0"), Cds.value("new_Url", "https://old.example"), Cds.reference("new_sql", first.name()))
                .orThrow();
        Report report = run(
                made("2.0.0.0"), Cds.value("new_Url", "https://new.example"), Cds.reference("new_sql", second.name()));
        report.orThrow();
        assertThat(of("environmentvariablevalues", "value")).isEqualTo("https://new.example");
        assertThat(of("connectionreferences", "connectionid")).isEqualTo(second.name());
        return report;
    }

    @Test
    void a_bound_connection_is_as_before_and_values_and_packages_are_for_a_person() throws IOException {
        FakeConnection first = world.prod.connection("shared_sql", "SQL of Grace");
        Report report = changed(first, world.prod.connection("shared_sql", "Other SQL of Grace"));
        Plan plan = undo(report).plan();
        isForAPerson(plan, URL, "Run again with its former value in the line Cds.value(\"new_Url\", \"<value>\")");
        isForAPerson(plan, ORDERS, "Import the package of that time");
        assertThat(plan.step(SQL).orElseThrow().action()).isEqualTo(Action.UPDATE);
        Report undone = world.run(undo(report));
        isDone(undone, SQL);
        assertThat(of("environmentvariablevalues", "value")).isEqualTo("https://new.example");
        assertThat(of("connectionreferences", "connectionid")).isEqualTo(first.name());
    }

    private static void isForAPerson(Plan plan, ResourceKey key, String remedy) {
        assertThat(plan.step(key).orElseThrow().action()).isEqualTo(Action.BLOCKED);
        assertThat(plan.step(key).orElseThrow().findings())
                .extracting(Finding::remedy)
                .anySatisfy(words -> assertThat(words).contains(remedy));
    }

    @Test
    void nothing_of_a_value_is_kept() throws IOException {
        Report report = changed(
                world.prod.connection("shared_sql", "SQL of Grace"),
                world.prod.connection("shared_sql", "Other SQL of Grace"));
        assertThat(report.toJson()).doesNotContain("old.example");
        try (Stream<Path> files = Files.walk(world.workspace.folder())) {
            assertThat(files.filter(Files::isRegularFile)).allSatisfy(file -> assertThat(Files.readAllBytes(file))
                    .asString(StandardCharsets.ISO_8859_1)
                    .doesNotContain("old.example"));
        }
    }
}
