package io.powermigrate.testkit.fake.internal.solutions;

import io.powermigrate.testkit.fake.internal.solutions.model.ImportFailure;
import io.powermigrate.testkit.fake.internal.solutions.model.Part;
import io.powermigrate.testkit.fake.internal.solutions.model.Sections;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an import did, component by component; its job data is written from it. Not thread safe. */
final class Log {
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private @Nullable ImportFailure failure;

    /**
     * One component.
     *
     * @param section the element of the job data that lists it, e.g. {@code securityroles}
     * @param result success, warning or failure
     * @param code as the service writes it, 0 for none
     */
    record Entry(String section, String item, String id, String name, String result, String code, String text) {}

    void done(Part part) {
        entries.add(
                new Entry(Sections.of(part), part.kind().word(), part.key(), Sections.name(part), "success", "0", ""));
    }

    void failed(Part part, String text) {
        entries.add(new Entry(
                Sections.of(part), part.kind().word(), part.key(), Sections.name(part), "failure", "0x8004801E", text));
    }

    void warn(String text) {
        warnings.add(text);
    }

    void end(ImportFailure why) {
        failure = why;
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Nullable
    ImportFailure failure() {
        return failure;
    }
}
