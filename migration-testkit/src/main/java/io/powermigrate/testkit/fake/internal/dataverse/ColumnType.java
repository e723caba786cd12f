package io.powermigrate.testkit.fake.internal.dataverse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The types of columns: what metadata calls them, and what the values of rows are (wire/dataverse.md, sections 3.1, 3.2). */
public enum ColumnType {
    STRING("String", "StringType", "String", "Edm.String"),
    MEMO("Memo", "MemoType", "Memo", "Edm.String"),
    INTEGER("Integer", "IntegerType", "Integer", "Edm.Int32"),
    BIGINT("BigInt", "BigIntType", "BigInt", "Edm.Int64"),
    DECIMAL("Decimal", "DecimalType", "Decimal", "Edm.Decimal"),
    DOUBLE("Double", "DoubleType", "Double", "Edm.Double"),
    MONEY("Money", "MoneyType", "Money", "Edm.Decimal"),
    BOOLEAN("Boolean", "BooleanType", "Boolean", "Edm.Boolean"),
    DATETIME("DateTime", "DateTimeType", "DateTime", "Edm.DateTimeOffset"),
    PICKLIST("Picklist", "PicklistType", "Picklist", "Edm.Int32"),
    MULTISELECT("Virtual", "MultiSelectPicklistType", "MultiSelectPicklist", "Edm.String"),
    STATE("State", "StateType", "State", "Edm.Int32"),
    STATUS("Status", "StatusType", "Status", "Edm.Int32"),
    LOOKUP("Lookup", "LookupType", "Lookup", "Edm.Guid"),
    CUSTOMER("Customer", "CustomerType", "Lookup", "Edm.Guid"),
    OWNER("Owner", "OwnerType", "Lookup", "Edm.Guid"),
    /** Comes without a type of its own, as {@link #VIRTUAL}. */
    UNIQUEIDENTIFIER("Uniqueidentifier", "UniqueidentifierType", "", "Edm.Guid"),
    ENTITY_NAME("EntityName", "EntityNameType", "EntityName", "Edm.String"),
    IMAGE("Virtual", "ImageType", "Image", "Edm.Binary"),
    FILE("Virtual", "FileType", "File", "Edm.Guid"),
    MANAGED_PROPERTY("ManagedProperty", "ManagedPropertyType", "ManagedProperty", "mscrm.BooleanManagedProperty"),
    VIRTUAL("Virtual", "VirtualType", "", "Edm.String");

    private final String attributeType;
    private final String typeName;
    private final String metadata;
    private final String edm;

    ColumnType(String attributeType, String typeName, String metadata, String edm) {
        this.attributeType = attributeType;
        this.typeName = typeName;
        this.metadata = metadata;
        this.edm = edm;
    }

    /** The type of a column, by its {@code AttributeTypeName} or, without one, its {@code AttributeType}. */
    public static ColumnType of(ObjectNode column) {
        String name = column.path("AttributeTypeName").path("Value").asText();
        String type = column.path("AttributeType").asText();
        String metadata = column.path("@odata.type").asText().replaceFirst("^#?Microsoft\\.Dynamics\\.CRM\\.", "");
        Optional<ColumnType> found =
                Stream.of(values()).filter(each -> each.typeName.equals(name)).findFirst();
        return found.or(() -> Stream.of(values())
                        .filter(each -> each.attributeType.equals(type) && !type.equals("Virtual"))
                        .findFirst())
                .or(() -> Stream.of(values())
                        .filter(each ->
                                !each.metadata.isEmpty() && (each.metadata + "AttributeMetadata").equals(metadata))
                        .findFirst())
                .orElse(VIRTUAL);
    }

    /**
     * By the cast of its metadata without its end, e.g. {@code String} or {@code Picklist}.
     *
     * @throws IllegalArgumentException where there is no such type
     */
    public static ColumnType named(String name) {
        return Stream.of(values())
                .filter(each -> each.metadata.equals(name) || each.attributeType.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no column type '" + name
                        + "'. Write one such as String, Memo, Integer or DateTime."));
    }

    /** The cast of its metadata, e.g. {@code StringAttributeMetadata}. */
    public String metadataType() {
        return metadata + "AttributeMetadata";
    }

    /** What it is in CSDL. */
    public String edm() {
        return edm;
    }

    /** Whether rows hold it as {@code _name_value}. */
    public boolean isLookup() {
        return this == LOOKUP || this == CUSTOMER || this == OWNER;
    }

    public boolean hasOptions() {
        return this == PICKLIST || this == MULTISELECT || this == STATE || this == STATUS;
    }

    ObjectNode column(String table, String schemaName, String displayName) {
        ObjectNode column = Json.object();
        if (!metadata.isEmpty()) {
            column.put("@odata.type", "#Microsoft.Dynamics.CRM." + metadataType());
        }
        column.putNull("HasChanged")
                .putNull("AttributeOf")
                .put("AttributeType", attributeType)
                .put("ColumnNumber", 1)
                .putNull("DeprecatedVersion")
                .put("IntroducedVersion", "1.0.0.0")
                .put("EntityLogicalName", table)
                .put("LogicalName", schemaName.toLowerCase(Locale.ROOT))
                .put("SchemaName", schemaName)
                .putNull("LinkedAttributeId")
                .putNull("ExternalName")
                .putNull("InheritsFrom")
                .putNull("AutoNumberFormat")
                .putNull("CreatedOn")
                .putNull("ModifiedOn");
        column.set("AttributeTypeName", Shapes.value(typeName));
        column.set("DisplayName", Shapes.label(displayName));
        column.set("Description", Shapes.label(""));
        flags(column);
        ofType(column);
        return column;
    }

    private void flags(ObjectNode column) {
        Stream.of(
                        ("IsCustomAttribute IsPrimaryId IsPrimaryName IsSecured IsLogical IsManaged IsDataSourceSecret IsRetrievable"
                                        + " IsFilterable IsSearchable IsValidForGrid IsValidForForm IsRequiredForForm")
                                .split(" "))
                .forEach(name -> column.put(name, false));
        Stream.of(("CanBeSecuredForRead CanBeSecuredForCreate CanBeSecuredForUpdate IsValidForCreate IsValidForRead"
                                + " IsValidForUpdate IsValidODataAttribute")
                        .split(" "))
                .forEach(name -> column.put(name, true));
        column.set(
                "RequiredLevel",
                Json.object()
                        .put("Value", "None")
                        .put("CanBeChanged", true)
                        .put("ManagedPropertyLogicalName", "canmodifyrequirementlevelsettings"));
        column.set("IsAuditEnabled", Shapes.managed(true, true, "canmodifyauditsettings"));
        column.set("IsGlobalFilterEnabled", Shapes.managed(false, true, "canmodifyglobalfiltersettings"));
        column.set("IsSortableEnabled", Shapes.managed(false, true, "canmodifyissortablesettings"));
        column.set("IsCustomizable", Shapes.managed(true, true, "iscustomizable"));
        column.set("IsRenameable", Shapes.managed(true, true, "isrenameable"));
        column.set("IsValidForAdvancedFind", Shapes.managed(true, true, "canmodifysearchsettings"));
        column.set("CanModifyAdditionalSettings", Shapes.managed(true, true, "canmodifyadditionalsettings"));
        column.putArray("Settings");
    }

    private void ofType(ObjectNode column) {
        switch (this) {
            case STRING -> {
                column.put("Format", "Text")
                        .put("ImeMode", "Auto")
                        .put("MaxLength", 100)
                        .put("DatabaseLength", 200);
                column.putNull("YomiOf").putNull("FormulaDefinition").put("SourceType", 0);
                column.set("FormatName", Shapes.value("Text"));
            }
            case MEMO -> column.put("Format", "TextArea").put("ImeMode", "Auto").put("MaxLength", 2000);
            case BOOLEAN -> yesOrNo(column);
            case DATETIME -> {
                column.put("Format", "DateAndTime").put("ImeMode", "Auto").put("SourceType", 0);
                column.set("DateTimeBehavior", Shapes.value("UserLocal"));
                column.set("CanChangeDateTimeBehavior", Shapes.managed(true, true, "canchangedatetimebehavior"));
            }
            default -> {
                ofNumber(column);
                ofChoiceOrReference(column);
            }
        }
    }

    private static void yesOrNo(ObjectNode column) {
        column.put("DefaultValue", false);
        ObjectNode options =
                optionSet(column.path("EntityLogicalName").asText(), false).put("OptionSetType", "Boolean");
        options.remove("Options");
        options.set("TrueOption", Shapes.option(1, "Yes"));
        options.set("FalseOption", Shapes.option(0, "No"));
        column.set("OptionSet", options);
        column.putNull("GlobalOptionSet");
    }

    private void ofNumber(ObjectNode column) {
        switch (this) {
            case INTEGER ->
                column.put("Format", "None").put("MinValue", Integer.MIN_VALUE).put("MaxValue", Integer.MAX_VALUE);
            case BIGINT -> column.put("MinValue", Long.MIN_VALUE).put("MaxValue", Long.MAX_VALUE);
            case DECIMAL, DOUBLE ->
                column.put("MinValue", -100_000_000_000L)
                        .put("MaxValue", 100_000_000_000L)
                        .put("Precision", 2);
            case MONEY ->
                column.put("MinValue", -922_337_203_685_477L)
                        .put("MaxValue", 922_337_203_685_477L)
                        .put("Precision", 2)
                        .put("PrecisionSource", 2)
                        .putNull("CalculationOf")
                        .put("IsBaseCurrency", false);
            default -> {}
        }
    }

    private void ofChoiceOrReference(ObjectNode column) {
        if (hasOptions()) {
            String name = column.path("EntityLogicalName").asText() + "_"
                    + column.path("LogicalName").asText();
            String kind = this == STATE ? "State" : this == STATUS ? "Status" : "Picklist";
            column.put("DefaultFormValue", this == STATE ? 0 : -1)
                    .set("OptionSet", optionSet(name, false).put("OptionSetType", kind));
            column.putNull("GlobalOptionSet");
        } else if (isLookup()) {
            column.put("Format", "None").putArray("Targets");
            if (this == OWNER) {
                column.withArray("Targets").add("systemuser").add("team");
            }
        } else if (this == IMAGE || this == FILE) {
            column.put("MaxSizeInKB", 10_240);
        }
    }

    static ObjectNode optionSet(String name, boolean global) {
        ObjectNode set = Json.object()
                .putNull("MetadataId")
                .putNull("HasChanged")
                .put("IsCustomOptionSet", true)
                .put("IsGlobal", global)
                .put("IsManaged", false)
                .put("Name", name)
                .putNull("ExternalTypeName")
                .put("OptionSetType", "Picklist")
                .put("IntroducedVersion", "1.0.0.0")
                .putNull("ParentOptionSetName");
        set.set("DisplayName", Shapes.label(""));
        set.set("Description", Shapes.label(""));
        set.set("IsCustomizable", Shapes.managed(true, true, "iscustomizable"));
        set.putArray("Options");
        return set;
    }

    /** The same column with those options. */
    public static ObjectNode withOptions(ObjectNode column, List<ObjectNode> options) {
        ((ObjectNode) column.path("OptionSet")).set("Options", Json.list(options));
        return column;
    }
}
