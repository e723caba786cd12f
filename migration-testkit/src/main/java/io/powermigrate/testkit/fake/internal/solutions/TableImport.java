package io.powermigrate.testkit.fake.internal.solutions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.ColumnType;
import io.powermigrate.testkit.fake.internal.dataverse.MetadataShapes;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Schema;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import io.powermigrate.testkit.fake.internal.solutions.model.Dom;
import io.powermigrate.testkit.fake.internal.solutions.model.ImportFailure;
import io.powermigrate.testkit.fake.internal.solutions.model.Part;
import io.powermigrate.testkit.fake.internal.solutions.schema.ColumnReader;
import io.powermigrate.testkit.fake.internal.solutions.schema.Labels;
import io.powermigrate.testkit.fake.internal.solutions.schema.RelationshipReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.w3c.dom.Element;

/** Tables, columns, keys, relationships and global choices. */
final class TableImport {
    private final Arrival arrival;
    private final Schema schema;
    private final ColumnReader columns;
    private final Map<String, List<String>> targets;

    TableImport(Arrival arrival) {
        this.arrival = arrival;
        Organisation organisation = arrival.organisation();
        this.schema = organisation.schema();
        this.columns = new ColumnReader(organisation);
        this.targets = RelationshipReader.targets(arrival.arriving());
    }

    static String name(Part table) {
        return Dom.text(table.xml(), "Name").toLowerCase(Locale.ROOT);
    }

    static List<Element> attributes(Part table) {
        return Dom.list(table.xml(), "EntityInfo", "entity", "attributes");
    }

    void choice(Part part) {
        ObjectNode arriving = columns.choice(part.xml());
        String name = arriving.path("Name").asText();
        Optional<ObjectNode> now = schema.choice(name);
        if (now.isPresent()) {
            boolean managed = now.get().path("IsManaged").asBoolean();
            if (!arrival.layering().shows("choice:" + name, now.get(), managed)) {
                return;
            }
            arriving.set("MetadataId", now.get().path("MetadataId"));
            arriving.set("Options", united(now.get().path("Options"), arriving.path("Options")));
            mark("choice:" + name);
        }
        arriving.put("IsManaged", arrival.isManaged());
        schema.choice(arriving);
        refresh(arriving);
        arrival.layering().set("choice:" + name, arriving);
    }

    /** Values of the organisation that the package lacks stay; labels of the package win. */
    private static ArrayNode united(JsonNode now, JsonNode arriving) {
        ArrayNode all = ((ArrayNode) arriving).deepCopy();
        for (JsonNode option : now) {
            boolean known = StreamSupport.stream(arriving.spliterator(), false)
                    .anyMatch(each -> each.path("Value").equals(option.path("Value")));
            if (!known) {
                all.add(option.deepCopy());
            }
        }
        return all;
    }

    /** Columns hold a copy of the choice. */
    private void refresh(ObjectNode choice) {
        String name = choice.path("Name").asText();
        for (Table table : schema.tables()) {
            for (ObjectNode column : table.columns().values()) {
                if (column.path("GlobalOptionSet").path("Name").asText().equals(name)) {
                    ObjectNode changed = column.deepCopy();
                    changed.set("OptionSet", choice.deepCopy());
                    changed.set("GlobalOptionSet", choice.deepCopy());
                    schema.column(table.logicalName(), changed);
                }
            }
        }
    }

    void table(Part part) {
        String name = name(part);
        boolean known = schema.table(name).isPresent();
        if (!known) {
            define(part);
            mark(name);
        }
        if (schema.table(name).isEmpty()) {
            return;
        }
        for (Element attribute : attributes(part)) {
            column(name, attribute, known);
        }
        for (Element key : Dom.list(part.xml(), "EntityInfo", "entity", "EntityKeys")) {
            key(name, key);
        }
    }

    private void define(Part part) {
        Optional<Element> entity = Dom.at(part.xml(), "EntityInfo", "entity");
        if (entity.isEmpty()) {
            return;
        }
        String schemaName = Dom.text(part.xml(), "Name");
        String set = Dom.text(entity.get(), "EntitySetName");
        String label = Dom.child(part.xml(), "Name").orElseThrow().getAttribute("LocalizedName");
        boolean userOwned = !Dom.text(entity.get(), "OwnershipTypeMask").equals("OrgOwned");
        Labels labels = new Labels(arrival.organisation().settings().languages());
        Table table = schema.shapes()
                .table(
                        new MetadataShapes.Names(
                                schemaName,
                                set.isEmpty() ? schemaName.toLowerCase(Locale.ROOT) + "s" : set,
                                label,
                                label),
                        userOwned,
                        primaryName(part));
        ObjectNode header = table.header().deepCopy().put("IsManaged", arrival.isManaged());
        header.set("DisplayName", labels.of(entity.get(), "LocalizedNames"));
        header.set("DisplayCollectionName", labels.of(entity.get(), "LocalizedCollectionNames"));
        header.set("Description", labels.of(entity.get(), "Descriptions"));
        header.put("IsCustomEntity", schemaName.indexOf('_') > 0);
        header.put("IsActivity", Dom.text(entity.get(), "IsActivity").equals("1"));
        define(table, header, primaryId(part).orElse(table.primaryId()));
    }

    private void define(Table made, ObjectNode header, String id) {
        schema.define(made.with(header.put("PrimaryIdAttribute", id)));
        if (!id.equals(made.primaryId())) {
            schema.dropColumn(made.logicalName(), made.primaryId());
        }
        schema.required(made.logicalName())
                .column(id)
                .ifPresent(column ->
                        schema.column(made.logicalName(), column.deepCopy().put("IsManaged", arrival.isManaged())));
    }

    /** Tables of business process flows do not call their id after themselves. */
    private static Optional<String> primaryId(Part part) {
        return attributes(part).stream()
                .filter(each -> Dom.text(each, "Type").equals("primarykey"))
                .map(ColumnReader::name)
                .findFirst();
    }

    private static String primaryName(Part part) {
        return attributes(part).stream()
                .filter(each -> Dom.text(each, "DisplayMask").contains("PrimaryName"))
                .map(each -> each.getAttribute("PhysicalName"))
                .findFirst()
                .orElse("name");
    }

    /** Of a table that is new nobody has changed a column: the one that names its rows comes with the table, and is the package's. */
    private void column(String table, Element attribute, boolean marked) {
        String name = ColumnReader.name(attribute);
        String component = table + "." + name;
        ObjectNode arriving = columns.read(table, attribute, targets.getOrDefault(component, List.of()));
        Optional<ObjectNode> now = schema.required(table).column(name);
        if (now.isPresent()) {
            refuseOtherType(attribute, now.get());
            boolean custom = Dom.text(attribute, "IsCustomField").equals("1");
            boolean managed = now.get().path("IsManaged").asBoolean();
            if (!custom || marked && !arrival.layering().shows(component, now.get(), managed)) {
                return;
            }
            arriving = over(now.get(), arriving);
        }
        arriving.put("IsManaged", arrival.isManaged());
        schema.column(table, arriving);
        if (marked) {
            mark(component);
        }
        arrival.layering().set(component, arriving);
    }

    private static ObjectNode over(ObjectNode now, ObjectNode arriving) {
        arriving.set("MetadataId", now.path("MetadataId"));
        boolean local = !arriving.path("GlobalOptionSet").isObject()
                && arriving.path("OptionSet").has("Options");
        if (local && now.path("OptionSet").path("Options").isArray()) {
            JsonNode options = united(
                    now.path("OptionSet").path("Options"),
                    arriving.path("OptionSet").path("Options"));
            ((ObjectNode) arriving.path("OptionSet")).set("Options", options);
        }
        return arriving;
    }

    private static void refuseOtherType(Element attribute, ObjectNode now) {
        ColumnType before = ColumnType.of(now);
        ColumnType wanted = ColumnReader.type(attribute);
        boolean custom = Dom.text(attribute, "IsCustomField").equals("1");
        boolean lookups = before.isLookup() && wanted.isLookup();
        if (custom && before != wanted && !lookups) {
            throw new ImportFailure(
                    ImportFailure.ATTRIBUTE_TYPE,
                    "Attribute " + ColumnReader.name(attribute) + " is a " + word(before) + ", but a " + word(wanted)
                            + " type was specified.");
        }
        String global = Dom.text(attribute, "OptionSetName");
        String known = now.path("GlobalOptionSet").path("Name").asText("");
        if (custom && !known.isEmpty() && !global.isEmpty() && !known.equalsIgnoreCase(global)) {
            throw new ImportFailure(
                    ImportFailure.ATTRIBUTE_TYPE,
                    "The option set of attribute " + ColumnReader.name(attribute) + " is " + known + ", but " + global
                            + " was specified.");
        }
    }

    private static String word(ColumnType type) {
        return switch (type) {
            case MULTISELECT -> "MultiSelectPicklist";
            case IMAGE -> "Image";
            case FILE -> "File";
            default -> type.metadataType().replace("AttributeMetadata", "");
        };
    }

    private void key(String table, Element xml) {
        List<String> names = Dom.list(xml, "EntityKeyAttributes").stream()
                .map(Element::getTextContent)
                .toList();
        ObjectNode key = schema.shapes().key(table, Dom.text(xml, "Name"), names);
        key.set("DisplayName", new Labels(arrival.organisation().settings().languages()).of(xml, "displaynames"));
        schema.key(table, key.put("IsManaged", arrival.isManaged()));
    }

    /** A relationship of tables that the organisation does not have is left out, as a reference into the void. */
    void relationship(Part part) {
        boolean whole = RelationshipReader.tables(part.xml()).stream()
                .allMatch(each -> each.equals("owner") || schema.table(each).isPresent());
        if (!whole) {
            return;
        }
        ObjectNode arriving = new RelationshipReader(arrival.organisation()).read(part.xml());
        arriving.put("IsManaged", arrival.isManaged());
        schema.relationship(part.key()).ifPresent(now -> arriving.set("MetadataId", now.path("MetadataId")));
        schema.relate(arriving);
        if (!RelationshipReader.isOneToMany(part.xml())) {
            intersect(part.xml());
        }
    }

    private void intersect(Element xml) {
        String name = Dom.text(xml, "IntersectEntityName");
        if (schema.table(name).isPresent()) {
            return;
        }
        Table table = schema.shapes()
                .table(
                        new MetadataShapes.Names(name, name.toLowerCase(Locale.ROOT) + "set", name, name),
                        false,
                        name.toLowerCase(Locale.ROOT) + "id");
        ObjectNode header = table.header().deepCopy().put("IsIntersect", true);
        schema.define(table.with(header.put("IsManaged", arrival.isManaged())));
    }

    /** An unmanaged import leaves its changes unpublished; a managed one publishes by itself (wire/dataverse.md, section 2.6). */
    private void mark(String component) {
        if (!arrival.isManaged() && arrival.order().isChecked()) {
            arrival.organisation().unpublished().mark(component);
        }
    }
}
