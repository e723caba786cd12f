package io.powermigrate.internal.page.csv;

import io.powermigrate.internal.text.Shown;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A row in the making; what a column has no value for stays empty. For one thread. */
final class Row {

    /** What a spreadsheet takes for the beginning of a formula, in both widths. */
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private static final String QUOTED = ",;\"";

    private final Map<Column, String> cells = new EnumMap<>(Column.class);

    private Row(Map<Column, String> cells) {
        this.cells.putAll(cells);
    }

    static Row of(String kind) {
        return new Row(Map.of()).with(Column.ROW, kind);
    }

    /** A row of another kind that begins as this one. */
    Row as(String kind) {
        return new Row(cells).with(Column.ROW, kind);
    }

    Row with(Column column, String value) {
        cells.put(column, Shown.whole(value));
        return this;
    }

    /** A number; 0 is left out. */
    Row with(Column column, long number) {
        return number == 0 ? this : with(column, Long.toString(number));
    }

    static String header() {
        return Stream.of(Column.values()).map(Column::title).collect(Collectors.joining(","));
    }

    /** The cells as RFC 4180 wants them, without the end of the line. */
    String text() {
        return Stream.of(Column.values())
                .map(column -> cell(cells.getOrDefault(column, "")))
                .collect(Collectors.joining(","));
    }

    private static String cell(String value) {
        String harmless = isFormula(value) ? "'" + value : value;
        boolean isPlain =
                harmless.equals(harmless.strip()) && harmless.chars().noneMatch(each -> QUOTED.indexOf(each) >= 0);
        return isPlain ? harmless : "\"" + harmless.replace("\"", "\"\"") + "\"";
    }

    /** Also behind blanks, which some programs pass over. Tabs and line breaks are escapes by now. */
    private static boolean isFormula(String value) {
        String begin = value.stripLeading();
        return !begin.isEmpty() && FORMULA.indexOf(begin.charAt(0)) >= 0;
    }
}
