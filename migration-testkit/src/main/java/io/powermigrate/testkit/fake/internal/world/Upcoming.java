package io.powermigrate.testkit.fake.internal.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What accepted jobs make as soon as the clock has reached their moment; nothing here waits. Thread-safe. */
final class Upcoming {
    private final List<Due> waiting = new ArrayList<>();

    private record Due(Instant at, Runnable effect) {}

    synchronized void at(Instant moment, Runnable effect) {
        waiting.add(new Due(moment, effect));
    }

    /** Lets everything happen that is due, in the order of its acceptance. */
    synchronized void settle(Instant now) {
        // taken out before it happens: an effect that reads the world settles it again
        for (Optional<Due> due = take(now); due.isPresent(); due = take(now)) {
            due.get().effect().run();
        }
    }

    synchronized int size() {
        return waiting.size();
    }

    private Optional<Due> take(Instant now) {
        Optional<Due> due =
                waiting.stream().filter(each -> !each.at().isAfter(now)).findFirst();
        due.ifPresent(waiting::remove);
        return due;
    }
}
