package io.powermigrate.model;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.CsvRows;
import io.powermigrate.internal.text.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Entries of a mapping as a table; each row has the line that it stands in. */
final class CsvLines {

    private static final List<String> COLUMNS =
            List.of("state", "layer", "type", "from", "from_name", "to", "to_name", "comment");
    private static final List<String> NEEDED = List.of("type", "from", "to");

    private final Path file;
    private final List<String> columns;

    private CsvLines(Path file, List<String> columns) {
        this.file = file;
        this.columns = columns;
    }

    static String text(List<MappingFile.Entry> entries) {
        return CsvRows.text(Stream.concat(
                        Stream.of(COLUMNS),
                        entries.stream()
                                .map(each -> List.of(
                                        each.state().name(),
                                        each.layer(),
                                        each.type(),
                                        each.from(),
                                        each.fromName(),
                                        each.to(),
                                        each.toName(),
                                        each.comment())))
                .toList());
    }

    static MappingFile read(Path file) {
        List<CsvRows.Row> rows =
                rows(file).stream().filter(row -> !row.isBlank()).toList();
        List<String> head = rows.isEmpty()
                ? List.of()
                : rows.get(0).values().stream()
                        .map(each -> each.strip().toLowerCase(Locale.ROOT))
                        .toList();
        CsvLines lines = new CsvLines(file, head);
        lines.requireColumns();
        List<MappingFile.Entry> entries = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (CsvRows.Row row : rows.subList(1, rows.size())) {
            entries.add(lines.entry(row));
            places.add(row.line());
        }
        return new MappingFile(file.toString(), entries, places);
    }

    private static List<CsvRows.Row> rows(Path file) {
        try {
            return CsvRows.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw refused(file, "there is no such file", "Name a file that is there");
        } catch (IOException e) {
            throw refused(file, "of " + e, "Save it as CSV in UTF-8");
        } catch (IllegalArgumentException open) {
            throw refused(file, "the quote in line " + open.getMessage() + " is never closed", "Close it");
        }
    }

    private void requireColumns() {
        Optional<String> missing =
                NEEDED.stream().filter(each -> !columns.contains(each)).findFirst();
        Optional<String> unknown = columns.stream()
                .filter(each -> !COLUMNS.contains(each) || columns.indexOf(each) != columns.lastIndexOf(each))
                .findFirst();
        if (missing.isPresent()) {
            throw refused(
                    file,
                    "its first line names no column \"" + missing.get() + "\"",
                    "Begin it with: " + String.join(",", COLUMNS));
        }
        if (unknown.isPresent()) {
            throw refused(
                    file,
                    "its first line names the column \"" + Shown.name(unknown.get())
                            + "\", which is unknown or there twice",
                    "Begin it with: " + String.join(",", COLUMNS));
        }
    }

    private MappingFile.Entry entry(CsvRows.Row row) {
        if (row.values().size() > columns.size()) {
            throw refused(
                    file,
                    "line " + row.line() + " has " + row.values().size() + " values, and there are " + columns.size()
                            + " columns",
                    "Put values that hold a comma into quotes");
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < row.values().size(); i++) {
            values.put(columns.get(i), row.values().get(i));
        }
        return new MappingFile.Entry(
                state(row, values),
                values.getOrDefault("layer", ""),
                values.getOrDefault("type", ""),
                values.getOrDefault("from", ""),
                values.getOrDefault("from_name", ""),
                values.getOrDefault("to", ""),
                values.getOrDefault("to_name", ""),
                values.getOrDefault("comment", ""));
    }

    /** Who leaves it out means a line, or what is still open. */
    private MappingFile.State state(CsvRows.Row row, Map<String, String> values) {
        String given = values.getOrDefault("state", "").strip().toUpperCase(Locale.ROOT);
        if (given.isEmpty()) {
            return values.getOrDefault("to", "").isBlank() ? MappingFile.State.OPEN : MappingFile.State.LINE;
        }
        return Stream.of(MappingFile.State.values())
                .filter(state -> state.name().equals(given))
                .findFirst()
                .orElseThrow(() -> refused(
                        file,
                        "line " + row.line() + " has the state \"" + Shown.name(given) + "\"",
                        "Give LINE, OPEN, CANDIDATE or COMMENT"));
    }

    private static MigrationException refused(Path file, String because, String remedy) {
        return new MigrationException("The mapping file " + file + " could not be read because " + because, remedy);
    }
}
