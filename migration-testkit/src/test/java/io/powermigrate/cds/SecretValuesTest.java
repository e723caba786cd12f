package io.powermigrate.cds;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.approval.Approval;
import io.powermigrate.cds.carrier.Solution;
import io.powermigrate.cds.carrier.SolutionOptions;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Scope;
import io.powermigrate.plan.Plan;
import io.powermigrate.report.Report;
import io.powermigrate.testkit.fake.FakeRow;
import io.powermigrate.testkit.solution.SolutionBuilder;
import io.powermigrate.testkit.solution.VariableSpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Values of variables stay in the source: what people read, store or send to the destination does not hold them. */
class SecretValuesTest {

    /** {@link io.powermigrate.LogsOfAllTestsCheck} looks for it in what this test logs. */
    private static final String SECRET = "hunter2-planted";

    private static final String REFERENCE =
            "/subscriptions/1/resourceGroups/g/providers/Microsoft.KeyVault/vaults/fabrikam/secrets/key";

    private final TwoOrganizations world = new TwoOrganizations();
    private final List<String> events = new ArrayList<>();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_value_of_the_source_is_in_no_plan_report_journal_event_or_destination() {
        world.from()
                .solution(SolutionBuilder.named("Orders")
                        .publisher("contoso", "new")
                        .variable(VariableSpec.typed("new_Key", 100000005).value(SECRET))
                        .variable(VariableSpec.text("new_Url").value(SECRET).defaultValue(SECRET))
                        .toZip());
        Migration migration = world.migration(SolutionOptions.defaults())
                .scope(Scope.of(Solution.TYPE).named("Orders").withDependencies())
                .mapping(Mapping.of(Cds.value("new_Key", REFERENCE), Cds.value("new_Url", "https://fabrikam.example")))
                .listener(event -> events.add(event.toString()))
                .build();
        Plan plan = migration.plan();
        Report report = migration.execute(
                plan.approve(Approval.by("ada@contoso.com", world.fake.time().now())));
        report.orThrow();

        assertThat(plan.toText() + plan.toLongText() + plan.toJson()).doesNotContain(SECRET);
        assertThat(report.toText() + report.toLongText() + report.toJson()).doesNotContain(SECRET);
        assertThat(world.journal.entries().toString()).doesNotContain(SECRET);
        assertThat(events).isNotEmpty().noneMatch(event -> event.contains(SECRET));
        assertThat(migration.inventory().toJson()).doesNotContain(SECRET);
        assertThat(world.to().rows("environmentvariablevalues"))
                .extracting(row -> value(row))
                .containsExactlyInAnyOrder(REFERENCE, "https://fabrikam.example");
    }

    private static String value(FakeRow row) {
        return row.value("value").orElse("");
    }
}
