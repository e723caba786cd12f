package io.powermigrate.testkit.fake.internal.solutions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.ColumnType;
import io.powermigrate.testkit.fake.internal.dataverse.Rows;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import io.powermigrate.testkit.fake.internal.solutions.model.Dom;
import io.powermigrate.testkit.fake.internal.solutions.model.Part;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.w3c.dom.Element;

/** The members of a row from the leaves of an element that are called like its columns; a path stands for its file. */
final class RowFill {
    /** What is larger stays in the package's file only. */
    private static final int LARGEST_TEXT = 1 << 20;

    private RowFill() {}

    static ObjectNode of(Part part, Table table) {
        ObjectNode row = Rows.row();
        for (Element leaf : Dom.children(part.xml())) {
            String name = leaf.getTagName().toLowerCase(Locale.ROOT);
            boolean plain = Dom.children(leaf).isEmpty()
                    && !leaf.getAttribute("xsi:nil").equals("true");
            table.column(name)
                    .filter(each -> plain && !each.path("IsPrimaryId").asBoolean())
                    .ifPresent(column -> put(row, column, leaf.getTextContent(), part));
        }
        row.remove(List.of("iscustomizable", "ismanaged", "solutionid"));
        return row;
    }

    private static void put(ObjectNode row, ObjectNode column, String text, Part part) {
        String name = column.path("LogicalName").asText();
        switch (ColumnType.of(column)) {
            case INTEGER, PICKLIST, STATE, STATUS, BIGINT -> {
                if (text.matches("-?\\d{1,18}")) {
                    row.put(name, Long.parseLong(text));
                }
            }
            case BOOLEAN -> row.put(name, text.equals("1") || text.equalsIgnoreCase("true"));
            case STRING, MEMO, ENTITY_NAME, DATETIME -> row.put(name, content(text, part));
            default -> {}
        }
    }

    private static String content(String text, Part part) {
        byte[] file = text.startsWith("/") ? part.files().get(text.substring(1)) : null;
        return file == null ? text : file.length > LARGEST_TEXT ? "" : new String(file, StandardCharsets.UTF_8);
    }
}
