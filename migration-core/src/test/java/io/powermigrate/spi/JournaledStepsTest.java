package io.powermigrate.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.journal.Entry;
import io.powermigrate.journal.Entry.State;
import io.powermigrate.journal.Journal;
import io.powermigrate.journal.StepLog;
import io.powermigrate.journal.Subject;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.time.Time;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** No operation is started twice, and what nobody can know is told to a person. */
class JournaledStepsTest {

    private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
    private static final Duration LATE = Duration.ofMinutes(3);
    private static final ResourceKey KEY = new ResourceKey("app", "Expenses");

    private final Journal journal = Journal.inMemory();
    private final LateService service = new LateService(new Ticking());
    private Instant now = START;

    private JournaledSteps steps() {
        return steps("wish");
    }

    /** The steps of a run that wants something; each run has its own. */
    private JournaledSteps steps(String wish) {
        Time time = new Time(new Ticking(), pause -> now = now.plus(pause));
        JournaledSteps.Sight sight = new JournaledSteps.Sight("Contoso Prod", LATE, "planned"::equals);
        return new JournaledSteps(log(wish), time, sight);
    }

    private StepLog log(String wish) {
        return journal.steps(new Subject("dev", "prod", KEY, "a1", wish), new Ticking());
    }

    private final class Ticking extends Clock {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }

    private List<State> states() {
        return journal.entries().stream().map(Entry::state).toList();
    }

    private String run() {
        return steps().run("import", service);
    }

    @Test
    void an_operation_is_prepared_then_intended_then_started_then_awaited() {
        assertThat(run()).isEqualTo("x0");
        assertThat(service.calls).containsExactly("prepare", "start", "await");
        assertThat(states()).containsExactly(State.INTENT, State.STARTED, State.DONE);
    }

    @Test
    void what_cannot_be_prepared_was_not_intended() {
        Operation<String> broken = new Operation<>() {
            @Override
            public void prepare() {
                throw new LateService.Lost();
            }

            @Override
            public String start() {
                throw new AssertionError("not reached");
            }

            @Override
            public Optional<String> find(Intent intent) {
                throw new AssertionError("not reached");
            }

            @Override
            public String await(String reference) {
                throw new AssertionError("not reached");
            }
        };
        assertThatThrownBy(() -> steps().run("import", broken)).isInstanceOf(LateService.Lost.class);
        assertThat(states()).isEmpty();
    }

    @Test
    void a_started_operation_is_attached_to() {
        service.made.add("x0");
        log("wish").write("import", State.INTENT, "");
        log("wish").write("import", State.STARTED, "job of x0");
        assertThat(run()).isEqualTo("x0");
        assertThat(service.calls).containsExactly("await");
    }

    @Test
    void what_shows_late_is_waited_for_after_a_lost_answer() {
        service.losesAnswer = true;
        service.shownAfter = Duration.ofSeconds(170);
        assertThat(run()).isEqualTo("x0");
        assertThat(service.starts()).isEqualTo(1);
    }

    @Test
    void a_start_that_took_longer_than_lists_are_late_is_waited_for_from_its_end() {
        service.takesItsTime = () -> now = now.plus(LATE.multipliedBy(2));
        service.losesAnswer = true;
        service.shownAfter = Duration.ofSeconds(170);
        assertThat(run()).isEqualTo("x0");
        assertThat(service.starts()).isEqualTo(1);
    }

    @Test
    void an_update_that_took_longer_than_lists_are_late_is_waited_for_before_it_is_repeated() {
        service.takesItsTime = () -> now = now.plus(LATE.multipliedBy(2));
        service.losesAnswer = true;
        service.repeatable = true;
        service.shownAfter = Duration.ofSeconds(170);
        assertThat(run()).isEqualTo("x0");
        assertThat(service.starts()).isEqualTo(1);
    }

    @Test
    void an_old_intent_of_a_run_that_died_is_waited_for_from_the_first_look() {
        log("wish").write("import", State.INTENT, "");
        now = START.plus(Duration.ofHours(1)); // who knows how long its start went on
        service.start();
        service.shownAfter = Duration.ofSeconds(20);
        assertThat(run()).isEqualTo("x0");
        assertThat(service.starts()).isEqualTo(1);
    }

    @Test
    void an_intent_of_a_run_that_died_is_waited_for_and_found() {
        log("wish").write("import", State.INTENT, "");
        service.start();
        service.shownAfter = Duration.ofSeconds(20);
        assertThat(run()).isEqualTo("x0");
        assertThat(service.starts()).isEqualTo(1);
    }

    @Test
    void an_intent_of_which_nothing_shows_is_never_started_again_but_told() {
        log("wish").write("import", State.INTENT, "");
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(this::run)
                    .hasMessageContaining("The import of app \"Expenses\" may have been started at " + START)
                    .hasMessageContaining("Contoso Prod shows nothing of it 180 s later")
                    .hasMessageContaining("Binding.of(\"app\", \"a1\", \"<id in the destination>\")")
                    .hasMessageContaining("journal.notStarted(new ResourceKey(\"app\", \"Expenses\")");
        }
        assertThat(service.starts()).isZero();
        assertThat(now).isEqualTo(START.plus(LATE));
    }

    @Test
    void it_is_started_once_somebody_has_looked() {
        log("wish").write("import", State.INTENT, "");
        journal.notStarted(KEY, "Ada looked in the list of apps", now);
        assertThat(run()).isEqualTo("x0");
    }

    @Test
    void a_lost_answer_of_which_nothing_shows_stays_open() {
        service.losesAnswer = true;
        service.takesNothing = true;
        assertThatThrownBy(this::run)
                .hasMessageContaining("may have been started")
                .hasMessageContaining("was lost");
        assertThat(states()).containsExactly(State.INTENT);
    }

    @Test
    void an_intent_by_a_clock_that_was_ahead_is_not_waited_for_longer() {
        now = START.plus(Duration.ofDays(1));
        log("wish").write("import", State.INTENT, "");
        now = START;
        assertThatThrownBy(this::run).hasMessageContaining("may have been started");
        assertThat(now).isEqualTo(START.plus(LATE));
    }

    @Test
    void an_intent_by_a_clock_that_was_ahead_is_found() {
        now = START.plus(Duration.ofDays(1));
        log("wish").write("import", State.INTENT, "");
        now = START;
        service.start();
        assertThat(run()).isEqualTo("x0");
        assertThat(service.starts()).isEqualTo(1);
    }

    @Test
    void what_may_be_repeated_is_started_again() {
        log("wish").write("import", State.INTENT, "");
        service.repeatable = true;
        assertThat(run()).isEqualTo("x0");
    }

    @Test
    void a_refusal_of_which_nothing_shows_was_no_start() {
        service.losesAnswer = true;
        service.takesNothing = true;
        service.refuses = true;
        assertThatThrownBy(this::run).isInstanceOf(LateService.Lost.class);
        assertThat(states()).containsExactly(State.INTENT, State.NOT_STARTED);
        assertThat(now).as("believed only after lists can no longer be late").isEqualTo(START.plus(LATE));
    }

    @Test
    void what_an_earlier_run_started_and_what_failed_is_started_anew() {
        log("wish").write("import", State.INTENT, "");
        log("wish").write("import", State.STARTED, "job of x9");
        service.failsAtTheEnd = true;
        assertThat(run()).isEqualTo("x0");
        assertThat(states())
                .containsExactly(State.INTENT, State.STARTED, State.FAILED, State.INTENT, State.STARTED, State.DONE);
    }

    @Test
    void what_this_run_started_and_what_failed_is_told() {
        service.failsAtTheEnd = true;
        assertThatThrownBy(this::run).isInstanceOf(OperationFailedException.class);
        assertThat(service.starts()).isEqualTo(1);
    }

    @Test
    void what_somebody_made_after_the_plan_is_not_made_a_second_time() {
        service.made.add("of somebody");
        assertThatThrownBy(this::run)
                .hasMessageContaining("app \"Expenses\" was not made because Contoso Prod holds one of that name since")
                .hasMessageContaining("of somebody")
                .hasMessageContaining("Plan again");
        assertThat(service.starts()).isZero();
        assertThat(states()).isEmpty();
    }

    @Test
    void what_the_plan_knew_or_a_run_has_made_is_no_surprise() {
        service.made.add("planned");
        service.made.add("made");
        log("another wish").write("arrival", State.ARRIVED, "made");
        assertThat(run()).isEqualTo("x2");
        assertThat(journal.entries().get(1).reference()).isEqualTo("made planned");
    }

    @Test
    void what_was_there_before_an_intent_is_not_taken_for_its_result() {
        service.made.add("planned");
        log("wish").write("import", State.INTENT, "planned");
        assertThatThrownBy(this::run).hasMessageContaining("may have been started");
    }

    @Test
    void what_an_earlier_wish_has_brought_is_told_and_not_made_again() {
        log("old wish").write("import", State.INTENT, "");
        service.start();
        assertThatThrownBy(() -> steps("new wish").run("import", service))
                .hasMessageContaining("has arrived, but something else is wanted since")
                .hasMessageContaining("Plan again");
        assertThat(service.starts()).isEqualTo(1);
    }

    @Test
    void what_has_arrived_leaves_nothing_open() {
        log("wish").write("import", State.INTENT, "");
        log("wish").write("import", State.STARTED, "job of x0");
        steps().updated("x0");
        assertThat(journal.open()).isEmpty();
    }
}
