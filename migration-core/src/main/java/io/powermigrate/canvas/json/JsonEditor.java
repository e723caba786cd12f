package io.powermigrate.canvas.json;

import io.powermigrate.canvas.reading.Reading;
import io.powermigrate.error.MigrationException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * One forward pass over a JSON text that changes strings where they stand, and collects {@link Edits}. White space, escapes, order and
 * repeated names of all that is not changed stay as they are; so does JSON inside strings, at any level. It is no second tokenizer beside
 * {@link JsonCursor}: the text was read by that one, here only places are found.
 */
public final class JsonEditor {

    private static final int NOT_PASSED = -1;

    private final Reading reading;
    private final Around around;
    private final JsonText json;
    private final Edits edits = new Edits();
    private int depth;
    private int nameStart;
    private int nameEnd;
    private int start;
    private int behind = NOT_PASSED;
    private boolean nothingInside;

    private JsonEditor(Around around, JsonText json) {
        this.reading = json.reading();
        this.around = around;
        this.json = json;
    }

    /** Walks over an entry's text; the walker begins at its root value. */
    public static Edits edits(Reading reading, String entry, byte[] text, Consumer<JsonEditor> walker) {
        return new JsonEditor(Around.NOTHING, new JsonText(reading, entry, text).proved(Around.NOTHING)).walk(walker);
    }

    /** As {@link #edits}, for an entry that a {@link JsonCursor} has read to its end. */
    public static Edits editsOfRead(Reading reading, String entry, byte[] text, Consumer<JsonEditor> walker) {
        return new JsonEditor(Around.NOTHING, new JsonText(reading, entry, text)).walk(walker);
    }

    private Edits walk(Consumer<JsonEditor> walker) {
        start = json.root();
        walker.accept(this);
        return edits;
    }

    /** Into the current object or array; anything else counts as one without members. */
    private void enter(char bracket) {
        nothingInside = json.at(start) != bracket || behind != NOT_PASSED;
        if (!nothingInside) {
            behind = start + 1;
            depth++;
        }
    }

    /** On to the value of the next member, or false at the end of the object. */
    private boolean nextMember() {
        if (ended()) {
            return false;
        }
        nameStart = behind;
        nameEnd = json.behindString(nameStart);
        int colon = json.behindSpace(nameEnd);
        value(json.behindSpace(colon + 1));
        return true;
    }

    /** On to the next element, or false at the end of the array. */
    private boolean nextElement() {
        if (ended()) {
            return false;
        }
        value(behind);
        return true;
    }

    private void value(int at) {
        start = at;
        behind = NOT_PASSED;
    }

    /** Passes the current value; then stands on the next one, or behind the bracket that closes. */
    private boolean ended() {
        if (nothingInside) {
            nothingInside = false;
            return true;
        }
        int next = json.behindSpace(end());
        byte sign = json.at(next);
        boolean ended = sign == '}' || sign == ']';
        if (ended) {
            start = next;
            depth--;
        }
        behind = ended ? next + 1 : sign == ',' ? json.behindSpace(next + 1) : next;
        return ended;
    }

    /** Walks over each element of the current array. */
    public void elements(Runnable each) {
        enter('[');
        while (nextElement()) {
            each.run();
        }
    }

    /** Walks over each member of the current object, by name. */
    public void members(Consumer<String> each) {
        enter('{');
        while (nextMember()) {
            each.accept(name());
        }
    }

    /** The name of the member whose value is current. */
    private String name() {
        return json.string(nameStart, nameEnd);
    }

    public boolean isString() {
        return json.at(start) == '"';
    }

    public boolean isObject() {
        return json.at(start) == '{';
    }

    /** The current whole number; 0 for anything else. */
    public int number() {
        try {
            return isNumber() ? Integer.parseInt(word()) : 0;
        } catch (NumberFormatException tooLargeOrBroken) {
            return 0;
        }
    }

    /** The current number gets another value if it is a whole one. */
    public void replaceNumber(int value) {
        if (isNumber() && word().chars().allMatch(c -> c == '-' || c >= '0' && c <= '9')) {
            edits.add(start, end(), String.valueOf(value).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private boolean isNumber() {
        byte first = json.at(start);
        return first == '-' || first >= '0' && first <= '9';
    }

    private String word() {
        return new String(json.bytes(), start, end() - start, StandardCharsets.US_ASCII);
    }

    /** The current string as it is, with secrets; empty if there is none. */
    public String text() {
        return isString() ? json.string(start, end()) : "";
    }

    /** The current string as it is spelled. */
    public JsonLiteral literal() {
        return literal(start, end());
    }

    /** The name of the current member as it is spelled. */
    public JsonLiteral nameLiteral() {
        return literal(nameStart, nameEnd);
    }

    private JsonLiteral literal(int from, int to) {
        return new JsonLiteral(json.bytes(), from, to, json.string(from, to));
    }

    /** A string or name gets another content. */
    public void replace(JsonLiteral literal, String value) {
        edits.add(literal.start() + 1, literal.end() - 1, JsonLiteral.escaped(value));
    }

    /** The current member gets another name. */
    public void rename(JsonLiteral name, String other) {
        edits.rename(name.start() + 1, name.end() - 1, other, JsonLiteral.escaped(other));
    }

    /** Parts of a string's content become others; the regions are bytes of what it says. */
    public void edit(JsonLiteral literal, Edits inside) {
        literal.lift(inside, edits);
    }

    /** The current member goes, with one comma. */
    public void remove() {
        edits.removeMember(json.bytes(), nameStart, end());
    }

    /** Walks over the JSON text that the current string holds. What is no JSON after all stays as it is. */
    public void nested(String member, Consumer<JsonEditor> walker) {
        if (isString()) {
            nested(literal(), member, walker);
        }
    }

    /** As {@link #nested(String, Consumer)}, for a string that was passed. */
    public void nested(JsonLiteral literal, String member, Consumer<JsonEditor> walker) {
        byte[] inside = literal.decoded();
        if (inside.length == 0 || inside[0] != '{' && inside[0] != '[') {
            return;
        }
        String where = json.place() + "' › '" + member;
        Around inner = around.with(depth, inside.length);
        inner.check(reading, where);
        try {
            Edits changed = new JsonEditor(inner, new JsonText(reading, where, inside).proved(inner)).walk(walker);
            edit(literal, EqualMembers.settled(reading, where, inside, changed));
        } catch (MalformedJson plainText) {
            // a copy of something that was never read as JSON
        }
    }

    /** Replaces what is found in the current value, but not what was changed there before. */
    public void substitute(Replacer replacer) {
        Edits inside = new Edits();
        replacer.edits(json.bytes(), start, end(), inside);
        if (!inside.isEmpty()) {
            edits.addFree(inside, start);
        }
    }

    /** Adds edits for a region of a text. */
    @FunctionalInterface
    public interface Replacer {
        void edits(byte[] text, int start, int end, Edits edits);
    }

    /** Behind the current value, which is passed. */
    private int end() {
        if (behind == NOT_PASSED) {
            behind = json.behindValue(start);
        }
        return behind;
    }

    public MigrationException twice(String name) {
        return EqualMembers.contradiction(reading, json.place(), name);
    }
}
