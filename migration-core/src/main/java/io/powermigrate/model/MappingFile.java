package io.powermigrate.model;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.files.WholeFile;
import io.powermigrate.internal.text.Shown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A mapping as people keep it in a file: lines with the names beside the ids, comments, and what is still open with those of
 * the destination that it could be. A file that ends in {@code .json} is canonical JSON, one that ends in {@code .csv} a table
 * for a spreadsheet; both say the same. Immutable.
 *
 * <pre>{@code
 * plan.openLines().writeTo(Path.of("lines.csv"));                     // somebody fills in the column "to"
 * Mapping mapping = MappingFile.read(Path.of("lines.csv")).mapping();
 * }</pre>
 *
 * The columns of a table are {@code state, layer, type, from, from_name, to, to_name, comment}, in any order; only {@code type},
 * {@code from} and {@code to} are needed. In an OPEN row, fill in {@code to}; or make a LINE of the CANDIDATE that is meant.
 */
public final class MappingFile {

    /** The layer of lines that name none. */
    static final String LAYER = "mapping";

    private final String name;
    private final List<Entry> entries;
    private final List<Integer> lines;

    /** What an entry is. */
    public enum State {
        /** A line of the mapping. */
        LINE,
        /** A value of the destination is missing; with one it is a line. */
        OPEN,
        /** One of the destination that what is open could be; no line. */
        CANDIDATE,
        /** Words only. */
        COMMENT
    }

    /**
     * One line of the file. Nothing is null; what is not known is empty.
     *
     * @param state what it is
     * @param layer the layer that the line belongs to; the first layer of a file lies on top
     * @param type what kind of value, such as the name of a {@link ResourceType}
     * @param from the value in the source
     * @param fromName what people call it
     * @param to the value in the destination, or {@link Binding#NEW}
     * @param toName what people call it
     * @param comment what somebody wrote to it
     */
    public record Entry(
            State state,
            String layer,
            String type,
            String from,
            String fromName,
            String to,
            String toName,
            String comment) {

        public Entry {
            Stream.of(state, layer, type, from, fromName, to, toName, comment).forEach(Objects::requireNonNull);
        }

        /** A line of the mapping, without names. */
        public static Entry of(Binding line) {
            return new Entry(
                    line.isToBeFilledIn() ? State.OPEN : State.LINE,
                    "",
                    line.type().name(),
                    line.from(),
                    "",
                    line.isToBeFilledIn() ? "" : line.to(),
                    "",
                    "");
        }

        /** Words only. */
        public static Entry comment(String words) {
            return new Entry(State.COMMENT, "", "", "", "", "", "", words);
        }

        /** The same entry with what people call the two. */
        public Entry named(String source, String destination) {
            return new Entry(state, layer, type, from, source, to, destination, comment);
        }

        /** The same entry with words to it. */
        public Entry saying(String words) {
            return new Entry(state, layer, type, from, fromName, to, toName, words);
        }

        Entry in(String other) {
            return new Entry(state, other, type, from, fromName, to, toName, comment);
        }

        boolean isLine() {
            return state == State.LINE || (state == State.OPEN && !to.isBlank());
        }

        /** In one line, for people. */
        @Override
        public String toString() {
            return Shown.record(this);
        }
    }

    MappingFile(String name, List<Entry> entries, List<Integer> lines) {
        this.name = name;
        this.entries = List.copyOf(entries);
        this.lines = List.copyOf(lines);
    }

    /** A file that holds these. */
    public static MappingFile of(List<Entry> entries) {
        return new MappingFile("", entries, List.of());
    }

    /** A file that holds the lines that the caller gave, of every layer, from the top. */
    public static MappingFile of(Mapping mapping) {
        List<Entry> entries = new ArrayList<>();
        mapping.layersGiven()
                .forEach((layer, bindings) ->
                        bindings.forEach(line -> entries.add(Entry.of(line).in(layer.equals(LAYER) ? "" : layer))));
        return of(entries);
    }

    /**
     * Reads a file in the form that its ending names.
     *
     * @throws MigrationException when the ending is another one, or the file cannot be read; the line is told
     */
    public static MappingFile read(Path file) {
        return switch (ending(file, "read")) {
            case ".json" -> JsonLines.read(file);
            default -> CsvLines.read(file);
        };
    }

    /**
     * Writes a file in the form that its ending names, which only its owner may read. The file is there whole or as it was
     * before.
     *
     * @throws MigrationException when the ending is another one, or the file cannot be written
     */
    public void writeTo(Path file) {
        if (ending(file, "written").equals(".json")) {
            JsonLines.write(entries, file);
            return;
        }
        byte[] table = CsvLines.text(entries).getBytes(StandardCharsets.UTF_8);
        try {
            WholeFile.write(file, out -> out.write(table));
        } catch (IOException e) {
            throw new MigrationException(
                    "The mapping was not written to " + file + " because " + e, "Name a file that can be written", e);
        }
    }

    private static String ending(Path file, String what) {
        String lower = file.toString().toLowerCase(Locale.ROOT);
        return Stream.of(".json", ".csv")
                .filter(lower::endsWith)
                .findFirst()
                .orElseThrow(() -> new MigrationException(
                        "The mapping file " + file + " was not " + what + " because its ending names no known form",
                        "Name a file that ends in .json or .csv"));
    }

    /** All that it holds, in its order. */
    public List<Entry> entries() {
        return entries;
    }

    /** What still lacks a value of the destination. */
    public List<Entry> open() {
        return entries.stream()
                .filter(each -> each.state() == State.OPEN && !each.isLine())
                .toList();
    }

    /** A file that holds the entries of this one, then those of another one. */
    public MappingFile and(MappingFile more) {
        return of(Stream.concat(entries.stream(), more.entries.stream()).toList());
    }

    /** A file with the same entries, each resource with what the two environments call it; other names stay. */
    public MappingFile named(Inventory source, Inventory destination) {
        return new MappingFile(
                name,
                entries.stream()
                        .map(each -> each.named(
                                called(source, each.type(), each.from()).orElse(each.fromName()),
                                called(destination, each.type(), each.to()).orElse(each.toName())))
                        .toList(),
                lines);
    }

    private static Optional<String> called(Inventory inventory, String type, String id) {
        return inventory.byId(type, id).map(Resource::displayName);
    }

    /**
     * The lines as a mapping: its layers lie above each other in the order in which they first occur. Lines that a plan does
     * not use are told with the file and the line that they stand in.
     *
     * @throws MigrationException when a line lacks a value, or a layer binds one value twice; the line is told
     */
    public Mapping mapping() {
        Map<String, LayerOfLines> layers = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (entry.isLine()) {
                layers.computeIfAbsent(entry.layer().isBlank() ? LAYER : entry.layer(), LayerOfLines::new)
                        .add(entry, place(i));
            }
        }
        return layers.values().stream()
                .map(LayerOfLines::mapping)
                .reduce((above, below) -> above.over(below))
                .orElse(Mapping.none());
    }

    private String place(int entry) {
        return lines.isEmpty() ? "entry " + (entry + 1) : name + ", line " + lines.get(entry);
    }

    /** In one line: how many lines, and how many of what is open. */
    @Override
    public String toString() {
        return Shown.value("MappingFile " + name + ": "
                + entries.stream().filter(Entry::isLine).count() + " lines, " + open().size() + " open");
    }
}
