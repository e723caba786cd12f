package io.powermigrate.testkit.fake.internal.solutions.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.ColumnType;
import io.powermigrate.testkit.fake.internal.solutions.model.Dom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** AttributeMetadata as a column of a package: a new element, or one that came and was changed since. */
public final class ColumnWriter {
    private static final Map<ColumnType, String> TYPES = Map.ofEntries(
            Map.entry(ColumnType.STRING, "nvarchar"),
            Map.entry(ColumnType.MEMO, "ntext"),
            Map.entry(ColumnType.INTEGER, "int"),
            Map.entry(ColumnType.BIGINT, "bigint"),
            Map.entry(ColumnType.DECIMAL, "decimal"),
            Map.entry(ColumnType.DOUBLE, "float"),
            Map.entry(ColumnType.MONEY, "money"),
            Map.entry(ColumnType.BOOLEAN, "bit"),
            Map.entry(ColumnType.DATETIME, "datetime"),
            Map.entry(ColumnType.PICKLIST, "picklist"),
            Map.entry(ColumnType.MULTISELECT, "multiselectpicklist"),
            Map.entry(ColumnType.STATE, "state"),
            Map.entry(ColumnType.STATUS, "status"),
            Map.entry(ColumnType.LOOKUP, "lookup"),
            Map.entry(ColumnType.CUSTOMER, "customer"),
            Map.entry(ColumnType.OWNER, "owner"),
            Map.entry(ColumnType.UNIQUEIDENTIFIER, "primarykey"),
            Map.entry(ColumnType.IMAGE, "image"),
            Map.entry(ColumnType.FILE, "file"));

    private ColumnWriter() {}

    /** Puts what the column is now over the element that came. */
    public static void refresh(Element attribute, ObjectNode column) {
        values(column).forEach((name, value) -> {
            if (Dom.child(attribute, name).isPresent()) {
                Dom.set(attribute, name, value);
            }
        });
        label(attribute, column);
        options(attribute, column);
    }

    /** Whether a package holds such columns at all: shadow columns and versions are never there. */
    public static boolean isWritten(ObjectNode column) {
        return TYPES.containsKey(ColumnType.of(column))
                && column.path("AttributeOf").isNull()
                && !column.path("LogicalName").asText().equals("versionnumber");
    }

    public static void write(Element attributes, ObjectNode column) {
        Element attribute = Dom.add(attributes, "attribute");
        String schemaName = column.path("SchemaName").asText();
        attribute.setAttribute("PhysicalName", schemaName);
        ColumnType type = ColumnType.of(column);
        Dom.add(attribute, "Type", TYPES.getOrDefault(type, "nvarchar"));
        Dom.add(attribute, "Name", column.path("LogicalName").asText());
        Dom.add(attribute, "LogicalName", column.path("LogicalName").asText());
        Map<String, String> values = values(column);
        for (String name : List.of("RequiredLevel", "DisplayMask", "ImeMode")) {
            Optional.ofNullable(values.get(name)).ifPresent(value -> Dom.add(attribute, name, value));
        }
        flags(attribute, column);
        for (String name : List.of(
                "Format",
                "LookupStyle",
                "MaxLength",
                "Length",
                "Behavior",
                "MinValue",
                "MaxValue",
                "AppDefaultValue")) {
            Optional.ofNullable(values.get(name)).ifPresent(value -> Dom.add(attribute, name, value));
        }
        ofType(attribute, column, type);
        label(attribute, column);
    }

    private static void flags(Element attribute, ObjectNode column) {
        flag(attribute, "ValidForUpdateApi", column.path("IsValidForUpdate"));
        flag(attribute, "ValidForReadApi", column.path("IsValidForRead"));
        flag(attribute, "ValidForCreateApi", column.path("IsValidForCreate"));
        flag(attribute, "IsCustomField", column.path("IsCustomAttribute"));
        flag(attribute, "IsSecured", column.path("IsSecured"));
        Dom.add(attribute, "IntroducedVersion", column.path("IntroducedVersion").asText("1.0.0.0"));
        flag(attribute, "IsCustomizable", column.path("IsCustomizable").path("Value"));
    }

    private static void ofType(Element attribute, ObjectNode column, ColumnType type) {
        String global = column.path("GlobalOptionSet").path("Name").asText("");
        if (!global.isEmpty()) {
            Dom.add(attribute, "OptionSetName", global);
        } else if (type.hasOptions() || type == ColumnType.BOOLEAN) {
            ChoiceWriter.write(attribute, (ObjectNode) column.path("OptionSet"), TYPES.getOrDefault(type, "picklist"));
        }
        if (column.has("Precision")) {
            Dom.add(attribute, "Accuracy", column.path("Precision").asText());
        }
        if (type.isLookup()) {
            Dom.add(attribute, "LookupTypes");
        }
    }

    private static Map<String, String> values(ObjectNode column) {
        Map<String, String> values = new LinkedHashMap<>();
        String level = column.path("RequiredLevel").path("Value").asText("None");
        values.put("RequiredLevel", level.equals("ApplicationRequired") ? "required" : level.toLowerCase(Locale.ROOT));
        values.put("IsSecured", column.path("IsSecured").asBoolean() ? "1" : "0");
        number(values, "MaxLength", column.path("MaxLength"));
        number(values, "Length", column.path("DatabaseLength"));
        number(values, "Accuracy", column.path("Precision"));
        format(values, column);
        if (column.path("IsPrimaryName").asBoolean()) {
            values.put("DisplayMask", "PrimaryName|ValidForAdvancedFind|ValidForForm|ValidForGrid|RequiredForForm");
        }
        return values;
    }

    private static void format(Map<String, String> values, ObjectNode column) {
        if (ColumnType.of(column) == ColumnType.DATETIME) {
            values.put("Format", column.path("Format").asText().equals("DateOnly") ? "date" : "datetime");
            String behavior = column.path("DateTimeBehavior").path("Value").asText();
            values.put("Behavior", behavior.equals("DateOnly") ? "2" : behavior.equals("UserLocal") ? "1" : "3");
        }
    }

    private static void number(Map<String, String> values, String name, JsonNode value) {
        if (value.isNumber()) {
            values.put(name, value.asText());
        }
    }

    private static void label(Element attribute, ObjectNode column) {
        String label = Labels.text(column, "DisplayName");
        if (label.isEmpty()) {
            return;
        }
        Element names = Dom.child(attribute, "displaynames").orElseGet(() -> Dom.add(attribute, "displaynames"));
        Element name = Dom.child(names, "displayname").orElseGet(() -> Dom.add(names, "displayname"));
        name.setAttribute("description", label);
        if (name.getAttribute("languagecode").isEmpty()) {
            name.setAttribute("languagecode", "1033");
        }
    }

    private static void options(Element attribute, ObjectNode column) {
        Dom.child(attribute, "optionset")
                .filter(set -> Dom.child(set, "options").isPresent()
                        && column.path("OptionSet").path("Options").isArray())
                .ifPresent(set -> ChoiceWriter.refresh(set, (ObjectNode) column.path("OptionSet")));
    }

    private static void flag(Element attribute, String name, JsonNode value) {
        Dom.add(attribute, name, value.asBoolean() ? "1" : "0");
    }
}
