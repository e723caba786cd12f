package io.powermigrate.canvas.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.powermigrate.canvas.reading.Limit;
import io.powermigrate.canvas.reading.Reading;
import io.powermigrate.error.MigrationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One forward pass over a JSON text that changes strings where they stand: walks as {@link JsonCursor} does, and collects {@link Edits}.
 * White space, escapes, order and repeated names of all that is not changed stay as they are; so does JSON inside strings, at any level.
 */
public final class JsonEditor {

    private final Reading reading;
    private final String place;
    private final Around around;
    private final byte[] text;
    private final JsonParser parser;
    private final Edits edits = new Edits();
    private @Nullable JsonToken token;
    private boolean untouched;
    private boolean nothingInside;
    private @Nullable IntConsumer waiting;

    private JsonEditor(Reading reading, String place, Around around, byte[] text) {
        this.reading = reading;
        this.place = place;
        this.around = around;
        this.text = text;
        try {
            this.parser = reading.json().createParser(text);
        } catch (IOException impossible) {
            throw new IllegalStateException("Bytes are always readable.", impossible);
        }
    }

    /** Walks over an entry's text; the walker begins at its root value. */
    public static Edits edits(Reading reading, String entry, byte[] text, Consumer<JsonEditor> walker) {
        return new JsonEditor(reading, entry, Around.NOTHING, text).walk(walker);
    }

    private Edits walk(Consumer<JsonEditor> walker) {
        try (parser) {
            advance();
            walker.accept(this);
            return edits;
        } catch (IOException broken) {
            throw malformed();
        }
    }

    /** Into the current object or array; anything else counts as one without members. */
    private void enter(JsonToken start) {
        nothingInside = token != start || !untouched;
        if (!nothingInside) {
            untouched = false;
            if (depth() + around.depth() > reading.limit(Limit.JSON_DEPTH)) {
                throw reading.entryBeyond(place, "is deeper than that", Limit.JSON_DEPTH);
            }
        }
    }

    private int depth() {
        return parser.getParsingContext().getNestingDepth();
    }

    /** On to the value of the next member, or false at the end of the object. */
    boolean nextMember() {
        if (ended()) {
            return false;
        }
        advance();
        return true;
    }

    /** On to the next element, or false at the end of the array. */
    boolean nextElement() {
        return !ended();
    }

    private boolean ended() {
        if (nothingInside) {
            nothingInside = false;
            return true;
        }
        pass();
        advance();
        return token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY;
    }

    /** Walks over each element of the current array. */
    public void elements(Runnable each) {
        enter(JsonToken.START_ARRAY);
        while (nextElement()) {
            each.run();
        }
    }

    /** Walks over each member of the current object, by name. */
    public void members(Consumer<String> each) {
        enter(JsonToken.START_OBJECT);
        while (nextMember()) {
            each.accept(name());
        }
    }

    /** The name of the member whose value is current. */
    String name() {
        try {
            return Objects.requireNonNull(parser.currentName(), "outside of an object");
        } catch (IOException impossible) {
            throw new IllegalStateException("A name was read before.", impossible);
        }
    }

    public boolean isString() {
        return token == JsonToken.VALUE_STRING;
    }

    public boolean isObject() {
        return token == JsonToken.START_OBJECT;
    }

    /** The current whole number; 0 for anything else. */
    public int number() {
        try {
            return token == JsonToken.VALUE_NUMBER_INT ? parser.getIntValue() : 0;
        } catch (IOException tooLarge) {
            return 0;
        }
    }

    /** The current number gets another value. */
    public void replaceNumber(int value) {
        if (token == JsonToken.VALUE_NUMBER_INT) {
            edits.add(start(), end(), String.valueOf(value).getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** The current string as it is, with secrets; empty if there is none. */
    public String text() {
        try {
            return isString() ? parser.getText() : "";
        } catch (IOException broken) {
            throw refused(broken);
        }
    }

    /** The current string as it is spelled; it is tokenized to its end first, so the spelling is right. */
    public JsonLiteral literal() {
        int start = start();
        String value = text();
        if (text[start] != '"') {
            throw malformed();
        }
        return JsonLiteral.from(text, start, value);
    }

    /** The name of the current member as it is spelled. */
    public JsonLiteral nameLiteral() {
        int at = start() - 1;
        while (text[at] != '"') {
            at--;
        }
        return JsonLiteral.until(text, at, name());
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
        edits.removeMember(text, nameLiteral().start(), end());
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
        String where = place + "' › '" + member;
        Around inner = around.with(depth(), inside.length);
        inner.check(reading, where);
        try {
            Edits changed = new JsonEditor(reading, where, inner, inside).walk(walker);
            edit(literal, EqualMembers.settled(reading, where, inside, changed));
        } catch (MalformedJson plainText) {
            // a copy of something that was never read as JSON
        }
    }

    /** Replaces what is found in the current value, but not what was changed there before: on the way to the next token. */
    public void substitute(Replacer replacer) {
        int start = start();
        pass();
        waiting = end -> {
            Edits inside = new Edits();
            replacer.edits(text, start, end, inside);
            if (!inside.isEmpty()) {
                edits.addFree(inside, start);
            }
        };
    }

    /** Adds edits for a region of a text. */
    @FunctionalInterface
    public interface Replacer {
        void edits(byte[] text, int start, int end, Edits edits);
    }

    private int start() {
        return offset(parser.currentTokenLocation().getByteOffset());
    }

    /** Behind the current value, which is passed. */
    private int end() {
        if (isString()) {
            return literal().end();
        }
        pass();
        return offset(parser.currentLocation().getByteOffset());
    }

    private int offset(long bytes) {
        if (bytes < 0 || bytes > text.length) {
            throw malformed();
        }
        return (int) bytes;
    }

    private void pass() {
        if (untouched) {
            untouched = false;
            try {
                parser.skipChildren();
            } catch (IOException broken) {
                throw malformed();
            }
        }
    }

    private void advance() {
        try {
            token = parser.nextToken();
        } catch (IOException broken) {
            throw malformed();
        }
        if (token == null) {
            throw malformed();
        }
        untouched = token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY;
        if (waiting != null) {
            waiting.accept(start());
            waiting = null;
        }
    }

    public MigrationException twice(String name) {
        return EqualMembers.contradiction(reading, place, name);
    }

    private MigrationException refused(IOException cause) {
        return cause instanceof StreamConstraintsException
                ? reading.entryBeyond(place, "holds a longer string", Limit.TEXT)
                : malformed();
    }

    private MalformedJson malformed() {
        return new MalformedJson(reading.refused(
                "its entry '" + place + "' is not well-formed JSON in UTF-8", "Export the document again"));
    }
}
