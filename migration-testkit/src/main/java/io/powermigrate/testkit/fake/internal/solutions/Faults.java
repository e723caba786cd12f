package io.powermigrate.testkit.fake.internal.solutions;

import io.powermigrate.testkit.fake.internal.solutions.model.ImportFailure;
import io.powermigrate.testkit.fake.internal.solutions.model.Part;
import io.powermigrate.testkit.fake.internal.solutions.model.Sections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Components that imports leave out, or that make them fail, with the text of the service. Thread-safe. */
public final class Faults {
    private final Map<String, String> leftOut = new ConcurrentHashMap<>();
    private final Map<String, String> fatal = new ConcurrentHashMap<>();
    private final Map<String, String> failingUnderSuccess = new ConcurrentHashMap<>();

    Faults() {}

    /** Imports succeed without the component and say nothing of it. */
    public void leaveOut(String component) {
        leftOut.put(component.toLowerCase(Locale.ROOT), "");
    }

    /** Imports succeed without the component, and its result is failure with that text (dataverse-situations.md, S68). */
    public void failUnderSuccess(String component, String text) {
        failingUnderSuccess.put(component.toLowerCase(Locale.ROOT), text);
    }

    /** Imports that hold the component fail with that text. */
    public void fail(String component, String text) {
        fatal.put(component.toLowerCase(Locale.ROOT), text);
    }

    public void clear() {
        leftOut.clear();
        fatal.clear();
        failingUnderSuccess.clear();
    }

    /** Whether the import goes on with the part; writes to the log what it must. */
    boolean admits(Part part, Log log) {
        String name = Sections.name(part);
        find(fatal, part).ifPresent(text -> {
            throw new ImportFailure(ImportFailure.UNEXPECTED, text);
        });
        Optional<String> failing = find(failingUnderSuccess, part);
        failing.ifPresent(text -> log.failed(part, text));
        boolean silent = find(leftOut, part).isPresent() || leftOut.containsKey(name.toLowerCase(Locale.ROOT));
        return failing.isEmpty() && !silent;
    }

    private static Optional<String> find(Map<String, String> all, Part part) {
        return Optional.ofNullable(all.get(Sections.name(part).toLowerCase(Locale.ROOT)))
                .or(() -> Optional.ofNullable(all.get(part.key())));
    }
}
