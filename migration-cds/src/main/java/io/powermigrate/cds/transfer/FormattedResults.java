package io.powermigrate.cds.transfer;

import io.powermigrate.cds.solution.input.XmlCursor;
import io.powermigrate.cds.webapi.DataverseError;
import io.powermigrate.internal.text.Shown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The workbook that tells of an import component by component, SpreadsheetML of 2003 (wire/dataverse.md, section 2.7).
 *
 * @param components those that did not simply pass
 * @param whole whether it could be read to its end
 */
record FormattedResults(List<ComponentResult> components, boolean whole) {

    private static final int MOST_COLUMNS = 100;
    private static final int MOST = 1000;

    FormattedResults {
        components = List.copyOf(components);
    }

    static FormattedResults of(String workbook) {
        if (workbook.isBlank()) {
            return new FormattedResults(List.of(), true);
        }
        Sheets sheets = new Sheets();
        boolean whole = XmlAnswer.read(
                workbook,
                "FormattedResults",
                (xml, root) -> xml.children(sheet -> xml.children(table -> xml.children(row -> {
                    if (row.equals("Row")) {
                        sheets.row(cells(xml));
                    }
                }))));
        return new FormattedResults(sheets.components, whole);
    }

    /** Empty cells may have no data, and may be left out: then the next one tells its place. */
    private static List<String> cells(XmlCursor xml) {
        List<String> cells = new ArrayList<>();
        xml.children(cell -> {
            String index = xml.attribute("Index").orElse("");
            int place = index.matches("\\d{1,3}") ? Math.min(Integer.parseInt(index), MOST_COLUMNS) : 0;
            while (cells.size() < place - 1) {
                cells.add("");
            }
            StringBuilder text = new StringBuilder();
            xml.children(data -> text.append(data.equals("Data") ? xml.text() : ""));
            cells.add(text.toString().trim());
        });
        return cells;
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }

    /** Each sheet has a head of its own; only that of components has a status. Heads are spelled with and without spaces. */
    private static final class Sheets {

        private final List<ComponentResult> components = new ArrayList<>();
        private List<String> head = List.of();

        void row(List<String> cells) {
            List<String> names = cells.stream()
                    .map(name -> name.replace(" ", "").toLowerCase(Locale.ROOT))
                    .toList();
            if (names.contains("status") && names.contains("errorcode") || names.contains("itemtype")) {
                head = names;
            } else if (head.contains("status")) {
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < Math.min(head.size(), cells.size()); i++) {
                    row.putIfAbsent(head.get(i), cells.get(i));
                }
                component(row);
            }
        }

        private void component(Map<String, String> row) {
            boolean failed = row.getOrDefault("status", "").equalsIgnoreCase("Failure");
            DataverseError error =
                    DataverseError.of(row.getOrDefault("errorcode", ""), row.getOrDefault("errortext", ""));
            boolean remark = !error.words().isEmpty() || !error.code().isEmpty();
            if ((failed || remark) && components.size() < MOST) {
                components.add(
                        new ComponentResult(row.getOrDefault("itemtype", "component"), called(row), failed, error));
            }
        }

        private static String called(Map<String, String> row) {
            for (String column : List.of("localizedname", "name", "originalname", "id")) {
                String value = row.getOrDefault(column, "");
                if (!value.isBlank()) {
                    return value;
                }
            }
            return "";
        }
    }
}
