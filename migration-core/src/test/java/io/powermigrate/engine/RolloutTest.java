package io.powermigrate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.Migration;
import io.powermigrate.Rollout;
import io.powermigrate.approval.ApprovalPolicy;
import io.powermigrate.approval.ApprovalRequest;
import io.powermigrate.endpoint.NoSuchEnvironmentException;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Inventory;
import io.powermigrate.plan.Plan;
import io.powermigrate.report.Outcome;
import io.powermigrate.rollout.ApprovedRollout;
import io.powermigrate.rollout.CustomerOutcome;
import io.powermigrate.rollout.CustomerOutcome.State;
import io.powermigrate.rollout.RolloutPlan;
import io.powermigrate.rollout.RolloutReport;
import io.powermigrate.rollout.StopRule;
import io.powermigrate.rollout.Target;
import io.powermigrate.store.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One source, many customers: read once, planned and executed each by itself. */
class RolloutTest {

    private final Customers customers = new Customers("Anvil", "Bolt", "Cog");

    @Test
    void everybody_gets_everything_and_the_source_is_read_once() {
        RolloutReport report = customers.run();
        report.orThrow();
        assertThat(customers.complete()).containsExactly("Anvil", "Bolt", "Cog");
        assertThat(report.counts()).containsExactly(Map.entry(State.DONE, 3L));
        assertThat(customers.world.source.requests("READ list app")).hasSize(1);
        assertThat(customers.world.source.requests("READ fetch app a1")).hasSize(1);
    }

    @Test
    void a_snapshot_is_rolled_out_without_asking_the_source() {
        Inventory snapshot =
                Migration.from(customers.world.source.endpoint()).inventory(Workspace.temporary(), customers.world);
        int asked = customers.world.source.requests("").size();
        Customers.run(Migration.from(snapshot)
                        .toEach(customers.targets())
                        .install(customers.world)
                        .time(customers.world.clock.time())
                        .build())
                .orThrow();
        assertThat(customers.world.source.requests("")).hasSize(asked);
    }

    @Test
    void who_cannot_be_opened_read_built_or_written_to_is_told_and_the_others_go_on() {
        Customers many = new Customers("Anvil", "Bolt", "Cog", "Dowel", "Eyelet");
        many.store("Bolt").refuse("list app", "nobody may list");
        many.store("Cog").refuse("create app Costs", "a policy says so");
        List<Target> targets = new ArrayList<>(many.targets());
        targets.add(Target.of("Closed", () -> {
            throw new MigrationException("Nobody was signed in", "Consent");
        }));
        RolloutReport report = Customers.run(many.rollout(targets)
                .each((builder, target) -> {
                    if (target.name().equals("Dowel")) {
                        throw new IllegalStateException("no lines for Dowel");
                    }
                })
                .build());
        assertThat(many.complete()).containsExactly("Anvil", "Eyelet");
        assertThat(report.customers())
                .extracting(each -> each.name() + " " + each.state())
                .containsExactly(
                        "Anvil DONE", "Bolt NOT_STARTED", "Cog FAILED", "Dowel FAILED", "Eyelet DONE", "Closed FAILED");
        assertThat(reason(report, "Bolt")).contains("2 resources wait");
        assertThat(reason(report, "Cog")).contains("Costs: ").contains("a policy says so");
        assertThat(reason(report, "Dowel")).contains("no lines for Dowel");
        assertThat(reason(report, "Closed")).isEqualTo("Nobody was signed in");
        closedIsTold(report);
    }

    private static void closedIsTold(RolloutReport report) {
        CustomerOutcome closed = report.customer("Closed").orElseThrow();
        assertThat(closed.remedy()).isEqualTo("Consent");
        assertThat(closed.count(Outcome.State.NOT_RUN))
                .as("what the others get")
                .isEqualTo(2);
        assertThatThrownBy(report::orThrow)
                .hasMessageStartingWith("4 customers are not done: Cog, because Costs: ")
                .hasMessageContaining("Closed, because Nobody was signed in");
    }

    private static String reason(RolloutReport report, String customer) {
        return report.customer(customer).orElseThrow().reason();
    }

    @Test
    void a_second_run_completes_who_failed_and_leaves_the_others_alone() {
        customers.store("Bolt").refuse("create app Costs", "a policy says so");
        try (Rollout rollout = customers.rollout().build()) {
            RolloutReport first = rollout.execute(rollout.plan().approve(World.approval()));
            assertThat(first.counts()).containsEntry(State.FAILED, 1L).containsEntry(State.DONE, 2L);
            customers.store("Bolt").heal();
            int written = customers.store("Anvil").requests("WRITE").size();
            RolloutReport second = rollout.execute(rollout.plan().approve(World.approval()));
            second.orThrow();
            assertThat(customers.complete()).containsExactly("Anvil", "Bolt", "Cog");
            assertThat(customers.store("Anvil").requests("WRITE")).hasSize(written);
            assertThat(second.customer("Anvil").orElseThrow().begun()).isFalse();
            assertThat(second.customer("Bolt").orElseThrow().outcomes()).hasSize(1);
        }
    }

    @Test
    void who_has_a_journal_in_a_folder_gets_nothing_twice_from_the_next_process(@TempDir Path folder) throws Exception {
        customers.run(rollout -> rollout.journals(folder)).orThrow();
        Store store = customers.store("Bolt");
        store.items("app").forEach(item -> {
            Thing thing = new Thing(item);
            store.remove(thing);
            store.put(Thing.app(item.id(), "Renamed " + item.displayName()).text("text of " + item.displayName()));
        });
        customers.run(rollout -> rollout.journals(folder));
        assertThat(store.items("app")).hasSize(2);
        try (Stream<Path> folders = Files.list(folder)) {
            assertThat(folders.map(path -> path.getFileName().toString().replaceAll("\\..*", "")))
                    .containsExactlyInAnyOrder("Anvil", "Bolt", "Cog");
        }
    }

    @Test
    void an_environment_that_is_not_there_is_for_a_person_or_made_by_the_caller() {
        List<String> made = new ArrayList<>();
        Target missing = Target.of("Dowel", () -> {
            if (made.isEmpty()) {
                throw new NoSuchEnvironmentException("Dowel was not found", "Check its name");
            }
            return customers.store("Cog").endpoint();
        });
        List<Target> targets = List.of(customers.target("Anvil"), missing);
        RolloutReport byHand = Customers.run(customers.rollout(targets).build());
        assertThat(byHand.customer("Dowel").orElseThrow().state()).isEqualTo(State.NOT_STARTED);
        assertThat(byHand.customer("Dowel").orElseThrow().remedy()).startsWith("Make the environment of Dowel");
        RolloutReport report = Customers.run(customers
                .rollout(targets)
                .makeMissing(target -> made.add(target.name()))
                .build());
        report.orThrow();
        assertThat(made).containsExactly("Dowel");
        assertThat(customers.complete()).containsExactly("Anvil", "Cog");
    }

    @Test
    void two_customers_with_one_environment_get_no_plan() {
        Target twin = Target.of("Dowel", customers.store("Cog")::endpoint);
        RolloutReport report = Customers.run(customers
                .rollout(List.of(customers.target("Anvil"), customers.target("Cog"), twin))
                .build());
        assertThat(reason(report, "Cog")).contains("Cog and Dowel").contains("the same environment");
        assertThat(reason(report, "Dowel")).contains("the same environment");
        assertThat(customers.store("Cog").requests("WRITE")).isEmpty();
        assertThat(customers.complete()).containsExactly("Anvil");
    }

    @Test
    void a_plan_above_its_limit_is_left_out_of_the_approval_and_told() {
        RolloutReport report = customers.run(rollout -> rollout.each(
                (builder, target) -> builder.maxChanges(target.name().equals("Bolt") ? 1 : 2)));
        assertThat(customers.complete()).containsExactly("Anvil", "Cog");
        assertThat(reason(report, "Bolt")).contains("the limit is 1");
    }

    @Test
    void a_policy_holds_for_each_plan_and_each_plan_can_have_a_request_of_its_own() {
        ApprovalPolicy policy = ApprovalPolicy.of(1).noneOfThemTheRequester();
        try (Rollout rollout = customers
                .rollout()
                .each((builder, target) -> builder.approvals(policy))
                .build()) {
            RolloutPlan plan = rollout.plan();
            RolloutReport report = rollout.execute(plan.approveEach(each -> ApprovalRequest.of(
                            each.digest(), requester(each), World.approval().at())
                    .with(World.approval())));
            assertThat(customers.complete()).containsExactly("Anvil", "Cog");
            assertThat(reason(report, "Bolt")).contains("ada@contoso.com");
            assertThat(report.approvals()).containsExactly(World.approval());
        }
    }

    private static String requester(Plan plan) {
        return plan.destinationId().equals("Bolt") ? World.approval().by() : "grace@contoso.com";
    }

    @Test
    void what_changed_at_one_customer_since_its_plan_was_made_stops_that_one() {
        try (Rollout rollout = customers.rollout().build()) {
            ApprovedRollout approved = rollout.plan().approve(World.approval());
            customers.store("Bolt").put(Thing.app("x1", "Costs").text("of somebody"));
            RolloutReport report = rollout.execute(approved);
            assertThat(report.counts()).containsEntry(State.DONE, 2L).containsEntry(State.FAILED, 1L);
            assertThat(customers.store("Bolt").requests("WRITE")).isEmpty();
        }
    }

    @Test
    void plans_are_written_one_a_customer_with_the_source_and_are_executed_elsewhere(@TempDir Path folder) {
        try (Workspace workspace = Workspace.temporary();
                Rollout rollout = customers.rollout().workspace(workspace).build()) {
            Map<String, Path> files = rollout.plan().writeTo(folder);
            assertThat(files).containsOnlyKeys("Anvil", "Bolt", "Cog");
            Inventory source = Inventory.read(folder.resolve(RolloutPlan.SOURCE_FILE), Thing.ALL);
            try (Migration elsewhere = Migration.from(source)
                    .to(customers.store("Bolt").endpoint())
                    .install(customers.world)
                    .workspace(workspace)
                    .time(customers.world.clock.time())
                    .build()) {
                elsewhere
                        .execute(Plan.read(files.get("Bolt")).approve(World.approval()))
                        .orThrow();
            }
        }
        assertThat(customers.complete()).containsExactly("Bolt");
    }

    @Test
    void a_rollout_without_customers_plugins_or_different_names_is_refused() {
        assertThatThrownBy(() -> customers.rollout(List.of()).build()).hasMessageContaining("it has no customer");
        assertThatThrownBy(() -> customers
                        .rollout(List.of(customers.target("Cog"), Target.of("COG", customers.store("Bolt")::endpoint)))
                        .build())
                .hasMessageContaining("two customers are called COG");
        assertThatThrownBy(() -> Migration.from(customers.world.source.endpoint())
                        .toEach(customers.targets())
                        .build())
                .hasMessageContaining("no plugin is installed");
        assertThatThrownBy(() -> customers.rollout().atOnce(0).build()).hasMessageContaining("atOnce is 0");
        assertThatThrownBy(() -> Target.of(" ", customers.store("Bolt")::endpoint))
                .hasMessageContaining("no name");
        assertThatThrownBy(() -> StopRule.moreThanPercent(101)).hasMessageContaining("101");
    }
}
