package io.powermigrate.cds.solution.schema;

import io.powermigrate.model.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of what the Web API tells of tables, choices, roles and profiles, the same that a package gives (wire/dataverse.md,
 * section 3). What a row does not tell stays unknown. Pure, thread-safe.
 */
public final class Metadata {

    private static final List<String> DATA_TYPES = List.of("String", "Memo");

    private Metadata() {}

    /**
     * A table.
     *
     * @param row of {@code EntityDefinitions}; with {@code Attributes} and {@code Keys} if they were expanded
     */
    public static Table table(Document row) {
        TableSettings settings = new TableSettings(
                text(row, "EntitySetName"),
                text(row, "PrimaryIdAttribute"),
                text(row, "PrimaryNameAttribute"),
                row.text("IsCustomEntity").map(Boolean::valueOf).orElse(null),
                row.at("Privileges").items().stream()
                        .flatMap(privilege -> privilege.text("Name").stream())
                        .sorted()
                        .toList(),
                0,
                0,
                0);
        return new Table(
                row.text("LogicalName").orElse(""),
                row.text("SchemaName").orElse(""),
                row.at("Attributes").isArray(),
                false,
                Ownership.of(row.text("OwnershipType").orElse("")),
                settings,
                row.at("Attributes").items().stream().map(Metadata::column).toList(),
                row.at("Keys").items().stream().map(Metadata::key).toList());
    }

    /**
     * The same table, whose columns have the options of a cast read: plain {@code Attributes} do not tell them.
     *
     * @param rows of {@code Attributes/Microsoft.Dynamics.CRM.PicklistAttributeMetadata} and its likes, with {@code OptionSet} and
     *     {@code GlobalOptionSet} expanded
     */
    public static Table withChoices(Table table, List<Document> rows) {
        Map<String, Document> byName = rows.stream()
                .collect(Collectors.toMap(
                        row -> row.text("LogicalName").orElse(""), Function.identity(), (first, second) -> first));
        List<Column> columns = table.columns().stream()
                .map(column -> Optional.ofNullable(byName.get(column.logicalName()))
                        .map(row -> withChoice(column, row))
                        .orElse(column))
                .toList();
        return new Table(
                table.logicalName(),
                table.schemaName(),
                table.described(),
                table.unmodified(),
                table.ownership(),
                table.settings(),
                columns,
                table.keys());
    }

    private static Column withChoice(Column column, Document row) {
        Document global = row.at("GlobalOptionSet");
        Document own = row.at("OptionSet");
        boolean shared = own.flag("IsGlobal") || own.isMissing() && !global.isMissing();
        return new Column(
                column.logicalName(),
                column.schemaName(),
                column.type(),
                column.typeName(),
                column.requirement(),
                column.traits(),
                shared ? text(own.isMissing() ? global : own, "Name") : null,
                shared || own.isMissing() ? null : choice(own));
    }

    /** The relationships of a row of {@code EntityDefinitions} of which the three collections were expanded; each once. */
    public static List<Relationship> relationships(Document row) {
        Map<String, Relationship> all = new LinkedHashMap<>();
        Stream.of("ManyToOneRelationships", "OneToManyRelationships")
                .flatMap(collection -> row.at(collection).items().stream())
                .forEach(each -> all.putIfAbsent(each.text("SchemaName").orElse(""), oneToMany(each)));
        row.at("ManyToManyRelationships")
                .items()
                .forEach(each -> all.putIfAbsent(each.text("SchemaName").orElse(""), manyToMany(each)));
        return List.copyOf(all.values());
    }

    /** A choice, of {@code GlobalOptionSetDefinitions} or of a column. */
    public static Choice choice(Document row) {
        List<Document> options = new ArrayList<>(row.at("Options").items());
        Stream.of("FalseOption", "TrueOption")
                .map(row::at)
                .filter(Document::isObject)
                .forEach(options::add);
        return new Choice(
                row.text("Name").orElse(""),
                row.flag("IsGlobal"),
                row.text("OptionSetType").orElse(""),
                options.stream().map(Metadata::option).toList());
    }

    /**
     * A role of the root business unit.
     *
     * @param row of {@code roles}
     * @param privileges what {@code RetrieveRolePrivilegesRole} tells ({@code RolePrivileges}); one whose depth is not known is left out
     */
    public static Role role(Document row, Document privileges) {
        Map<String, PrivilegeDepth> depths = new LinkedHashMap<>();
        privileges.items().forEach(privilege -> privilege.text("PrivilegeName").ifPresent(name -> PrivilegeDepth.of(
                        privilege.text("Depth").orElse(""))
                .ifPresent(depth -> depths.put(name, depth))));
        return new Role(
                row.text("roleid").orElse("").toLowerCase(Locale.ROOT),
                row.text("name").orElse(""),
                depths,
                text(row, "_roletemplateid_value"));
    }

    /**
     * A column security profile.
     *
     * @param row of {@code fieldsecurityprofiles}
     * @param permissions rows of {@code fieldpermissions}; those of other profiles do not count
     */
    public static ColumnSecurityProfile profile(Document row, List<Document> permissions) {
        String id = row.text("fieldsecurityprofileid").orElse("");
        return new ColumnSecurityProfile(
                id.toLowerCase(Locale.ROOT),
                row.text("name").orElse(""),
                permissions.stream()
                        .filter(permission -> permission
                                .text("_fieldsecurityprofileid_value")
                                .map(id::equalsIgnoreCase)
                                .orElse(true))
                        .map(permission -> new ColumnPermission(
                                permission.text("entityname").orElse(""),
                                permission.text("attributelogicalname").orElse(""),
                                (int) permission.number(0, "canread"),
                                (int) permission.number(0, "canupdate"),
                                (int) permission.number(0, "cancreate")))
                        .toList());
    }

    private static Column column(Document row) {
        String type = row.text("AttributeType").orElse("");
        ColumnType precise =
                ColumnType.of(row.text("AttributeTypeName", "Value").orElse(type));
        return new Column(
                row.text("LogicalName").orElse(""),
                row.text("SchemaName").orElse(""),
                precise == ColumnType.UNKNOWN ? ColumnType.of(type) : precise,
                type,
                Requirement.of(row.text("RequiredLevel", "Value").orElse("")),
                traits(row, type),
                null,
                null);
    }

    private static ColumnTraits traits(Document row, String type) {
        return new ColumnTraits(
                DATA_TYPES.contains(type) ? number(row, "MaxLength") : null,
                text(row, "Format"),
                number(row, "Precision"),
                text(row, "MinValue"),
                text(row, row.at("MaxSizeInKB").isMissing() ? "MaxValue" : "MaxSizeInKB"),
                row.text("DateTimeBehavior", "Value").orElse(null),
                row.flag("IsSecured"),
                row.flag("IsCustomAttribute"),
                row.flag("IsLogical"),
                (int) row.number(0, "SourceType"),
                text(row, "AttributeOf"));
    }

    private static AlternateKey key(Document row) {
        return new AlternateKey(row.text("LogicalName").orElse(""), row.texts("KeyAttributes"));
    }

    private static ChoiceOption option(Document row) {
        Map<String, String> labels = new LinkedHashMap<>();
        row.at("Label", "LocalizedLabels")
                .items()
                .forEach(label -> labels.put(
                        label.text("LanguageCode").orElse(""),
                        label.text("Label").orElse("")));
        return new ChoiceOption(row.text("Value").orElse(""), labels, text(row, "State"));
    }

    private static Relationship oneToMany(Document row) {
        Map<String, String> cascades = new LinkedHashMap<>();
        row.at("CascadeConfiguration").members().forEach((action, what) -> what.text()
                .ifPresent(word -> cascades.put(action, word)));
        return new Relationship(
                row.text("SchemaName").orElse(""),
                RelationshipKind.ONE_TO_MANY,
                row.text("ReferencingEntity").orElse(""),
                row.text("ReferencedEntity").orElse(""),
                text(row, "ReferencingAttribute"),
                cascades);
    }

    private static Relationship manyToMany(Document row) {
        return new Relationship(
                row.text("SchemaName").orElse(""),
                RelationshipKind.MANY_TO_MANY,
                row.text("Entity1LogicalName").orElse(""),
                row.text("Entity2LogicalName").orElse(""),
                null,
                Map.of());
    }

    private static @Nullable String text(Document row, String name) {
        return row.text(name).orElse(null);
    }

    private static @Nullable Integer number(Document row, String name) {
        return row.text(name)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .orElse(null);
    }
}
