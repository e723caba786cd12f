package io.powermigrate.internal.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows of comma-separated values, as RFC 4180 has them; semicolons as spreadsheets of many countries write them are read,
 * too. A value that a spreadsheet would take for a formula is written with an apostrophe before it, which is taken away when
 * it is read.
 */
public final class CsvRows {

    private static final String FORMULA = "=+-@\t\r'";

    private final String text;
    private final char separator;
    private int at;
    private int line = 1;

    /** The values of a row, and the line in which it begins. */
    public record Row(int line, List<String> values) {

        public Row {
            values = List.copyOf(values);
        }

        /** Whether it holds nothing. */
        public boolean isBlank() {
            return values.stream().allMatch(String::isBlank);
        }

        @Override
        public String toString() {
            return Shown.record(this);
        }
    }

    private CsvRows(String text) {
        this.text = text;
        String head = text.lines().findFirst().orElse("");
        this.separator = head.indexOf(';') >= 0 && head.indexOf(',') < 0 ? ';' : ',';
    }

    /**
     * The rows of a text.
     *
     * @throws IllegalArgumentException when a quote is never closed; the message is the line in which it opens
     */
    public static List<Row> of(String text) {
        String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
        return new CsvRows(plain).rows();
    }

    /** The text of rows, each ended by LF. */
    public static String text(Collection<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(CsvRows::quoted).collect(Collectors.joining(",")) + "\n")
                .collect(Collectors.joining());
    }

    private static String quoted(String value) {
        String safe = isFormula(value) ? "'" + value : value;
        boolean plain = safe.chars().noneMatch(c -> c == '"' || c == ',' || c == ';' || c == '\n' || c == '\r');
        return plain && safe.strip().equals(safe) ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static boolean isFormula(String value) {
        return !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0;
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        while (at < text.length()) {
            rows.add(row());
        }
        return rows;
    }

    private Row row() {
        int begins = line;
        List<String> values = new ArrayList<>();
        do {
            values.add(value());
        } while (skip(separator));
        skip('\r');
        if (skip('\n')) {
            line++;
        }
        return new Row(begins, values);
    }

    private boolean skip(char expected) {
        if (at < text.length() && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    private String value() {
        String raw = at < text.length() && text.charAt(at) == '"' ? quotedValue() : "";
        StringBuilder value = new StringBuilder(raw);
        while (at < text.length() && text.charAt(at) != separator && !isEnd()) {
            value.append(text.charAt(at++));
        }
        String read = value.toString();
        return read.length() > 1 && read.charAt(0) == '\'' && FORMULA.indexOf(read.charAt(1)) >= 0
                ? read.substring(1)
                : read;
    }

    private boolean isEnd() {
        char c = text.charAt(at);
        return c == '\n' || (c == '\r' && (at + 1 == text.length() || text.charAt(at + 1) == '\n'));
    }

    private String quotedValue() {
        int opened = line;
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"' && !skip('"')) {
                return value.toString();
            }
            if (c == '\n') {
                line++;
            }
            value.append(c);
        }
        throw new IllegalArgumentException(Integer.toString(opened));
    }
}
