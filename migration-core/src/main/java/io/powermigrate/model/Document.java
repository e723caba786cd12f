package io.powermigrate.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.json.Json;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value that never changes. What a service sent is kept whole, also members that nobody knows, so that it can be
 * sent back. Names are looked up as they are written, then without regard to case (wire/power-platform.md, "How to read this"); a
 * place that does not exist is a {@link #isMissing() missing} document, never null. Thread-safe.
 */
public final class Document {

    private static final Document MISSING = new Document(JsonNodeFactory.instance.missingNode());
    private static final Document EMPTY = new Document(JsonNodeFactory.instance.objectNode());

    private final JsonNode node;
    private final AtomicReference<@Nullable Fingerprint> fingerprint; // kept once it was asked for

    private Document(JsonNode node) {
        this.node = node;
        this.fingerprint = new AtomicReference<>();
    }

    @JsonCreator
    static Document wrap(@Nullable JsonNode node) {
        return node == null || node.isMissingNode() ? MISSING : new Document(node);
    }

    @JsonValue
    JsonNode node() {
        return node;
    }

    /** The object without members. */
    public static Document empty() {
        return EMPTY;
    }

    /** The place that does not exist. */
    public static Document missing() {
        return MISSING;
    }

    /**
     * Parses JSON text.
     *
     * @throws MigrationException when it is no JSON, is nested too deep, or holds a text that is too long
     */
    public static Document parse(String json) {
        return wrap(Json.parse(json));
    }

    /** Parses JSON in UTF-8, with or without a byte order mark; errors as {@link #parse(String)}. */
    public static Document parse(byte[] json) {
        return parse(new ByteArrayInputStream(json));
    }

    /** Parses JSON in UTF-8 to the end of the stream, which stays open; errors as {@link #parse(String)}. */
    public static Document parse(InputStream json) {
        return wrap(Json.parse(json));
    }

    /**
     * Parses JSON in UTF-8 to the end of the stream, which stays open, and keeps only what stands at a path of member names; the rest is
     * checked and passed over. Names are looked up without regard to case. Errors as {@link #parse(String)}.
     */
    public static Document parse(InputStream json, String... path) {
        return wrap(Json.parse(json, path));
    }

    /** A map, list, text, number, truth value, record or document as JSON. */
    public static Document of(Object value) {
        return value instanceof Document document ? document : wrap(Json.tree(value));
    }

    /** What stands at a path of member names; {@link #missing()} where nothing stands. */
    public Document at(String... path) {
        JsonNode place = node;
        for (String name : path) {
            place = member(place, name);
        }
        return place.isMissingNode() ? MISSING : new Document(place);
    }

    /** The text at a path, also of a number or truth value; empty where nothing, null, an object or a list stands. */
    public Optional<String> text(String... path) {
        JsonNode place = at(path).node;
        return place.isValueNode() && !place.isNull() ? Optional.of(place.asText()) : Optional.empty();
    }

    /** True where {@code true} or {@code "true"} stands; values of tags are texts (wire/power-platform.md, section 2.2). */
    public boolean flag(String... path) {
        return text(path).map("true"::equalsIgnoreCase).orElse(false);
    }

    /** The whole number at a path, or the fallback. */
    public long number(long fallback, String... path) {
        return at(path).node.asLong(fallback);
    }

    /** The elements of a list; none of anything else. */
    public List<Document> items() {
        if (!node.isArray()) {
            return List.of();
        }
        List<Document> items = new ArrayList<>(node.size());
        node.forEach(element -> items.add(new Document(element)));
        return Collections.unmodifiableList(items);
    }

    /** The elements of a list at a path that are texts. */
    public List<String> texts(String... path) {
        return at(path).items().stream().flatMap(item -> item.text().stream()).toList();
    }

    /** The members of an object in their order; none of anything else. Names differ by case here. */
    public Map<String, Document> members() {
        Map<String, Document> members = new LinkedHashMap<>();
        node.properties().forEach(member -> members.put(member.getKey(), new Document(member.getValue())));
        return Collections.unmodifiableMap(members);
    }

    /** Whether nothing stands here, or null. */
    public boolean isMissing() {
        return node.isMissingNode() || node.isNull();
    }

    /** Whether this is an object. */
    public boolean isObject() {
        return node.isObject();
    }

    /** Whether this is a list. */
    public boolean isArray() {
        return node.isArray();
    }

    /** This object with one member set; what is missing becomes an object. */
    public Document with(String member, Object value) {
        ObjectNode copy = shallowCopy();
        copy.set(existingName(member), of(value).node);
        return new Document(copy);
    }

    /** This object without one member. */
    public Document without(String member) {
        ObjectNode copy = shallowCopy();
        copy.remove(existingName(member));
        return new Document(copy);
    }

    /** This document as a value of a record type; members that the type does not know are left out. */
    public <T> T as(Class<T> type) {
        return Json.bind(node, type);
    }

    /** JSON on one line, members in their order. */
    public String toJson() {
        return Json.text(node);
    }

    /** JSON with sorted members, indented by two, LF: equal documents give equal text. */
    public String canonical() {
        return Json.canonical(node);
    }

    Fingerprint fingerprint() {
        Fingerprint known = fingerprint.get();
        if (known == null) {
            known = new Fingerprint(Json.sha256(node));
            fingerprint.set(known);
        }
        return known;
    }

    private ObjectNode shallowCopy() {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        if (node.isObject()) {
            copy.setAll((ObjectNode) node);
        } else if (!isMissing()) {
            throw new MigrationException(
                    "A member could not be set because the JSON here is no object but " + node.getNodeType(),
                    "Set it on an object");
        }
        return copy;
    }

    private String existingName(String name) {
        if (node.has(name)) {
            return name;
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (member.getKey().equalsIgnoreCase(name)) {
                return member.getKey();
            }
        }
        return name;
    }

    private static JsonNode member(JsonNode place, String name) {
        JsonNode exact = place.path(name);
        if (!exact.isMissingNode() || !place.isObject()) {
            return exact;
        }
        for (Map.Entry<String, JsonNode> member : place.properties()) {
            if (member.getKey().equalsIgnoreCase(name)) {
                return member.getValue();
            }
        }
        return exact;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Document that && node.equals(that.node);
    }

    @Override
    public int hashCode() {
        return node.hashCode();
    }

    /** The kind and size only: content of a service does not reach a log by accident. */
    @Override
    public String toString() {
        return "Document[" + node.getNodeType() + ", " + node.size() + "]";
    }
}
