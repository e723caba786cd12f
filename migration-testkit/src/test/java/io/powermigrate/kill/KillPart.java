package io.powermigrate.kill;

import io.powermigrate.docs.GeneratedPage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A part of the page of kills: a table. It begins with what the published page says, so that some cells can be made alone. */
final class KillPart {

    private static final String BETWEEN = " | ";

    private final String title;
    private final String head;
    private final List<String> keys;
    private final List<String> columns;
    private final Map<String, String[]> rows = new LinkedHashMap<>();

    /**
     * A part as it is published.
     *
     * @param head what stands above the table; empty for nothing
     * @param keys the columns that say which row it is
     * @param columns the others
     */
    KillPart(String title, String head, List<String> keys, List<String> columns) {
        this.title = title;
        this.head = head;
        this.keys = keys;
        this.columns = columns;
        published().lines().filter(line -> line.startsWith("| ")).skip(1).forEach(this::read);
    }

    private void read(String line) {
        String[] cells = line.substring(2, line.length() - 2).split(" \\| ");
        rows.put(
                String.join(BETWEEN, Arrays.copyOfRange(cells, 0, keys.size())),
                Arrays.copyOfRange(cells, keys.size(), cells.length));
    }

    void add(String row, int column, String result) {
        rows.computeIfAbsent(row, any -> columns.stream().map(none -> "–").toArray(String[]::new))[column] = result;
    }

    void add(int column, Map<Moment, String> results) {
        results.forEach((moment, result) -> add(moment.toString(), column, result));
    }

    /** Puts the rows that end so behind those that were added since. */
    void last(String ending) {
        List<String> found =
                rows.keySet().stream().filter(row -> row.endsWith(ending)).toList();
        found.forEach(row -> rows.put(row, rows.remove(row)));
    }

    /** What it says of a cell. */
    String cell(Moment moment, int column) {
        String[] cells = rows.get(moment.toString());
        return cells == null ? "no such row" : cells[column];
    }

    String text() {
        StringBuilder text = new StringBuilder("\n## " + title + "\n\n" + (head.isEmpty() ? "" : head + "\n"));
        text.append(
                GeneratedPage.row(Stream.of(keys, columns).flatMap(List::stream).toArray(String[]::new)));
        text.append("|").append("---|".repeat(keys.size() + columns.size())).append('\n');
        rows.forEach((row, cells) -> text.append("| ")
                .append(row)
                .append(BETWEEN)
                .append(String.join(BETWEEN, cells))
                .append(" |\n"));
        return text.toString();
    }

    /** This part of the page in {@code docs}; empty where it has none. */
    private String published() {
        String page = KillPage.published();
        int begin = page.indexOf("\n## " + title + "\n");
        int end = page.indexOf("\n## ", begin + 1);
        return begin < 0 ? "" : page.substring(begin, end < 0 ? page.length() : end);
    }
}
