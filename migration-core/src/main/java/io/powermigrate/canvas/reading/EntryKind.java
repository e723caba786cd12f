package io.powermigrate.canvas.reading;

import io.powermigrate.internal.zip.EntryName;
import java.util.List;

/** What an entry of a document is, told by its name alone. */
public final class EntryKind {

    private static final List<String> CONTROLS = List.of("controls/", "components/", "apptests/");

    private EntryKind() {}

    /**
     * Whether the entry is one control with all that lies in it; the first generation has them all in {@code Entities.json}.
     * What a person or a program left beside them, such as a copy or {@code .DS_Store}, is none.
     */
    public static boolean isControl(EntryName name) {
        return CONTROLS.stream().anyMatch(name.folded()::startsWith)
                && name.folded().endsWith(".json")
                && !name.folded().startsWith(".", name.folded().lastIndexOf('/') + 1);
    }

    /** Whether it is JSON, of any content. */
    public static boolean isJson(EntryName name) {
        return name.folded().endsWith(".json") || name.folded().endsWith(".sarif");
    }
}
