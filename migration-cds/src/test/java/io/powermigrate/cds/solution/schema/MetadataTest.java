package io.powermigrate.cds.solution.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.cds.solution.RealPackages;
import io.powermigrate.model.Document;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What recorded metadata says is what an independent program read in it, and what packages say of the same tables. */
class MetadataTest {

    private static final Map<Requirement, String> IN_PACKAGES = Map.of(
            Requirement.NONE, "none",
            Requirement.RECOMMENDED, "recommended",
            Requirement.REQUIRED, "required",
            Requirement.SYSTEM_REQUIRED, "systemrequired");

    private static final Map<Requirement, String> IN_METADATA = Map.of(
            Requirement.NONE, "None",
            Requirement.RECOMMENDED, "Recommended",
            Requirement.REQUIRED, "ApplicationRequired",
            Requirement.SYSTEM_REQUIRED, "SystemRequired");

    private static final Map<Ownership, String> OWNERSHIP = Map.of(
            Ownership.USER, "UserOwned",
            Ownership.ORGANIZATION, "OrganizationOwned",
            Ownership.BUSINESS_UNIT, "BusinessOwned");

    private static final Map<String, String> PACKAGES = Map.of(
            "TimeSheet", "solutions/TimeSheetCommunityDemo_1_0_0_1.zip",
            "PowerHappening", "xml-only/PowerHappeningBase");

    @Test
    void every_field_of_recorded_metadata_is_what_the_oracle_says() throws IOException {
        Map<String, Document> oracle =
                RealPackages.oracle("facts.json").at("metadata").members();
        assertThat(oracle).hasSize(9);
        SoftAssertions all = new SoftAssertions();
        for (Map.Entry<String, Document> each : oracle.entrySet()) {
            Document file = RealPackages.oracle(each.getKey());
            Map<String, @Nullable Object> fields = fields(file);
            each.getValue().members().forEach((field, expected) -> {
                all.assertThat(fields).as(each.getKey()).containsKey(field);
                all.assertThat(canonical(fields.get(field)))
                        .as(each.getKey() + " " + field)
                        .isEqualTo(expected.canonical());
            });
        }
        all.assertAll();
    }

    private static String canonical(@Nullable Object value) {
        Map<String, @Nullable Object> holder = new LinkedHashMap<>();
        holder.put("value", value);
        return Document.of(holder).at("value").isMissing()
                ? Document.parse("null").canonical()
                : Document.of(Objects.requireNonNull(value)).canonical();
    }

    private static Map<String, @Nullable Object> fields(Document file) {
        boolean canvas = !file.at("TableDefinition").isMissing();
        Document row = row(file);
        Table table = table(file);
        List<Relationship> relationships = Metadata.relationships(row);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("kind", canvas ? "canvas TableDefinition" : "EntityDefinitions");
        fields.put("context", canvas ? null : row.text("@odata.context").orElse(null));
        fields.put("logicalName", table.logicalName());
        fields.put("schemaName", table.schemaName().isEmpty() ? null : table.schemaName());
        fields.put("entitySetName", table.settings().entitySetName());
        fields.put("ownership", OWNERSHIP.get(table.ownership()));
        fields.put("isCustom", table.settings().custom());
        fields.put("primaryId", table.settings().primaryId());
        fields.put("primaryName", table.settings().primaryName());
        fields.put("attributes", table.columns().size());
        Map<String, Integer> types = new TreeMap<>();
        table.columns().forEach(column -> types.merge(column.typeName(), 1, Integer::sum));
        fields.put("attributeTypes", types);
        String name = table.logicalName();
        fields.put("oneToMany", count(relationships, RelationshipKind.ONE_TO_MANY, "", name));
        fields.put("manyToOne", count(relationships, RelationshipKind.ONE_TO_MANY, name, ""));
        fields.put("manyToMany", count(relationships, RelationshipKind.MANY_TO_MANY, "", ""));
        fields.put("privileges", table.settings().privileges());
        if (canvas) {
            fields.put("optionCounts", options(casts(file), table));
        }
        return fields;
    }

    private static int count(List<Relationship> all, RelationshipKind kind, String from, String to) {
        return (int) all.stream()
                .filter(relationship -> relationship.kind() == kind)
                .filter(relationship -> from.isEmpty() || relationship.from().equals(from))
                .filter(relationship -> to.isEmpty() || relationship.to().equals(to))
                .count();
    }

    private static Document row(Document file) {
        Document text = file.at("TableDefinition", "EntityMetadata");
        return text.isMissing() ? file : text.text().map(Document::parse).orElse(text);
    }

    /** Canvas apps keep the answers of cast reads as texts of JSON. */
    private static Table table(Document file) {
        return Metadata.withChoices(Metadata.table(row(file)), casts(file));
    }

    /** Of global choices and of those of a column. */
    private static Map<String, Integer> options(List<Document> rows, Table table) {
        Map<String, Integer> options = new TreeMap<>();
        rows.forEach(row -> {
            Document choice = row.at("OptionSet").isMissing() ? row.at("GlobalOptionSet") : row.at("OptionSet");
            String name = row.text("LogicalName").orElse("");
            Column column = table.column(name).orElseThrow();
            if (!choice.isMissing()) {
                assertThat(column.choice() == null).as(name).isEqualTo(column.globalChoice() != null);
                options.put(name, Metadata.choice(choice).options().size());
            }
        });
        return options;
    }

    private static List<Document> casts(Document file) {
        List<Document> rows = new ArrayList<>();
        file.at("TableDefinition").members().forEach((name, value) -> {
            if (name.endsWith("OptionSetAttribute")) {
                rows.addAll(value.text()
                        .map(Document::parse)
                        .orElse(value)
                        .at("value")
                        .items());
            }
        });
        return rows;
    }

    @Test
    void columns_of_packages_and_of_metadata_are_what_the_oracle_says() throws IOException {
        Map<String, Document> oracle =
                RealPackages.oracle("xml-vs-metadata.json").members();
        assertThat(oracle).hasSize(5);
        for (Map.Entry<String, Document> each : oracle.entrySet()) {
            Document expected = each.getValue();
            assertThat(expected.members())
                    .containsOnlyKeys("metadata", "xml", "columns", "attributes", "both", "apiOnly", "xmlOnly");
            Table metadata = table(RealPackages.oracle(expected.text("metadata").orElseThrow()));
            Table xml = inPackage(expected.text("xml").orElseThrow(), each.getKey());
            List<List<@Nullable Object>> rows = Stream.concat(metadata.columns().stream(), xml.columns().stream())
                    .map(Column::logicalName)
                    .distinct()
                    .sorted()
                    .map(name -> row(name, xml, metadata))
                    .toList();

            assertThat(expected.texts("columns")).isEqualTo(COLUMNS);
            assertThat(Document.of(rows).canonical())
                    .as(each.getKey())
                    .isEqualTo(expected.at("attributes").canonical());
            assertThat(expected.number(-1, "xmlOnly")).isEqualTo(only(xml, metadata));
            assertThat(expected.number(-1, "apiOnly")).isEqualTo(only(metadata, xml));
            assertThat(expected.number(-1, "both")).isEqualTo(xml.columns().size() - only(xml, metadata));
        }
    }

    private static Table inPackage(String name, String table) {
        return RealPackages.open(Objects.requireNonNull(PACKAGES.get(name)))
                .facts()
                .schema()
                .table(table)
                .orElseThrow();
    }

    private static final List<String> COLUMNS = List.of(
            "logicalName",
            "xmlType",
            "apiAttributeType",
            "xmlMaxLength",
            "apiMaxLength",
            "xmlFormat",
            "apiFormat",
            "xmlRequired",
            "apiRequired",
            "apiAttributeOf");

    private static long only(Table one, Table other) {
        return one.columns().stream()
                .filter(column -> other.column(column.logicalName()).isEmpty())
                .count();
    }

    private static List<@Nullable Object> row(String name, Table xmlTable, Table metadataTable) {
        Column xml = xmlTable.column(name).orElse(null);
        Column api = metadataTable.column(name).orElse(null);
        List<@Nullable Object> row = new ArrayList<>();
        row.add(name);
        row.add(xml == null ? null : xml.typeName());
        row.add(api == null ? null : api.typeName());
        row.add(
                xml == null || xml.traits().maxLength() == null
                        ? null
                        : String.valueOf(xml.traits().maxLength()));
        row.add(api == null ? null : api.traits().maxLength());
        row.add(xml == null ? null : xml.traits().format());
        row.add(api == null ? null : api.traits().format());
        row.add(xml == null ? null : IN_PACKAGES.get(xml.requirement()));
        row.add(api == null ? null : IN_METADATA.get(api.requirement()));
        row.add(api == null ? null : api.traits().shadowOf());
        return row;
    }
}
