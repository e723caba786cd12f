package io.powermigrate.internal.files;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process, as it is written into the mark of what it makes.
 *
 * @param pid its id, which other processes get later
 * @param started when it began; {@link Instant#EPOCH} where the system does not say
 */
record Owner(long pid, Instant started) {

    private static final Pattern TEXT = Pattern.compile("process (\\d+) started (\\S+)\\s*");

    /** The system reckons the start from its clock, which may be set meanwhile. */
    private static final Duration SAME = Duration.ofMinutes(1);

    static Owner me() {
        return of(ProcessHandle.current());
    }

    /** Reads what {@link #toText} wrote; empty where it was not written to its end. */
    static Optional<Owner> in(String text) {
        Matcher owner = TEXT.matcher(text);
        return owner.matches()
                ? Optional.of(new Owner(Long.parseLong(owner.group(1)), Instant.parse(owner.group(2))))
                : Optional.empty();
    }

    String toText() {
        return "process " + pid + " started " + started + "\n";
    }

    boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(Owner::of)
                .filter(now -> !now.isKnown() || !isKnown() || now.startedWith(this))
                .isPresent();
    }

    private static Owner of(ProcessHandle process) {
        return new Owner(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    private boolean isKnown() {
        return !started.equals(Instant.EPOCH);
    }

    private boolean startedWith(Owner other) {
        return Duration.between(started, other.started).abs().compareTo(SAME) < 0;
    }
}
