package io.powermigrate;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.report.Event;
import io.powermigrate.report.MigrationListener;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Tells on a console how far a migration is: on a terminal in one line that is written over, elsewhere in a line for each phase
 * and each tenth of its steps, and for each wait of half a minute or more that a service asks for. Give it to one migration. Thread-safe.
 *
 * <pre>{@code
 * Migration.from(source).to(target).listener(ConsoleProgress.on(System.err))
 * // Wave 1 of 2: 85 steps: 31 of 85, running App 12, App 40 and 6 more, about 4 min left
 * }</pre>
 */
public final class ConsoleProgress implements MigrationListener {

    private static final int WIDTH = 118;
    private static final int NAMES = 2;
    private static final Duration LONG_WAIT = Duration.ofSeconds(30);

    private final PrintStream out;
    private final boolean isTerminal;
    private final Set<ResourceKey> running = new LinkedHashSet<>();
    private final PriorityQueue<Instant> waits = new PriorityQueue<>();
    private String phase = "";
    private Instant began = Instant.EPOCH;
    private int steps;
    private int ended;

    private ConsoleProgress(PrintStream out, boolean isTerminal) {
        this.out = Objects.requireNonNull(out, "out");
        this.isTerminal = isTerminal;
    }

    /** On this stream; it is taken for a terminal where the process has one. */
    public static ConsoleProgress on(PrintStream out) {
        return new ConsoleProgress(out, System.console() != null);
    }

    /** On this stream, which is a terminal or not. */
    public static ConsoleProgress on(PrintStream out, boolean isTerminal) {
        return new ConsoleProgress(out, isTerminal);
    }

    @Override
    public synchronized void on(Event event) {
        switch (event.kind()) {
            case PHASE -> begin(event);
            case STARTED -> event.resource().ifPresent(running::add);
            case PROGRESS -> {}
            case WAITS -> event.until().ifPresent(waits::add);
            case ENDED -> event.resource().ifPresent(this::end);
        }
        tell(event);
    }

    /** In one line: the phase, and how far it is. */
    @Override
    public synchronized String toString() {
        return Shown.value("Progress of " + phase + ": " + ended + " of " + steps);
    }

    private void begin(Event event) {
        if (isTerminal && !phase.isEmpty()) {
            out.println();
        }
        phase = event.message();
        began = event.at();
        steps = event.steps();
        ended = 0;
        running.clear();
        waits.clear();
    }

    private void end(ResourceKey key) {
        running.remove(key);
        ended++;
    }

    private void tell(Event event) {
        if (isTerminal) {
            String line = line(event.at());
            out.print("\r" + line + " ".repeat(Math.max(0, WIDTH - line.length())));
            out.flush();
        } else if (event.kind() == Event.Kind.PHASE || isTenth(event) || isLongWait(event)) {
            out.println(line(event.at()));
        }
    }

    private boolean isTenth(Event event) {
        int tenth = Math.max(1, steps / 10);
        return event.kind() == Event.Kind.ENDED && steps > 0 && (ended % tenth == 0 || ended == steps);
    }

    private static boolean isLongWait(Event event) {
        return event.until()
                .filter(end -> !end.isBefore(event.at().plus(LONG_WAIT)))
                .isPresent();
    }

    private String line(Instant now) {
        List<String> parts = new ArrayList<>();
        if (steps > 0 && ended > 0) {
            parts.add(ended + " of " + steps);
        }
        if (!running.isEmpty()) {
            parts.add("running " + names());
        }
        while (!waits.isEmpty() && !waits.peek().isAfter(now)) {
            waits.remove();
        }
        if (!waits.isEmpty()) {
            parts.add((waits.size() == 1 ? "a request waits " : waits.size() + " requests wait, the first ")
                    + words(Duration.between(now, waits.peek())));
        }
        if (ended > 0 && ended < steps) {
            parts.add("about "
                    + words(Duration.between(began, now)
                            .multipliedBy(steps - (long) ended)
                            .dividedBy(ended)) + " left");
        }
        String line = phase + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…";
    }

    private String names() {
        String some = String.join(
                ", ",
                running.stream().limit(NAMES).map(key -> Shown.name(key.name())).toList());
        return running.size() > NAMES ? some + " and " + (running.size() - NAMES) + " more" : some;
    }

    private static String words(Duration left) {
        return left.toSeconds() >= 90
                ? String.format(Locale.ROOT, "%d min", (left.toSeconds() + 30) / 60)
                : Math.max(1, left.toSeconds()) + " s";
    }
}
