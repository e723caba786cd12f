package io.powermigrate.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Rollout;
import io.powermigrate.platform.Environment;
import io.powermigrate.platform.PowerPlatform;
import io.powermigrate.rollout.CustomerOutcome.State;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the source is asked for does not grow with the number of customers, as the fake counts it. */
class ReadOnceTest {

    /** How often the source was asked to read, and to export. */
    private record Asked(long reads, long exports) {

        static Asked in(ManyCustomers world) {
            return new Asked(world.dev.requests(FakeEffect.READ), world.dev.requests(FakeEffect.EXPORT));
        }
    }

    private static Asked rolledOutTo(int count) {
        try (ManyCustomers world = new ManyCustomers(count);
                Rollout rollout = world.rollout().build()) {
            rollout.execute(rollout.plan().approve(world.word())).orThrow();
            assertThat(world.changes().values()).allMatch(changes -> changes > 0);
            return Asked.in(world);
        }
    }

    @Test
    void the_source_is_read_once_and_each_package_exported_once_for_all_customers() {
        Asked forOne = rolledOutTo(1);
        assertThat(forOne.exports()).isPositive();
        assertThat(rolledOutTo(4)).isEqualTo(forOne);
    }

    @Test
    void planning_sends_nothing_above_read_to_any_customer() {
        try (ManyCustomers world = new ManyCustomers(3);
                Rollout rollout = world.rollout().build()) {
            assertThat(rollout.plan().changes()).isEqualTo(9);
            assertThat(world.changes().values()).containsOnly(0L);
        }
    }

    @Test
    void an_environment_that_the_service_does_not_show_is_one_to_be_made() {
        try (ManyCustomers world = new ManyCustomers(1)) {
            Target missing = Target.of(
                    "Customer 99",
                    () -> PowerPlatform.connect(
                            Environment.of(world.fake.cloud(), "contoso.onmicrosoft.com", "Customer 99"),
                            world.fake.credential(world.ada),
                            world.fake.settings()));
            try (Rollout rollout =
                    world.rollout(List.of(world.target(1), missing)).build()) {
                RolloutReport report = rollout.execute(rollout.plan().approve(world.word()));
                assertThat(report.customer("Customer 99").orElseThrow().state()).isEqualTo(State.NOT_STARTED);
                assertThat(report.toText()).contains("Make the environment of Customer 99");
                assertThat(report.customer("Customer 01").orElseThrow().state()).isEqualTo(State.DONE);
            }
        }
    }
}
