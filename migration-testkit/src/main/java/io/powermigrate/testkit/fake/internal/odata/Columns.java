package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.ColumnType;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import java.util.ArrayList;
import java.util.List;

/** What of a table's columns shows in rows. */
final class Columns {

    private Columns() {}

    static boolean isLookup(ObjectNode column) {
        return ColumnType.of(column).isLookup();
    }

    /** Shadow columns and what has no value of its own stay out. */
    static boolean shows(ObjectNode column) {
        ColumnType type = ColumnType.of(column);
        return column.path("AttributeOf").asText("").isEmpty()
                && column.path("IsValidForRead").asBoolean(true)
                && type != ColumnType.VIRTUAL;
    }

    /** The member of a row for a column: lookups are {@code _name_value}. */
    static String member(ObjectNode column) {
        String name = column.path("LogicalName").asText();
        return isLookup(column) ? "_" + name + "_value" : name;
    }

    /** The members of a full read, in the order of the definition. */
    static List<String> members(Table table) {
        List<String> members = new ArrayList<>();
        table.columns().values().stream().filter(Columns::shows).forEach(each -> members.add(member(each)));
        return members;
    }

    /** The column of a member of a row. */
    static String column(String member) {
        return member.startsWith("_") && member.endsWith("_value") ? member.substring(1, member.length() - 6) : member;
    }
}
