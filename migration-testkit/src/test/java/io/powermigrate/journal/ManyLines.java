package io.powermigrate.journal;

import io.powermigrate.model.ResourceKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A journal as many runs leave it behind. */
public final class ManyLines {

    private ManyLines() {}

    /** Puts a journal into a folder: three lines for each app, as an import leaves them. */
    public static void writeTo(Path folder, int lines) throws IOException {
        List<String> all = new ArrayList<>(lines + 1);
        all.add(Lines.HEADER);
        Entry.State[] states = {Entry.State.INTENT, Entry.State.STARTED, Entry.State.ARRIVED};
        for (int i = 0; i < lines; i++) {
            Subject crossing = new Subject(
                    "11111111-2222-3333-4444-555555555555/Contoso Dev",
                    "66666666-7777-8888-9999-000000000000/Fabrikam Prod",
                    new ResourceKey("canvas-app", "App number " + i / 3),
                    "aaaaaaaa-bbbb-cccc-dddd-" + i / 3,
                    "b1946ac92492d2347c6235b4d2611184b1946ac92492d2347c6235b4d2611184");
            String reference = "https://api.bap.microsoft.com/providers/importOperations/" + i;
            all.add(Lines.of(new Entry(
                    crossing, "import", states[i % 3], reference, Instant.ofEpochSecond(1_790_000_000L + i))));
        }
        Files.write(folder.resolve("journal.jsonl"), all);
    }
}
