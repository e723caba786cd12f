package io.powermigrate.testkit.fake.internal.solutions;

import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.solutions.model.SolutionPackage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Jobs of an organisation: what is due when, what runs now, what was staged and exported. Nothing waits here; what is due
 * happens as soon as somebody looks. Changed inside {@link Organisation#exclusively} only.
 */
public final class Work {
    private final Organisation organisation;
    private final List<Due> due = new ArrayList<>();
    private final Map<String, SolutionPackage> staged = new LinkedHashMap<>();
    private final Map<String, byte[]> exported = new LinkedHashMap<>();
    private final AtomicInteger imports = new AtomicInteger();
    private final AtomicInteger exports = new AtomicInteger();
    private Duration takes = Duration.ofSeconds(4);
    private Optional<Running> running = Optional.empty();
    private Instant publishLockedUntil = Instant.EPOCH;
    private boolean settling;

    Work(Organisation organisation) {
        this.organisation = organisation;
    }

    private record Due(Instant at, Runnable effect) {}

    /** An operation that holds the organisation. */
    record Running(String kind, String solution, Instant until) {}

    /** How long an operation runs. */
    public Duration takes() {
        return takes;
    }

    public void takes(Duration time) {
        takes = time;
    }

    /** How many imports were started. */
    public AtomicInteger imports() {
        return imports;
    }

    /** How many exports were started. */
    public AtomicInteger exports() {
        return exports;
    }

    Map<String, SolutionPackage> staged() {
        return staged;
    }

    /** Exported files by the id of their jobs. */
    Map<String, byte[]> exported() {
        return exported;
    }

    void at(Instant moment, Runnable effect) {
        due.add(new Due(moment, effect));
    }

    /** Lets everything happen that is due, in the order of its time. */
    public void settle() {
        organisation.exclusively(() -> {
            if (!settling) {
                settling = true;
                try {
                    for (Optional<Due> next = next(); next.isPresent(); next = next()) {
                        due.remove(next.get());
                        next.get().effect().run();
                    }
                } finally {
                    settling = false;
                }
            }
            return settling;
        });
    }

    private Optional<Due> next() {
        Instant now = organisation.now();
        return due.stream().filter(each -> !each.at().isAfter(now)).min(Comparator.comparing(Due::at));
    }

    /** What holds the organisation now. */
    Optional<Running> running() {
        return running.filter(each -> each.until().isAfter(organisation.now()));
    }

    void hold(String kind, String solution, Instant until) {
        running = Optional.of(new Running(kind, solution, until));
    }

    void release() {
        running = Optional.empty();
    }

    /** Publishing is refused until then although nothing else is seen to run (dataverse-facts.md, A5). */
    public void lockPublish(Instant until) {
        publishLockedUntil = until;
    }

    public boolean isPublishLocked() {
        return publishLockedUntil.isAfter(organisation.now());
    }
}
