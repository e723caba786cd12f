package io.powermigrate.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads CSV as RFC 4180 says it, strictly: rows end with CR LF, a quote inside quotes is doubled. */
final class CsvRows {

    private final String text;
    private int at;

    private CsvRows(String text) {
        this.text = text;
    }

    /** Each row by the names of the header. */
    static List<Map<String, String>> of(String text) {
        CsvRows reader = new CsvRows(text);
        List<String> header = reader.row();
        List<Map<String, String>> rows = new ArrayList<>();
        while (reader.at < text.length()) {
            List<String> cells = reader.row();
            if (cells.size() != header.size()) {
                throw new AssertionError(cells.size() + " cells, but " + header.size() + " columns: " + cells);
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(header.get(i), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private List<String> row() {
        List<String> cells = new ArrayList<>();
        cells.add(cell());
        while (text.charAt(at) == ',') {
            at++;
            cells.add(cell());
        }
        if (!text.startsWith("\r\n", at)) {
            throw new AssertionError("no end of a row at " + at);
        }
        at += 2;
        return cells;
    }

    private String cell() {
        StringBuilder cell = new StringBuilder();
        if (text.charAt(at) != '"') {
            while (",\"\r\n".indexOf(text.charAt(at)) < 0) {
                cell.append(text.charAt(at++));
            }
            return cell.toString();
        }
        at++;
        while (text.charAt(at) != '"' || text.startsWith("\"\"", at)) {
            at += text.charAt(at) == '"' ? 1 : 0;
            cell.append(text.charAt(at++));
        }
        at++;
        return cell.toString();
    }
}
