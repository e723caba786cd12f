package io.powermigrate.cds.transfer;

import io.powermigrate.cds.webapi.DataverseError;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The workbook that tells of an import component by component (wire/dataverse.md, section 2.7). */
final class FormattedResults {

    private static final int MOST = 100_000;

    private final XMLStreamReader xml;
    private final List<ComponentResult> results = new ArrayList<>();
    private List<String> head = List.of();

    private FormattedResults(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** Those that did not simply pass; none where the text is no workbook. */
    static List<ComponentResult> of(String workbook) {
        if (workbook.isBlank()) {
            return List.of();
        }
        try {
            return new FormattedResults(JobData.factory().createXMLStreamReader(new StringReader(workbook))).read();
        } catch (XMLStreamException notReadable) {
            return List.of();
        }
    }

    private List<ComponentResult> read() throws XMLStreamException {
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        for (int rows = 0; xml.hasNext() && rows < MOST; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("Row")) {
                row = new ArrayList<>();
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                cell.setLength(0);
            } else if (event == XMLStreamConstants.CHARACTERS) {
                cell.append(xml.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("Data")) {
                row.add(cell.toString());
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("Row")) {
                rows++;
                take(row);
            }
        }
        return results;
    }

    /** Each sheet has a head of its own; only that of components has a status. */
    private void take(List<String> row) {
        if (row.contains("Status") && row.contains("ErrorCode") || row.contains("Item Type")) {
            head = List.copyOf(row);
        } else if (head.contains("Status")) {
            Map<String, String> cells = new HashMap<>();
            for (int i = 0; i < Math.min(head.size(), row.size()); i++) {
                cells.put(head.get(i), row.get(i));
            }
            result(cells);
        }
    }

    private void result(Map<String, String> cells) {
        String status = cells.getOrDefault("Status", "");
        String words = cells.getOrDefault("ErrorText", "");
        boolean failed = status.equalsIgnoreCase("Failure");
        if (failed || !words.isBlank()) {
            String name = cells.getOrDefault("Localized Name", "");
            results.add(new ComponentResult(
                    cells.getOrDefault("Item Type", "component"),
                    name.isBlank() ? cells.getOrDefault("Name", cells.getOrDefault("Id", "")) : name,
                    failed,
                    DataverseError.of(cells.getOrDefault("ErrorCode", ""), words)));
        }
    }
}
