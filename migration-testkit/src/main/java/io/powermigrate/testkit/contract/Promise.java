package io.powermigrate.testkit.contract;

import io.powermigrate.internal.text.Shown;
import java.util.function.Supplier;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** What an extension promises; a broken one is named in the failure. */
enum Promise {
    EVERY_KEY_ONCE("every key once"),
    STABLE_READING("what has not changed reads the same"),
    PLANNING_READS_ONLY("planning sends nothing above READ"),
    SECOND_PLAN_EMPTY("a migrated resource has no differences and a second plan is empty"),
    CHANGE_ARRIVES("a change of the source is brought into the same resource"),
    UPDATE_TAKEN_BACK("an update is taken back, or a person is told what to do"),
    REFUSAL_REPORTED("a refused write is reported and can be repeated"),
    CEILING_KEPT("nothing is written where the endpoint allows no write"),
    SOURCE_UNTOUCHED("the source sees nothing above EXPORT"),
    PURE_ADAPT("adapt is pure"),
    THROTTLING_WAITED_OUT("a 429 is waited out"),
    NO_DUPLICATE("a lost answer makes no duplicate"),
    MADE_MEANWHILE("what somebody makes meanwhile is not made a second time"),
    NO_SECRET("content holds no secret"),
    SHARED_NAME("one line for a shared name binds all that have it"),
    CLOSED_PAGES("a cancelled stream closes its pages"),
    CARRIED_ONCE("everything selected is carried once"),
    PURE_PACKING("packing is pure"),
    CONTENTS_READ_BACK("what did not arrive in a carrier is not done"),
    CONTENTS_REPAIRED("what somebody changed of a content is brought back"),
    EXPORTED_ONCE("planning exports at most once and changes nothing"),
    REHEARSAL_LEAVES_NOTHING("a rehearsal writes nothing and leaves nothing behind"),
    LINES_SETTLE("a line that a packager suggests settles what it found"),
    LINES_KEPT("every line comes back, in order and as it was"),
    READ_ONCE("a reading goes on where the last one ended"),
    ONE_WRITER("one writer at a time, and others are told who it is");

    private final String words;

    Promise(String words) {
        this.words = words;
    }

    interface Check {
        void run();
    }

    /** Runs a test of the promise; whatever goes wrong in it breaks the promise. */
    void holds(Check check) {
        try {
            check.run();
        } catch (TestAbortedException skipped) {
            throw skipped;
        } catch (AssertionFailedError broken) {
            throw failure(String.valueOf(broken.getMessage()), broken);
        } catch (RuntimeException thrown) {
            throw failure("it threw " + thrown, thrown);
        }
    }

    /** Says how a promise is broken where something does not hold. */
    static void require(boolean holds, String otherwise) {
        require(holds, () -> otherwise);
    }

    /** As above, for words that cost something. */
    static void require(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            throw new AssertionFailedError(Shown.message(otherwise.get()));
        }
    }

    private AssertionFailedError failure(String how, Throwable cause) {
        return new AssertionFailedError("The promise \"" + words + "\" is broken: " + Shown.message(how), cause);
    }

    @Override
    public String toString() {
        return words;
    }
}
