package io.powermigrate.testkit.msapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The columns of a Dataverse table as its Web API describes them. */
final class ColumnMetadata {
    private static final String CRM = "#Microsoft.Dynamics.CRM.";
    private static final String DATE = "2025-01-15T09:30:00Z";

    private final Blueprint.Table table;

    ColumnMetadata(Blueprint.Table table) {
        this.table = table;
    }

    ArrayNode attributes() {
        ArrayNode all = Json.array();
        all.add(attribute(new Column(1, table.primaryId(), table.name(), "Uniqueidentifier")));
        all.add(text(2, "Name"));
        for (String column : table.columns()) {
            all.add(text(all.size() + 1, column));
        }
        all.add(attribute(new Column(90, "createdon", "Created On", "DateTime")));
        all.add(attribute(new Column(91, "statecode", "Status", "State")));
        all.add(attribute(new Column(92, "statuscode", "Status Reason", "Status")));
        return all;
    }

    ObjectNode stateChoice() {
        ArrayNode options = Json.array();
        options.add(option("StateOptionMetadata", 0, "Active")
                .put("DefaultStatus", 1)
                .put("InvariantName", "Active"));
        options.add(option("StateOptionMetadata", 1, "Inactive")
                .put("DefaultStatus", 2)
                .put("InvariantName", "Inactive"));
        return choice("statecode", "Status", "State", options);
    }

    ObjectNode statusChoice() {
        ArrayNode options = Json.array();
        options.add(option("StatusOptionMetadata", 1, "Active").put("State", 0).putNull("TransitionData"));
        options.add(
                option("StatusOptionMetadata", 2, "Inactive").put("State", 1).putNull("TransitionData"));
        return choice("statuscode", "Status Reason", "Status", options);
    }

    ObjectNode ownerTypeChoice() {
        ObjectNode node = Json.object()
                .put("MetadataId", id("owneridtype"))
                .put("LogicalName", "owneridtype")
                .put("SchemaName", "OwnerIdType");
        node.set("DisplayName", noLabel());
        return node.putNull("OptionSet");
    }

    static ObjectNode label(String text) {
        ObjectNode localized = Json.object()
                .put("Label", text)
                .put("LanguageCode", 1033)
                .put("IsManaged", false)
                .put("MetadataId", Ids.guid("label", text))
                .putNull("HasChanged");
        ObjectNode label = Json.object();
        label.putArray("LocalizedLabels").add(localized);
        label.set("UserLocalizedLabel", localized.deepCopy());
        return label;
    }

    static ObjectNode noLabel() {
        ObjectNode label = Json.object();
        label.putArray("LocalizedLabels");
        return label.putNull("UserLocalizedLabel");
    }

    static ObjectNode managed(boolean value, String property) {
        return Json.object().put("Value", value).put("CanBeChanged", true).put("ManagedPropertyLogicalName", property);
    }

    private record Column(int number, String logicalName, String display, String type) {
        boolean isId() {
            return type.equals("Uniqueidentifier");
        }

        boolean isText() {
            return type.equals("String");
        }

        boolean isStamp() {
            return logicalName.equals("createdon");
        }
    }

    private ObjectNode text(int number, String display) {
        Column column = new Column(number, table.logicalColumn(display), display, "String");
        ObjectNode node = attribute(column)
                .put("Format", "Text")
                .put("ImeMode", "Auto")
                .put("MaxLength", 100)
                .putNull("YomiOf")
                .put("IsLocalizable", false)
                .put("DatabaseLength", 200)
                .put("FormulaDefinition", "")
                .put("SourceTypeMask", 0);
        node.putObject("FormatName").put("Value", "Text");
        return node;
    }

    private ObjectNode attribute(Column column) {
        ObjectNode node = Json.object();
        if (!column.isId()) {
            node.put("@odata.type", CRM + column.type() + "AttributeMetadata");
        }
        node.put("MetadataId", id(column.logicalName()))
                .putNull("HasChanged")
                .putNull("AttributeOf")
                .put("AttributeType", column.type())
                .put("ColumnNumber", column.number())
                .putNull("DeprecatedVersion")
                .put("IntroducedVersion", "1.0.0.0")
                .put("EntityLogicalName", table.logicalName());
        abilities(node, column);
        node.put("CreatedOn", DATE).put("ModifiedOn", DATE);
        source(node, column);
        node.putObject("AttributeTypeName").put("Value", column.type() + "Type");
        node.set("Description", noLabel());
        node.set("DisplayName", label(column.display()));
        settings(node, column);
        return node;
    }

    private static void source(ObjectNode node, Column column) {
        if (column.isText() || column.isStamp()) {
            node.put("SourceType", 0);
        } else {
            node.putNull("SourceType");
        }
        node.putNull("AutoNumberFormat");
        if (column.type().startsWith("Stat")) {
            node.putNull("DefaultFormValue");
        }
    }

    private void abilities(ObjectNode node, Column column) {
        boolean custom = column.isText() && !table.prefix().isEmpty();
        node.put("IsCustomAttribute", custom)
                .put("IsPrimaryId", column.isId())
                .put("IsValidODataAttribute", true)
                .put("IsPrimaryName", column.logicalName().equals(table.logicalColumn("Name")))
                .put("IsValidForCreate", !column.isStamp())
                .put("IsValidForRead", true)
                .put("IsValidForUpdate", !column.isId() && !column.isStamp())
                .put("CanBeSecuredForRead", custom)
                .put("CanBeSecuredForCreate", custom)
                .put("CanBeSecuredForUpdate", custom)
                .put("IsSecured", false)
                .put("IsRetrievable", true)
                .put("IsFilterable", true)
                .put("IsSearchable", column.isText())
                .put("IsManaged", false)
                .putNull("LinkedAttributeId")
                .put("LogicalName", column.logicalName())
                .put("IsValidForForm", !column.isId())
                .put("IsRequiredForForm", false)
                .put("IsValidForGrid", !column.isId())
                .put("SchemaName", column.logicalName())
                .putNull("ExternalName")
                .put("IsLogical", false)
                .put("IsDataSourceSecret", false)
                .putNull("InheritsFrom");
    }

    private static void settings(ObjectNode node, Column column) {
        node.set("IsAuditEnabled", managed(true, "canmodifyauditsettings"));
        node.set("IsGlobalFilterEnabled", managed(false, "canmodifyglobalfiltersettings"));
        node.set("IsSortableEnabled", managed(false, "canmodifyissortablesettings"));
        node.set("IsCustomizable", managed(true, "iscustomizable"));
        node.set("IsRenameable", managed(true, "isrenameable"));
        node.set("IsValidForAdvancedFind", managed(true, "canmodifysearchsettings"));
        ObjectNode required = managed(true, "canmodifyrequirementlevelsettings");
        node.set("RequiredLevel", required.put("Value", column.isId() ? "SystemRequired" : "None"));
        node.set("CanModifyAdditionalSettings", managed(true, "canmodifyadditionalsettings"));
        node.putArray("Settings");
    }

    private ObjectNode choice(String column, String display, String type, ArrayNode options) {
        ObjectNode set = Json.object()
                .put("MetadataId", Ids.guid("choice", table.logicalName(), column))
                .putNull("HasChanged")
                .put("IsCustomOptionSet", true)
                .put("IsGlobal", false)
                .put("IsManaged", false)
                .put("Name", table.logicalName() + "_" + column)
                .putNull("ExternalTypeName")
                .put("OptionSetType", type)
                .put("IntroducedVersion", "1.0.0.0")
                .putNull("ParentOptionSetName");
        set.set("Description", label(display + " of the row"));
        set.set("DisplayName", label(display));
        set.set("IsCustomizable", managed(true, "iscustomizable"));
        set.set("Options", options);
        ObjectNode node = Json.object()
                .put("MetadataId", id(column))
                .put("LogicalName", column)
                .put("SchemaName", column);
        node.set("DisplayName", label(display));
        node.set("OptionSet", set);
        return node;
    }

    private static ObjectNode option(String type, int value, String label) {
        ObjectNode node = Json.object()
                .put("@odata.type", CRM + type)
                .put("Value", value)
                .putNull("Color")
                .put("IsManaged", false)
                .putNull("ExternalValue");
        node.putArray("ParentValues");
        node.putNull("Tag").put("IsHidden", false).putNull("MetadataId").putNull("HasChanged");
        node.set("Label", label(label));
        node.set("Description", noLabel());
        return node;
    }

    private String id(String column) {
        return Ids.guid("column", table.logicalName(), column);
    }
}
