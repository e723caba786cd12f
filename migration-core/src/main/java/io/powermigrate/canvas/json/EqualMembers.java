package io.powermigrate.canvas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.powermigrate.canvas.reading.Limit;
import io.powermigrate.canvas.reading.Reading;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.zip.EntryName;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Members of one JSON object that a rebinding gives the same name: a reader would keep only one of them. They become one member that
 * holds the content of all; where that is contradictory, the rebinding is refused before anything is written. For one thread.
 */
public final class EqualMembers {

    private final Reading reading;
    private final String place;
    private final Set<String> renamed;
    private boolean merged;

    private EqualMembers(Reading reading, String place, Set<String> renamed) {
        this.reading = reading;
        this.place = place;
        this.renamed = renamed;
    }

    /** The same edits where no two members become equal; else one edit of the whole text. */
    public static Edits settled(Reading reading, String place, byte[] json, Edits edits) {
        if (edits.newNames().isEmpty()) {
            return edits;
        }
        EqualMembers members = new EqualMembers(reading, place, edits.newNames());
        try {
            Node root = members.tree(applied(json, edits));
            if (!members.merged) {
                return edits;
            }
            Edits whole = new Edits();
            whole.add(0, json.length, members.written(root));
            return whole;
        } catch (IOException broken) {
            throw new UncheckedIOException("A text that was read before could not be read again.", broken);
        }
    }

    private static byte[] applied(byte[] json, Edits edits) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(json.length + 64);
        edits.copy(new ByteArrayInputStream(json), bytes);
        return bytes.toByteArray();
    }

    private Node tree(byte[] json) throws IOException {
        try (JsonParser parser = reading.json().createParser(json)) {
            return node(parser, parser.nextToken(), 0);
        }
    }

    private Node node(JsonParser parser, JsonToken token, int depth) throws IOException {
        if (depth > reading.limit(Limit.JSON_DEPTH)) {
            throw reading.entryBeyond(place, "is deeper than that", Limit.JSON_DEPTH);
        }
        Node node = new Node(token, token.isStructStart() ? "" : parser.getText(), new ArrayList<>());
        if (token == JsonToken.START_ARRAY) {
            for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                node.members.add(new Member("", node(parser, next, depth + 1)));
            }
        } else if (token == JsonToken.START_OBJECT) {
            Map<String, Integer> places = new HashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                add(node, places, new Member(name, node(parser, parser.nextToken(), depth + 1)));
            }
        }
        return node;
    }

    /** @param places where the members of the object stand, those of one name at the first */
    private void add(Node object, Map<String, Integer> places, Member member) {
        Integer first = places.putIfAbsent(member.name, object.members.size());
        if (first == null || !renamed.contains(member.name)) {
            object.members.add(member);
            return;
        }
        Member other = object.members.get(first);
        object.members.set(first, new Member(member.name, merge(member.name, other.value, member.value)));
        merged = true;
    }

    private Node merge(String name, Node first, Node second) {
        if (first.kind == JsonToken.START_OBJECT && second.kind == JsonToken.START_OBJECT) {
            Node both = new Node(first.kind, "", new ArrayList<>(first.members));
            Map<String, Integer> places = new HashMap<>();
            for (int i = 0; i < first.members.size(); i++) {
                places.putIfAbsent(first.members.get(i).name, i);
            }
            second.members.forEach(member -> mergeInto(both, places, name, member));
            return both;
        }
        if (!first.equals(second)) {
            throw contradiction(reading, place, name);
        }
        return first;
    }

    private void mergeInto(Node object, Map<String, Integer> places, String parent, Member member) {
        Integer first = places.putIfAbsent(member.name, object.members.size());
        if (first == null) {
            object.members.add(member);
        } else {
            Member other = object.members.get(first);
            object.members.set(first, new Member(member.name, merge(parent, other.value, member.value)));
        }
    }

    /** Two members would get one name though their content differs. */
    static MigrationException contradiction(Reading reading, String place, String name) {
        return new MigrationException(
                "The canvas document '" + EntryName.shown(reading.document())
                        + "' was not rebound because two members of its entry '" + EntryName.shown(place)
                        + "' would both be called '" + EntryName.shown(name) + "' and hold different content",
                "Bind the two values of the source to two values of the destination, or remove one of the lines");
    }

    private byte[] written(Node root) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = reading.json().createGenerator(bytes)) {
            write(root, json);
        }
        return bytes.toByteArray();
    }

    private static void write(Node node, JsonGenerator json) throws IOException {
        switch (node.kind) {
            case START_OBJECT -> {
                json.writeStartObject();
                for (Member member : node.members) {
                    json.writeFieldName(member.name);
                    write(member.value, json);
                }
                json.writeEndObject();
            }
            case START_ARRAY -> {
                json.writeStartArray();
                for (Member element : node.members) {
                    write(element.value, json);
                }
                json.writeEndArray();
            }
            case VALUE_STRING -> json.writeString(node.text);
            default -> json.writeRawValue(node.text); // numbers as they are spelled; true, false, null
        }
    }

    private record Member(String name, Node value) {
        Member {
            Objects.requireNonNull(value, "value");
        }
    }

    /** A value; the elements of an array have no name. */
    private record Node(JsonToken kind, String text, List<Member> members) {}
}
