package io.powermigrate.testkit.fake.internal.solutions.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.ColumnType;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Shapes;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.solutions.model.Dom;
import io.powermigrate.testkit.fake.internal.solutions.model.ImportFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** A column of a package as AttributeMetadata (wire/dataverse.md, sections 3.2 and 6.5). */
public final class ColumnReader {
    private static final Map<String, ColumnType> TYPES = Map.ofEntries(
            Map.entry("nvarchar", ColumnType.STRING),
            Map.entry("ntext", ColumnType.MEMO),
            Map.entry("int", ColumnType.INTEGER),
            Map.entry("bigint", ColumnType.BIGINT),
            Map.entry("decimal", ColumnType.DECIMAL),
            Map.entry("float", ColumnType.DOUBLE),
            Map.entry("money", ColumnType.MONEY),
            Map.entry("bit", ColumnType.BOOLEAN),
            Map.entry("datetime", ColumnType.DATETIME),
            Map.entry("picklist", ColumnType.PICKLIST),
            Map.entry("multiselectpicklist", ColumnType.MULTISELECT),
            Map.entry("state", ColumnType.STATE),
            Map.entry("status", ColumnType.STATUS),
            Map.entry("lookup", ColumnType.LOOKUP),
            Map.entry("customer", ColumnType.CUSTOMER),
            Map.entry("owner", ColumnType.OWNER),
            Map.entry("primarykey", ColumnType.UNIQUEIDENTIFIER),
            Map.entry("uniqueidentifier", ColumnType.UNIQUEIDENTIFIER),
            Map.entry("image", ColumnType.IMAGE),
            Map.entry("file", ColumnType.FILE));
    private static final Map<String, String> LEVELS = Map.of(
            "none",
            "None",
            "systemrequired",
            "SystemRequired",
            "required",
            "ApplicationRequired",
            "recommended",
            "Recommended");
    private static final Map<String, String> FORMATS = Map.ofEntries(
            Map.entry("text", "Text"),
            Map.entry("textarea", "TextArea"),
            Map.entry("email", "Email"),
            Map.entry("url", "Url"),
            Map.entry("phone", "Phone"),
            Map.entry("tickersymbol", "TickerSymbol"),
            Map.entry("phoneticguide", "PhoneticGuide"),
            Map.entry("versionnumber", "VersionNumber"),
            Map.entry("json", "Json"),
            Map.entry("richtext", "RichText"),
            Map.entry("duration", "Duration"),
            Map.entry("timezone", "TimeZone"),
            Map.entry("language", "Language"),
            Map.entry("locale", "Locale"));

    private final Organisation organisation;
    private final Labels labels;

    public ColumnReader(Organisation organisation) {
        this.organisation = organisation;
        this.labels = new Labels(organisation.settings().languages());
    }

    public static String name(Element attribute) {
        String logical = Dom.text(attribute, "LogicalName");
        return (logical.isEmpty() ? Dom.text(attribute, "Name") : logical).toLowerCase(Locale.ROOT);
    }

    public static ColumnType type(Element attribute) {
        return TYPES.getOrDefault(Dom.text(attribute, "Type").toLowerCase(Locale.ROOT), ColumnType.VIRTUAL);
    }

    public ObjectNode read(String table, Element attribute, List<String> targets) {
        ColumnType type = type(attribute);
        ObjectNode column =
                organisation.schema().shapes().column(table, type, attribute.getAttribute("PhysicalName"), "");
        column.put("LogicalName", name(attribute));
        column.set("DisplayName", labels.of(attribute, "displaynames"));
        column.set("Description", labels.of(attribute, "Descriptions"));
        flags(column, attribute);
        numbers(column, attribute);
        formats(column, attribute, type);
        options(column, attribute, type);
        if (type.isLookup() && !targets.isEmpty()) {
            column.set("Targets", Json.strings(targets));
        }
        return column;
    }

    private static void flags(ObjectNode column, Element attribute) {
        String mask = Dom.text(attribute, "DisplayMask");
        column.put("IsCustomAttribute", flag(attribute, "IsCustomField", false))
                .put("IsSecured", flag(attribute, "IsSecured", false))
                .put("IsPrimaryName", mask.contains("PrimaryName"))
                .put("IsPrimaryId", Dom.text(attribute, "Type").equals("primarykey"))
                .put("IsValidForCreate", flag(attribute, "ValidForCreateApi", false))
                .put("IsValidForRead", flag(attribute, "ValidForReadApi", false))
                .put("IsValidForUpdate", flag(attribute, "ValidForUpdateApi", false));
        Dom.find(attribute, "IntroducedVersion").ifPresent(each -> column.put("IntroducedVersion", each));
        String level = Dom.text(attribute, "RequiredLevel");
        column.withObject("/RequiredLevel").put("Value", LEVELS.getOrDefault(level, "None"));
        column.set("IsCustomizable", Shapes.managed(flag(attribute, "IsCustomizable", true), true, "iscustomizable"));
        Dom.find(attribute, "AutoNumberFormat")
                .filter(each -> !each.isEmpty())
                .ifPresent(each -> column.put("AutoNumberFormat", each));
        if (column.has("SourceType") && !Dom.text(attribute, "SourceType").isEmpty()) {
            column.put("SourceType", Integer.parseInt(Dom.text(attribute, "SourceType")));
        }
    }

    private static void numbers(ObjectNode column, Element attribute) {
        number(column, attribute, "MaxLength", "MaxLength");
        number(column, attribute, "Length", "DatabaseLength");
        number(column, attribute, "MinValue", "MinValue");
        number(column, attribute, "MaxValue", column.has("MaxSizeInKB") ? "MaxSizeInKB" : "MaxValue");
        number(column, attribute, "Accuracy", "Precision");
        number(column, attribute, "AccuracySource", "PrecisionSource");
        number(column, attribute, "AppDefaultValue", "DefaultFormValue");
        if (column.path("DefaultValue").isBoolean()) {
            column.put("DefaultValue", Dom.text(attribute, "AppDefaultValue").equals("1"));
        }
    }

    private static void number(ObjectNode column, Element attribute, String element, String member) {
        String text = Dom.text(attribute, element);
        if (column.has(member) && !text.isEmpty()) {
            double value = Double.parseDouble(text);
            if (column.path(member).isFloatingPointNumber() || value != Math.rint(value)) {
                column.put(member, value);
            } else {
                column.put(member, (long) value);
            }
        }
    }

    private static void formats(ObjectNode column, Element attribute, ColumnType type) {
        String format = Dom.text(attribute, "Format").toLowerCase(Locale.ROOT);
        if (type == ColumnType.DATETIME) {
            column.put("Format", format.equals("date") ? "DateOnly" : "DateAndTime");
            String behavior = Dom.text(attribute, "Behavior");
            column.withObject("/DateTimeBehavior")
                    .put(
                            "Value",
                            behavior.equals("2")
                                    ? "DateOnly"
                                    : behavior.equals("3") ? "TimeZoneIndependent" : "UserLocal");
            boolean changes = flag(attribute, "CanChangeDateTimeBehavior", true);
            column.withObject("/CanChangeDateTimeBehavior").put("Value", changes);
        } else if (FORMATS.containsKey(format) && column.has("Format")) {
            column.put("Format", FORMATS.get(format));
            if (column.has("FormatName")) {
                column.withObject("/FormatName").put("Value", FORMATS.get(format));
            }
        }
    }

    private void options(ObjectNode column, Element attribute, ColumnType type) {
        Optional<Element> local = Dom.child(attribute, "optionset");
        String global = Dom.text(attribute, "OptionSetName");
        if (type == ColumnType.BOOLEAN && local.isPresent()) {
            ObjectNode set = (ObjectNode) column.path("OptionSet");
            for (ObjectNode option : options(local.get())) {
                set.set(option.path("Value").asInt() == 1 ? "TrueOption" : "FalseOption", option);
            }
        } else if (type.hasOptions() && local.isPresent()) {
            ColumnType.withOptions(column, options(local.get()));
        } else if (type.hasOptions() && !global.isEmpty()) {
            ObjectNode choice = organisation
                    .schema()
                    .choice(global)
                    .orElseThrow(() -> new ImportFailure(
                            ImportFailure.OPTION_SET_MISSING,
                            "The option set " + global + " of the attribute " + name(attribute) + " does not exist."));
            column.set("OptionSet", choice.deepCopy());
            column.set("GlobalOptionSet", choice.deepCopy());
        }
    }

    /** A global choice, or the options of a column. */
    public ObjectNode choice(Element optionset) {
        ObjectNode choice =
                organisation.schema().shapes().choice(optionset.getAttribute("Name"), "", options(optionset));
        choice.set("DisplayName", labels.of(optionset, "displaynames"));
        choice.set("Description", labels.of(optionset, "Descriptions"));
        return choice;
    }

    private List<ObjectNode> options(Element optionset) {
        List<ObjectNode> all = new ArrayList<>();
        for (String list : List.of("options", "states", "statuses")) {
            for (Element option : Dom.list(optionset, list)) {
                all.add(option(option));
            }
        }
        return all;
    }

    private ObjectNode option(Element xml) {
        ObjectNode option = Shapes.option(Integer.parseInt(xml.getAttribute("value")), "");
        option.set("Label", labels.of(xml, "labels"));
        option.set("Description", labels.of(xml, "Descriptions"));
        copy(xml, "Color", option, "Color");
        copy(xml, "ExternalValue", option, "ExternalValue");
        if (xml.getTagName().equals("state")) {
            option.put("DefaultStatus", Integer.parseInt(xml.getAttribute("defaultstatus")));
            option.put("InvariantName", xml.getAttribute("invariantname"));
        } else if (xml.getTagName().equals("status")) {
            option.put("State", Integer.parseInt(xml.getAttribute("state"))).putNull("TransitionData");
        }
        return option;
    }

    private static void copy(Element xml, String attribute, ObjectNode option, String member) {
        if (!xml.getAttribute(attribute).isEmpty()) {
            option.put(member, xml.getAttribute(attribute));
        }
    }

    private static boolean flag(Element attribute, String name, boolean otherwise) {
        return Dom.find(attribute, name).map(each -> each.equals("1")).orElse(otherwise);
    }
}
