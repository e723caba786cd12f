package io.powermigrate.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A contract that cannot fail is none: each promise has somebody who breaks it, and the failure names it. */
class ContractsTest {

    /** Somebody who breaks a promise: that one only, or with it others that cannot be kept without it. */
    private record Breaker(Class<?> tests, Promise promise, boolean alone) {

        static Breaker of(Class<?> tests, Promise promise) {
            return new Breaker(tests, promise, true);
        }

        Breaker andOthers() {
            return new Breaker(tests, promise, false);
        }

        @Override
        public String toString() {
            return tests.getSimpleName() + " breaks \"" + promise + "\"";
        }
    }

    static List<Breaker> breakers() {
        return List.of(
                Breaker.of(BrokenNotes.ListsTheFirstTwice.class, Promise.EVERY_KEY_ONCE),
                Breaker.of(BrokenNotes.TakesTheTimeOfReadingForContent.class, Promise.STABLE_READING)
                        .andOthers(),
                Breaker.of(BrokenNotes.MarksAsReadWhileFetching.class, Promise.PLANNING_READS_ONLY)
                        .andOthers(),
                Breaker.of(BrokenNotes.ForgetsTheText.class, Promise.SECOND_PLAN_EMPTY)
                        .andOthers(),
                Breaker.of(BrokenDifferences.SeesNoDifference.class, Promise.CHANGE_ARRIVES),
                Breaker.of(BrokenDifferences.OnlyEverAppends.class, Promise.UPDATE_TAKEN_BACK),
                Breaker.of(BrokenNotes.WritesWithoutAsking.class, Promise.CEILING_KEPT),
                Breaker.of(BrokenNotes.SwallowsRefusals.class, Promise.REFUSAL_REPORTED)
                        .andOthers(),
                Breaker.of(BrokenNotes.TicksOffInTheSource.class, Promise.SOURCE_UNTOUCHED),
                Breaker.of(BrokenNotes.CountsWhileAdapting.class, Promise.PURE_ADAPT),
                Breaker.of(BrokenNotes.AsksTheSourceWhileAdapting.class, Promise.PURE_ADAPT)
                        .andOthers(),
                Breaker.of(BrokenNotes.IsImpatient.class, Promise.THROTTLING_WAITED_OUT),
                Breaker.of(BrokenNotes.AsksAgainAtOnce.class, Promise.THROTTLING_WAITED_OUT),
                Breaker.of(BrokenNotes.SendsAgainWhatIsLost.class, Promise.NO_DUPLICATE),
                Breaker.of(BrokenNotes.MakesWithoutLooking.class, Promise.MADE_MEANWHILE),
                Breaker.of(BrokenNotes.KeepsThePassword.class, Promise.NO_SECRET),
                Breaker.of(BrokenNotes.SharesANameThatBindsNothing.class, Promise.SHARED_NAME),
                Breaker.of(BrokenNotes.LeavesThePageOpen.class, Promise.CLOSED_PAGES),
                Breaker.of(BrokenNotes.ReadsEveryPageAtOnce.class, Promise.CLOSED_PAGES));
    }

    static List<Breaker> breakersOfPackagers() {
        return List.of(
                Breaker.of(BrokenBundles.PacksEverythingTwice.class, Promise.CARRIED_ONCE),
                Breaker.of(BrokenBundles.LeavesOneBehind.class, Promise.CARRIED_ONCE),
                Breaker.of(BrokenBundles.PacksInTheOrderGiven.class, Promise.PURE_PACKING),
                Breaker.of(BrokenBundles.ForgetsOneNote.class, Promise.CONTENTS_READ_BACK)
                        .andOthers(),
                Breaker.of(BrokenBundles.LooksAtItsOwnTextOnly.class, Promise.CONTENTS_REPAIRED),
                Breaker.of(BrokenBundles.ExportsWheneverItReads.class, Promise.EXPORTED_ONCE)
                        .andOthers(),
                Breaker.of(BrokenBundles.WritesWhileStaging.class, Promise.REHEARSAL_LEAVES_NOTHING)
                        .andOthers(),
                Breaker.of(BrokenBundles.LeavesWhatItStaged.class, Promise.REHEARSAL_LEAVES_NOTHING),
                Breaker.of(BrokenBundles.SuggestsWhatItDoesNotTake.class, Promise.LINES_SETTLE)
                        .andOthers());
    }

    static List<Breaker> breakersOfStores() {
        return List.of(
                Breaker.of(BrokenStores.ChangesTheCase.class, Promise.LINES_KEPT),
                Breaker.of(BrokenStores.ReadsFromTheBeginning.class, Promise.READ_ONCE),
                Breaker.of(BrokenStores.LetsEverybodyWrite.class, Promise.ONE_WRITER),
                Breaker.of(BrokenStores.DoesNotSayWhoWrites.class, Promise.ONE_WRITER));
    }

    @ParameterizedTest
    @MethodSource({"breakers", "breakersOfPackagers", "breakersOfStores"})
    void the_contract_notices_and_names_the_promise(Breaker breaker) {
        Run run = Run.of(breaker.tests());
        String named = "The promise \"" + breaker.promise() + "\" is broken: ";
        assertThat(run.failed().values()).as("%s", run.failed()).anyMatch(words -> words.startsWith(named));
        assertThat(run.failed().values())
                .as("%s", run.failed())
                .allMatch(words -> words.startsWith(breaker.alone() ? named : "The promise \""));
    }

    @Test
    void every_promise_has_somebody_who_breaks_it() {
        assertThat(Stream.of(breakers(), breakersOfPackagers(), breakersOfStores())
                        .flatMap(List::stream)
                        .map(Breaker::promise))
                .contains(Promise.values());
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                BrokenNotes.Sound.class,
                HasItsOwnRules.class,
                BrokenBundles.Sound.class,
                BrokenBundles.NamesItsRuleSet.class
            })
    void who_keeps_every_promise_passes_every_test(Class<?> sound) {
        Run run = Run.of(sound);
        assertThat(run.failed()).isEmpty();
        assertThat(run.skipped()).isEmpty();
        assertThat(run.passed()).hasSizeGreaterThan(9);
    }

    @Test
    void a_store_that_keeps_every_promise_passes_every_test() {
        Run run = Run.of(BrokenStores.Sound.class);
        assertThat(run.failed()).isEmpty();
        assertThat(run.passed()).hasSizeGreaterThan(3);
    }
}
