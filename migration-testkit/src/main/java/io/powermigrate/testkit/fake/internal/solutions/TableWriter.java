package io.powermigrate.testkit.fake.internal.solutions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import io.powermigrate.testkit.fake.internal.solutions.model.Dom;
import io.powermigrate.testkit.fake.internal.solutions.model.Manifest;
import io.powermigrate.testkit.fake.internal.solutions.model.Part;
import io.powermigrate.testkit.fake.internal.solutions.model.PartKind;
import io.powermigrate.testkit.fake.internal.solutions.schema.ColumnReader;
import io.powermigrate.testkit.fake.internal.solutions.schema.ColumnWriter;
import io.powermigrate.testkit.fake.internal.solutions.schema.RelationshipReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Element;

/** Tables of an export: their columns, keys and relationships as the metadata says, unpublished changes left out. */
final class TableWriter {
    private final SolutionState state;
    private final Organisation organisation;
    private final List<ObjectNode> components;

    TableWriter(SolutionState state, List<ObjectNode> components) {
        this.state = state;
        this.organisation = state.organisation();
        this.components = List.copyOf(components);
    }

    void refresh(Map<Part.Id, Part> parts) {
        for (Part part : List.copyOf(parts.values())) {
            Optional<Table> table = part.kind() == PartKind.TABLE
                    ? organisation.schema().table(TableImport.name(part))
                    : Optional.empty();
            table.ifPresent(each -> parts.put(part.id(), columns(part, each)));
            table.ifPresent(each -> relationships(parts, each));
            boolean gone = part.kind() == PartKind.RELATIONSHIP && isGone(part);
            if (gone || part.kind() == PartKind.TABLE && isDropped(part, table)) {
                parts.remove(part.id());
            }
        }
    }

    /** A relationship whose tables are there but which is not, was deleted. */
    private boolean isGone(Part part) {
        boolean tables = RelationshipReader.tables(part.xml()).stream()
                .allMatch(each -> each.equals("owner")
                        || organisation.schema().table(each).isPresent());
        return tables && organisation.schema().relationship(part.key()).isEmpty();
    }

    private static boolean isDropped(Part part, Optional<Table> table) {
        return table.isEmpty() && Dom.at(part.xml(), "EntityInfo", "entity").isPresent();
    }

    private Part columns(Part part, Table table) {
        Element xml = Dom.copy(part.xml());
        Optional<Element> entity = Dom.at(xml, "EntityInfo", "entity");
        if (entity.isEmpty()) {
            return part;
        }
        Element attributes = Dom.child(entity.get(), "attributes").orElseGet(() -> Dom.add(entity.get(), "attributes"));
        Set<String> written = new TreeSet<>();
        for (Element attribute : Dom.children(attributes)) {
            String name = ColumnReader.name(attribute);
            written.add(name);
            Optional<ObjectNode> column = table.column(name);
            boolean published = !organisation.unpublished().has(table.logicalName() + "." + name);
            if (column.isEmpty()) {
                attributes.removeChild(attribute);
            } else if (published && Dom.text(attribute, "IsCustomField").equals("1")) {
                ColumnWriter.refresh(attribute, column.get());
            }
        }
        added(table, written).forEach(column -> ColumnWriter.write(attributes, column));
        return new Part(part.section(), part.key(), Optional.of(xml), part.files());
    }

    private List<ObjectNode> added(Table table, Set<String> written) {
        boolean whole = isWhole(table);
        boolean made = !state.parts().containsKey(new Part.Id(PartKind.TABLE.section(), table.logicalName()));
        return organisation.unpublished().published(table).columns().values().stream()
                .filter(each -> !written.contains(each.path("LogicalName").asText()))
                .filter(ColumnWriter::isWritten)
                .filter(each -> whole && (made || each.path("IsCustomAttribute").asBoolean())
                        || isMember(each.path("MetadataId").asText()))
                .toList();
    }

    private boolean isMember(String metadataId) {
        return components.stream()
                .anyMatch(each -> each.path("objectid").asText().equalsIgnoreCase(metadataId));
    }

    /** A table that is in the solution with all its parts. */
    private boolean isWhole(Table table) {
        return components.stream()
                .filter(each -> each.path("objectid").asText().equalsIgnoreCase(table.metadataId()))
                .anyMatch(each -> each.path("rootcomponentbehavior").asInt() == 0);
    }

    /** Relationships that were made since, from the table's side. */
    private void relationships(Map<Part.Id, Part> parts, Table table) {
        for (ObjectNode relationship : organisation.schema().relationships()) {
            String key = Manifest.plain(relationship.path("SchemaName").asText());
            Part.Id id = new Part.Id(PartKind.RELATIONSHIP.section(), key);
            boolean own = relationship.path("ReferencingEntity").asText().equals(table.logicalName())
                    || relationship.path("Entity1LogicalName").asText().equals(table.logicalName());
            if (own
                    && (isWhole(table) || isOfMember(table, relationship))
                    && !parts.containsKey(id)
                    && relationship.path("IsCustomRelationship").asBoolean()) {
                parts.put(id, Optional.ofNullable(state.parts().get(id)).orElseGet(() -> made(key, relationship)));
            }
        }
    }

    /** The relationship of a lookup that is in the solution by itself. */
    private boolean isOfMember(Table table, ObjectNode relationship) {
        return table.column(relationship.path("ReferencingAttribute").asText())
                .filter(each -> isMember(each.path("MetadataId").asText()))
                .isPresent();
    }

    private Part made(String key, ObjectNode relationship) {
        Element xml = Dom.element("EntityRelationship");
        xml.setAttribute("Name", relationship.path("SchemaName").asText());
        boolean many = relationship.has("Entity1LogicalName");
        Dom.add(xml, "EntityRelationshipType", many ? "ManyToMany" : "OneToMany");
        Dom.add(xml, "IsCustomizable", "1");
        Dom.add(xml, "IntroducedVersion", "1.0.0.0");
        if (many) {
            Dom.add(xml, "FirstEntityName", schemaName(relationship, "Entity1LogicalName"));
            Dom.add(xml, "SecondEntityName", schemaName(relationship, "Entity2LogicalName"));
            Dom.add(
                    xml,
                    "IntersectEntityName",
                    relationship.path("IntersectEntityName").asText());
        } else {
            Dom.add(xml, "ReferencingEntityName", schemaName(relationship, "ReferencingEntity"));
            Dom.add(xml, "ReferencedEntityName", schemaName(relationship, "ReferencedEntity"));
            for (String cascade : List.of("Assign", "Delete", "Reparent", "Share", "Unshare")) {
                String value =
                        relationship.path("CascadeConfiguration").path(cascade).asText("NoCascade");
                Dom.add(xml, "Cascade" + cascade, value);
            }
            Dom.add(
                    xml,
                    "ReferencingAttributeName",
                    relationship.path("ReferencingEntityNavigationPropertyName").asText());
        }
        return new Part(PartKind.RELATIONSHIP.section(), key.toLowerCase(Locale.ROOT), Optional.of(xml), Map.of());
    }

    private String schemaName(ObjectNode relationship, String member) {
        String name = relationship.path(member).asText();
        return organisation.schema().table(name).map(Table::schemaName).orElse(name);
    }
}
