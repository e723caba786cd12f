package io.powermigrate.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Rollout;
import io.powermigrate.page.Group;
import io.powermigrate.page.Page;
import io.powermigrate.page.Section;
import io.powermigrate.report.Outcome;
import io.powermigrate.testkit.fake.Fault;
import io.powermigrate.testkit.fake.wire.EntraError;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import io.powermigrate.testkit.fake.wire.SeenRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fifty customers, three of which fail in different ways; a second run completes them and leaves the others alone. */
@Tag("long")
class FiftyCustomersTest {

    private static final int ALWAYS = 1000;
    private static final List<Integer> FAILING = List.of(7, 23, 41);

    @Test
    void three_fail_in_different_ways_and_a_second_run_completes_them_and_leaves_the_others_alone(
            @TempDir Path journals) throws IOException {
        try (ManyCustomers world = new ManyCustomers(50)) {
            world.customer(7).user().tenant().nextSignInFails(EntraError.CONSENT_MISSING);
            world.fake.service().faults().times(ALWAYS, to(world, 23), Fault.throttledForSeconds(3600));
            world.fake.service().faults().times(ALWAYS, to(world, 41), Fault.error(403, "Forbidden"));
            RolloutReport first = run(world, journals);
            threeFailed(first);
            isAPage(first, journals.resolve("rollout.html"));
            assertThat(world.customer(8).environment().apps()).hasSize(3);
            assertThat(world.customer(41).environment().apps()).isEmpty();

            world.fake.service().faults().clear();
            Map<String, Long> before = world.changes();
            RolloutReport second = run(world, journals);
            second.orThrow();
            completed(world, before);
            assertThat(second.customers()).allSatisfy(each -> assertThat(each.count(Outcome.State.DONE))
                    .isEqualTo(3));
        }
    }

    private static void threeFailed(RolloutReport report) {
        assertThat(report.counts())
                .containsEntry(CustomerOutcome.State.DONE, 47L)
                .containsEntry(CustomerOutcome.State.FAILED, 3L);
        assertThat(report.needSomebody())
                .extracting(CustomerOutcome::name)
                .containsExactly("Customer 07", "Customer 23", "Customer 41");
        assertThat(report.customer("Customer 07").orElseThrow().reason()).contains("consent");
        assertThat(report.customer("Customer 23").orElseThrow().reason()).contains("429");
        assertThat(report.customer("Customer 41").orElseThrow().reason()).contains("403");
    }

    private static void isAPage(RolloutReport report, Path file) throws IOException {
        Page page = report.page();
        assertThat(page.verdict()).isEqualTo("50 customers: 47 done, 3 failed.");
        assertThat(page.section(Section.Key.NEEDS_YOU).orElseThrow().groups()).hasSize(3);
        assertThat(page.section(Section.Key.CUSTOMERS).orElseThrow().groups())
                .flatExtracting(Group::items)
                .hasSize(50);
        report.writeTo(file);
        assertThat(Files.readString(file)).contains("<bdi>Customer 41</bdi>", "consent");
        Files.delete(file);
    }

    /** Everybody has all apps, and who had them before got nothing above READ since. */
    private static void completed(ManyCustomers world, Map<String, Long> before) {
        Map<String, Long> after = world.changes();
        IntStream.rangeClosed(1, 50).forEach(number -> {
            String name = ManyCustomers.name(number);
            assertThat(world.customer(number).environment().apps()).as(name).hasSize(3);
            if (!FAILING.contains(number)) {
                assertThat(after.get(name)).as("changes of %s", name).isEqualTo(before.get(name));
            }
        });
    }

    private static Predicate<SeenRequest> to(ManyCustomers world, int number) {
        String environment = world.customer(number).environment().name();
        return seen -> seen.effect() != FakeEffect.READ
                && seen.environment().filter(environment::equals).isPresent();
    }

    private static RolloutReport run(ManyCustomers world, Path journals) {
        try (Rollout rollout = world.rollout().journals(journals).build()) {
            return rollout.execute(rollout.plan().approve(world.word()));
        }
    }
}
