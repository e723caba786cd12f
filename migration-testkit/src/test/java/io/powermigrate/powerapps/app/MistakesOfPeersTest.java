package io.powermigrate.powerapps.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.model.Inventory;
import io.powermigrate.plan.Plan;
import io.powermigrate.powerapps.connector.CustomConnector;
import io.powermigrate.powerapps.flow.CloudFlow;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.testkit.fake.Fault;
import io.powermigrate.testkit.fake.wire.SeenRequest;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What other clients of the same services were seen to do wrong, one test for each (wire/power-platform.md). */
class MistakesOfPeersTest {

    private final Crossing world = new Crossing();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_poll_does_not_end_at_a_status_it_does_not_know() {
        world.expenses();
        world.fake
                .service()
                .faults()
                .times(
                        3,
                        seen -> seen.template().endsWith("/importOperations/{operation}"),
                        Fault.pollStatus("NotStarted"));

        world.run().orThrow();

        assertThat(world.arrived(Crossing.EXPENSES)).hasSize(1);
        assertThat(world.fake.service().faults().waiting()).isZero();
    }

    @Test
    void a_date_in_retry_after_is_a_pause_to_keep() {
        world.expenses();
        world.fake
                .service()
                .faults()
                .next(
                        seen -> seen.is("POST", "/importPackage"),
                        Fault.throttledUntil(world.fake.clock().instant().plus(Duration.ofMinutes(10))));
        Plan plan = world.plan();

        Duration before = world.fake.clock().waited();
        world.execute(plan).orThrow();

        assertThat(world.fake.clock().waited().minus(before)).isGreaterThan(Duration.ofMinutes(9));
        assertThat(sent("POST", "/importPackage")).isEqualTo(2);
    }

    @Test
    void ninety_seconds_do_not_become_thirty() {
        world.expenses();
        world.fake.service().faults().next(seen -> seen.is("POST", "/importPackage"), Fault.throttledForSeconds(90));
        Plan plan = world.plan();

        Duration before = world.fake.clock().waited();
        world.execute(plan).orThrow();

        assertThat(world.fake.clock().waited().minus(before)).isGreaterThanOrEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void no_start_is_sent_again_after_a_failure_of_the_server() {
        world.expenses();
        Plan plan = world.plan();
        world.fake.service().faults().next(seen -> seen.is("POST", "/importPackage"), Fault.statusAfterEffect(500));

        world.execute(plan);

        assertThat(sent("POST", "/importPackage")).isEqualTo(1);
        assertThat(world.arrived(Crossing.EXPENSES)).hasSize(1);
    }

    @Test
    void a_next_link_on_another_host_is_followed_with_the_token_for_that_host() {
        world.fake.service().pageSize(1);
        for (int i = 0; i < 3; i++) {
            world.dev.customConnector("Orders " + i);
        }

        Inventory inventory = world.builder().build().inventory();

        assertThat(inventory.all(CustomConnector.TYPE)).hasSize(3);
        List<SeenRequest> elsewhere = world.fake.service().requests().stream()
                .filter(seen -> seen.service().equals("ARM"))
                .toList();
        assertThat(elsewhere).hasSize(2).allMatch(seen -> seen.authorized() && seen.status() == 200);
    }

    @Test
    @Timeout(60)
    void a_list_of_twenty_thousand_is_read_once() {
        for (int i = 0; i < 20_000; i++) {
            world.dev.flow("Flow " + i);
        }

        Inventory inventory = world.builder().build().inventory();

        assertThat(inventory.all(CloudFlow.TYPE)).hasSize(20_000);
        int listOfThoseShared = 1;
        assertThat(sent("GET", "/environments/{env}/flows")).isEqualTo(20_000 / 250 + listOfThoseShared);
    }

    @Test
    void a_forbidden_that_means_not_found_is_told_as_what_it_may_be() {
        String message = "The environment 'X' could not be found in the tenant 'Y'.";
        world.expenses();
        world.fake
                .service()
                .faults()
                .times(
                        Trouble.ALWAYS,
                        seen -> seen.is("GET", "/apps"),
                        Fault.error(403, "EnvironmentAccessDenied", message));

        assertThat(world.plan().notLookedAt().toString()).contains("could not be found");
    }

    @Test
    void a_success_with_errors_inside_is_a_refusal() {
        world.expenses();
        String errors = "{\"errors\":[{\"code\":\"PackageListDenied\",\"message\":\"Not this one.\"}]}";
        world.fake
                .service()
                .faults()
                .times(
                        Trouble.ALWAYS,
                        seen -> seen.is("POST", "/listPackageResources"),
                        Fault.body((path, body) -> errors));

        Plan plan = world.plan();
        Report report = world.execute(plan);

        assertThat(plan.toLongText()).contains("PackageListDenied");
        assertThat(report.outcomes())
                .noneMatch(each ->
                        each.state() == Outcome.State.DONE && each.key().type().equals(CanvasApp.TYPE.name()));
        assertThat(sent("POST", "/exportPackage")).isZero();
    }

    @Test
    void a_next_link_to_a_foreign_host_is_refused_before_the_token_leaves() {
        Predicate<SeenRequest> apps = seen -> seen.is("GET", "/apps");
        world.expenses();
        world.fake.service().faults().times(2, apps, Fault.nextLinkTo("https://elsewhere.example/"));

        assertThat(world.plan().notLookedAt().toString()).contains("elsewhere.example");
    }

    private long sent(String method, String templateEnd) {
        return world.fake.service().requests().stream()
                .filter(seen -> seen.is(method, templateEnd))
                .count();
    }
}
