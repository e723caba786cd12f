package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.odata.filter.Filter;
import io.powermigrate.testkit.fake.internal.odata.filter.Malformed;
import io.powermigrate.testkit.fake.internal.odata.filter.Values;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** GETs of definitions; their lists have no pages (wire/dataverse.md, sections 1.6, 3.1). */
final class MetadataReads {
    private static final String NAMESPACE = "Microsoft.Dynamics.CRM.";

    private final Request request;
    private final Organisation organisation;
    private final MetadataJson json;

    private MetadataReads(Request request) {
        this.request = request;
        this.organisation = request.organisation();
        this.json = new MetadataJson(organisation);
    }

    static Answer answer(Request request, List<Segment> segments) {
        for (String option : List.of("$orderby", "$top", "$skip")) {
            if (request.option(option).isPresent()) {
                throw Malformed.query("The query parameter " + option + " is not supported");
            }
        }
        return new MetadataReads(request).answered(segments);
    }

    private Answer answered(List<Segment> segments) {
        return switch (segments.get(0).name()) {
            case "EntityDefinitions" -> tables(segments);
            case "RelationshipDefinitions" ->
                definitions(segments, "SchemaName", organisation.schema().relationships());
            default -> definitions(segments, "Name", organisation.schema().choices());
        };
    }

    private Answer tables(List<Segment> segments) {
        Segment first = segments.get(0);
        if (!first.called()) {
            return list(
                    "EntityDefinitions",
                    organisation.schema().tables().stream().map(this::expanded).toList());
        }
        Table table = table(organisation, first);
        if (segments.size() == 1) {
            return one("EntityDefinitions", expanded(table));
        }
        String name = segments.get(1).name();
        if (!MetadataJson.COLLECTIONS.contains(name)) {
            throw Refused.noSegment(name);
        }
        String key = name.equals("Attributes") || name.equals("Keys") ? "LogicalName" : "SchemaName";
        return definitions(segments.subList(1, segments.size()), key, json.collection(table, name));
    }

    private ObjectNode expanded(Table table) {
        ObjectNode whole = json.table(table);
        request.option("$expand").ifPresent(text -> Segment.split(text, ',').forEach(part -> {
            String name = part.trim().replaceFirst("\\(.*", "");
            if (!MetadataJson.COLLECTIONS.contains(name)) {
                throw Malformed.noProperty(name, "EntityMetadata");
            }
            String inner = part.contains("(") ? part.substring(part.indexOf('(') + 1, part.lastIndexOf(')')) : "";
            Query.Options options = Query.Options.inner(inner);
            List<ObjectNode> found = json.collection(table, name).stream()
                    .filter(condition(options.text("$filter").orElse("")))
                    .map(each -> selected(each, options.text("$select").orElse("")))
                    .toList();
            whole.set(name, Json.list(found));
        }));
        return whole;
    }

    /** The table of {@code EntityDefinitions(…)}: by logical name or by id. */
    static Table table(Organisation organisation, Segment segment) {
        Optional<String> id = segment.id();
        Optional<Table> found = id.isPresent()
                ? organisation.schema().ofId(id.get())
                : organisation.schema().table(named(segment, "LogicalName"));
        return found.orElseThrow(() -> missing("entity", segment.key()));
    }

    static Refusal missing(String what, String key) {
        return Refusal.of(
                404, "0x80060888", "Could not find an " + what + " with the key " + key + " in the metadata cache.");
    }

    /** The text in {@code Name='…'}. */
    static String named(Segment segment, String member) {
        String prefix = member + "='";
        return segment.key().startsWith(prefix) && segment.key().endsWith("'")
                ? Values.unquoted(segment.key().substring(prefix.length() - 1))
                : "";
    }

    private Answer definitions(List<Segment> segments, String key, List<ObjectNode> all) {
        Segment first = segments.get(0);
        String cast = segments.size() > 1 ? segments.get(1).name() : "";
        if (!cast.isEmpty() && !cast.startsWith(NAMESPACE)) {
            return part(find(all, first, key), segments);
        }
        if (cast.endsWith(".EnumAttributeMetadata")) {
            throw Malformed.query("The type '" + cast + "' is abstract and cannot be the type of a cast.");
        }
        List<ObjectNode> cut = all.stream().filter(each -> isOf(each, cast)).toList();
        if (!first.called()) {
            return list(first.name() + (cast.isEmpty() ? "" : "/" + cast), cut);
        }
        ObjectNode found = find(cut, first, key);
        return segments.size() > 2
                ? part(found, segments.subList(1, segments.size()))
                : one(first.name() + (cast.isEmpty() ? "" : "/" + cast), found);
    }

    /** A member that is an object of its own, such as {@code OptionSet}. */
    private Answer part(ObjectNode found, List<Segment> segments) {
        String name = segments.get(1).name();
        if (found.path(name) instanceof ObjectNode member) {
            return one(name, member);
        }
        throw Refused.noSegment(name);
    }

    static ObjectNode find(List<ObjectNode> all, Segment segment, String key) {
        String name = named(segment, key);
        return all.stream()
                .filter(each -> segment.id()
                        .map(id -> each.path("MetadataId").asText().equalsIgnoreCase(id))
                        .orElse(each.path(key).asText().equalsIgnoreCase(name)))
                .findFirst()
                .orElseThrow(() -> missing("definition", segment.key()));
    }

    private static boolean isOf(ObjectNode definition, String cast) {
        return cast.isEmpty()
                || cast.equals(NAMESPACE + "AttributeMetadata")
                || definition.path("@odata.type").asText().equals("#" + cast);
    }

    private Answer list(String of, List<ObjectNode> all) {
        List<ObjectNode> found = all.stream()
                .filter(condition(request.option("$filter").orElse("")))
                .map(each -> selected(each, request.option("$select").orElse("")))
                .toList();
        ObjectNode body = Json.object().put("@odata.context", request.context(of + context()));
        if (request.option("$count").filter("true"::equals).isPresent()) {
            body.put("@odata.count", found.size());
        }
        body.set("value", Json.list(found));
        return Answer.ok(body);
    }

    private String context() {
        return request.option("$select")
                .map(names -> "(" + names.replace(" ", "") + ")")
                .orElse("");
    }

    private Answer one(String of, ObjectNode definition) {
        ObjectNode body = Json.object().put("@odata.context", request.context(of + context() + "/$entity"));
        body.setAll(selected(definition, request.option("$select").orElse("")));
        return Answer.ok(body);
    }

    private Predicate<ObjectNode> condition(String filter) {
        if (filter.isBlank()) {
            return any -> true;
        }
        var condition = Filter.parse(filter, new MetadataSubject(), request::option);
        return condition::test;
    }

    /** Id, type and what was expanded always come along. */
    private static ObjectNode selected(ObjectNode definition, String select) {
        if (select.isBlank()) {
            return definition;
        }
        List<String> names = Stream.of(select.split(",")).map(String::trim).toList();
        ObjectNode less = Json.object();
        definition.properties().forEach(each -> {
            String name = each.getKey();
            if (names.contains(name)
                    || name.equals("@odata.type")
                    || name.equals("MetadataId")
                    || MetadataJson.COLLECTIONS.contains(name)
                    || name.endsWith("OptionSet")) {
                less.set(name, each.getValue());
            }
        });
        for (String name : names) {
            if (!definition.has(name) && !name.matches("[A-Z][A-Za-z0-9]*")) {
                throw Malformed.noProperty(name, "MetadataBase");
            }
        }
        return less;
    }
}
