package io.powermigrate.testkit.solution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Columns in the order of elements that the service writes (docs/wire/dataverse.md, section 6.5). */
final class AttributeXml {
    /** The elements before and behind the options, in order. */
    private static final List<String> BEFORE = List.of(
            "Type",
            "Name",
            "LogicalName",
            "RequiredLevel",
            "DisplayMask",
            "ImeMode",
            "ValidForUpdateApi",
            "ValidForReadApi",
            "ValidForCreateApi",
            "IsCustomField",
            "IsAuditEnabled",
            "IsLogical",
            "IsSecured",
            "IntroducedVersion",
            "IsCustomizable",
            "IsRenameable",
            "CanModifySearchSettings",
            "CanModifyRequirementLevelSettings",
            "CanModifyAdditionalSettings",
            "SourceType",
            "IsGlobalFilterEnabled",
            "IsSortableEnabled",
            "CanModifyGlobalFilterSettings",
            "CanModifyIsSortableSettings",
            "IsDataSourceSecret",
            "AutoNumberFormat",
            "IsSearchable",
            "IsFilterable",
            "IsRetrievable",
            "IsLocalizable",
            "Format",
            "LookupStyle",
            "MaxLength",
            "Length",
            "CanChangeDateTimeBehavior",
            "Behavior",
            "MinValue",
            "MaxValue",
            "AppDefaultValue");

    private static final List<String> BEHIND =
            List.of("OptionSetName", "Accuracy", "AccuracySource", "YomiOf", "CalculationOf", "AggregateOf");
    private static final List<String> ON = List.of(
            "ValidForUpdateApi",
            "ValidForReadApi",
            "ValidForCreateApi",
            "IsCustomizable",
            "IsRenameable",
            "CanModifySearchSettings",
            "CanModifyRequirementLevelSettings",
            "CanModifyAdditionalSettings",
            "CanModifyGlobalFilterSettings",
            "CanModifyIsSortableSettings");
    private static final List<String> OFF = List.of(
            "IsAuditEnabled",
            "IsSecured",
            "SourceType",
            "IsGlobalFilterEnabled",
            "IsSortableEnabled",
            "IsDataSourceSecret",
            "IsSearchable",
            "IsFilterable",
            "IsRetrievable",
            "IsLocalizable");
    private static final Map<String, String> COMMON = common();

    private AttributeXml() {}

    static void write(Xml xml, TableSpec table, ColumnSpec column) {
        Map<String, String> members = members(column);
        xml.open("attribute", "PhysicalName", column.schemaName());
        leaves(xml, members, BEFORE);
        String optionSet = table.logicalName() + "_" + column.logicalName();
        column.choice().ifPresent(choice -> choice.write(xml, optionSet, column.type(), false));
        states(xml, table, column);
        leaves(xml, members, BEHIND);
        if (column.type().equals("lookup")) {
            xml.empty("LookupTypes");
        }
        xml.label("displaynames", "displayname", column.label());
        xml.label("Descriptions", "Description", "").close();
    }

    private static Map<String, String> members(ColumnSpec column) {
        Map<String, String> members = new LinkedHashMap<>(COMMON);
        members.put("Type", column.type());
        members.put("Name", column.logicalName());
        members.put("LogicalName", column.logicalName());
        members.put("IsCustomField", column.schemaName().indexOf('_') > 0 ? "1" : "0");
        members.putAll(column.members());
        return members;
    }

    private static void leaves(Xml xml, Map<String, String> members, List<String> order) {
        for (String name : order) {
            if (members.containsKey(name)) {
                xml.leaf(name, members.get(name));
            }
        }
    }

    private static void states(Xml xml, TableSpec table, ColumnSpec column) {
        if (column.type().equals("state")) {
            open(xml, table, column).open("states");
            xml.open("state", "value", "0", "defaultstatus", "1", "invariantname", "Active");
            xml.label("labels", "label", "Active").close();
            xml.open("state", "value", "1", "defaultstatus", "2", "invariantname", "Inactive");
            xml.label("labels", "label", "Inactive").close();
            xml.close().close();
        } else if (column.type().equals("status")) {
            open(xml, table, column).open("statuses");
            xml.open("status", "value", "1", "state", "0");
            xml.label("labels", "label", "Active").close();
            xml.open("status", "value", "2", "state", "1");
            xml.label("labels", "label", "Inactive").close();
            xml.close().close();
        }
    }

    private static Xml open(Xml xml, TableSpec table, ColumnSpec column) {
        xml.open("optionset", "Name", table.logicalName() + "_" + column.logicalName());
        xml.leaf("OptionSetType", column.type()).leaf("IntroducedVersion", "1.0.0.0");
        return xml.leaf("IsCustomizable", "1").label("displaynames", "displayname", column.label());
    }

    private static Map<String, String> common() {
        Map<String, String> common = new LinkedHashMap<>();
        common.put("RequiredLevel", "none");
        common.put("DisplayMask", "ValidForAdvancedFind|ValidForForm|ValidForGrid");
        common.put("ImeMode", "auto");
        ON.forEach(flag -> common.put(flag, "1"));
        OFF.forEach(flag -> common.put(flag, "0"));
        common.put("IntroducedVersion", "1.0.0.0");
        common.put("AutoNumberFormat", "");
        return common;
    }
}
