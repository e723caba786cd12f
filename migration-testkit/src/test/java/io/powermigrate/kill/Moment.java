package io.powermigrate.kill;

import io.powermigrate.testkit.fake.Fault;
import io.powermigrate.testkit.fake.Hold;
import io.powermigrate.testkit.fake.wire.SeenRequest;
import io.powermigrate.time.Time;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** When a run is killed. */
interface Moment {

    Duration LONGEST = Duration.ofSeconds(60);

    /** Starts a run and kills it then; whether it got so far. */
    boolean kills(World world) throws IOException, InterruptedException;

    /** Before or after the fake has taken a request: the run is killed while it waits for the answer. */
    record Request(Predicate<SeenRequest> operation, int occurrence, boolean after) implements Moment {

        @Override
        public boolean kills(World world) throws IOException, InterruptedException {
            Hold hold = new Hold();
            AtomicInteger seen = new AtomicInteger();
            world.fake
                    .faults()
                    .next(
                            request -> operation.test(request) && seen.incrementAndGet() == occurrence,
                            after ? Fault.heldAfterEffect(hold) : Fault.heldBeforeEffect(hold));
            try (OtherRun run = OtherRun.start(world.order())) {
                boolean reached = hold.isReached(LONGEST);
                run.kill();
                return reached;
            } finally {
                world.fake.faults().clear();
                hold.release();
            }
        }

        @Override
        public String toString() {
            return (after ? "after `" : "before `") + operation + "`";
        }
    }

    /** After the answer to a request has come: when the next one of any kind is sent, or never if there is none. */
    record Answered(Predicate<SeenRequest> operation, int occurrence) implements Moment {

        private static final Duration LOOK = Duration.ofMillis(100);

        @Override
        public boolean kills(World world) throws IOException, InterruptedException {
            Hold hold = new Hold();
            AtomicInteger seen = new AtomicInteger();
            world.fake
                    .faults()
                    .next(
                            request -> seen.get() >= occurrence
                                    || operation.test(request) && seen.incrementAndGet() > occurrence,
                            Fault.heldBeforeEffect(hold));
            try (OtherRun run = OtherRun.start(world.order())) {
                while (run.isAlive() && !hold.isReached(LOOK)) {
                    continue;
                }
                run.kill();
                return seen.get() >= occurrence;
            } finally {
                world.fake.faults().clear();
                hold.release();
            }
        }

        @Override
        public String toString() {
            return "answered `" + operation + "`";
        }
    }

    /** Before or after a line of the journal is on the disk. */
    record Line(int number, String words, boolean after) implements Moment {

        @Override
        public boolean kills(World world) throws IOException, InterruptedException {
            String stop = (after ? "after " : "before ") + number;
            try (OtherRun run = OtherRun.start(world.order().stopping(stop))) {
                return !run.hasEnded();
            }
        }

        @Override
        public String toString() {
            return (after ? "after" : "before") + " line " + number + " of the journal, " + words;
        }
    }

    /** At any time; a run that was faster has not been killed, and has to be right. */
    record Chance(int seed, Duration after) implements Moment {

        @Override
        public boolean kills(World world) throws IOException, InterruptedException {
            try (OtherRun run = OtherRun.start(world.order().threads(8)).begun()) {
                Time.system().sleep(after);
                run.kill();
                return true;
            }
        }

        @Override
        public String toString() {
            return "random moment " + seed;
        }
    }
}
