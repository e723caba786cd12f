package io.powermigrate.model;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.json.ItemLines;
import io.powermigrate.internal.json.Stored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entries of a mapping as canonical JSON; what is not known is left out. */
final class JsonLines {

    private static final int VERSION = 1;
    private static final Stored<Content> FORM = new Stored<>(new Stored.Form<>(
            "mapping file",
            Content.class,
            VERSION,
            "Write it again with this version of the library",
            Content::version));

    private JsonLines() {}

    private record Content(@Nullable Integer version, List<Item> entries) {}

    private record Item(
            MappingFile.@Nullable State state,
            @Nullable String layer,
            @Nullable String type,
            @Nullable String from,
            @Nullable String fromName,
            @Nullable String to,
            @Nullable String toName,
            @Nullable String comment) {

        static Item of(MappingFile.Entry entry) {
            return new Item(
                    entry.state(),
                    known(entry.layer()),
                    known(entry.type()),
                    known(entry.from()),
                    known(entry.fromName()),
                    known(entry.to()),
                    known(entry.toName()),
                    known(entry.comment()));
        }

        private static @Nullable String known(String text) {
            return text.isEmpty() ? null : text;
        }

        MappingFile.Entry entry() {
            return new MappingFile.Entry(
                    state == null ? MappingFile.State.LINE : state,
                    text(layer),
                    text(type),
                    text(from),
                    text(fromName),
                    text(to),
                    text(toName),
                    text(comment));
        }

        private static String text(@Nullable String given) {
            return given == null ? "" : given;
        }
    }

    static void write(List<MappingFile.Entry> entries, Path file) {
        FORM.write(new Content(VERSION, entries.stream().map(Item::of).toList()), file);
    }

    static MappingFile read(Path file) {
        Content content = FORM.read(file);
        List<MappingFile.Entry> entries = new ArrayList<>();
        for (@Nullable Item item : content.entries() == null ? List.<Item>of() : content.entries()) {
            if (item == null) {
                throw new MigrationException(
                        "The mapping file " + file + " could not be read because one of its entries is null",
                        "Remove it");
            }
            entries.add(item.entry());
        }
        try {
            return new MappingFile(file.toString(), entries, ItemLines.of(Files.readString(file), "entries"));
        } catch (IOException e) {
            throw new MigrationException(
                    "The mapping file " + file + " could not be read because its source broke off: " + e,
                    "Read it again",
                    e);
        }
    }
}
