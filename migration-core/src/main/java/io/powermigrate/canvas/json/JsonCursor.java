package io.powermigrate.canvas.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.powermigrate.canvas.reading.Limit;
import io.powermigrate.canvas.reading.Reading;
import io.powermigrate.canvas.reading.Taken;
import io.powermigrate.internal.secret.Secrets;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One forward pass over a JSON text. A reader walks with {@code enterObject(); while (nextMember()) …} and takes what it knows; what has
 * another shape is passed over: the service adds fields at any time. Texts come out without secrets, see {@link Secrets}.
 */
public final class JsonCursor implements Closeable {

    private final Reading reading;
    private final String place;
    private final Around around;
    private final JsonParser parser;
    private final JsonRefusal refusal;
    private final Taken taken;
    private final RepeatedNames names;
    private final SafeTexts safe = new SafeTexts();
    private @Nullable JsonToken token;
    private boolean untouched;
    private boolean nothingInside;
    private String counted = "";
    private int counts;

    private JsonCursor(Reading reading, String place, Around around, JsonParser parser) {
        this.reading = reading;
        this.place = place;
        this.around = around;
        this.parser = parser;
        this.taken = reading.taken();
        this.refusal = new JsonRefusal(reading, place, parser);
        this.names = new RepeatedNames(refusal);
    }

    /** Stands on the root value of the entry's text. */
    public static JsonCursor over(Reading reading, String entry, InputStream bytes) {
        try {
            return new JsonCursor(reading, entry, Around.NOTHING, reading.json().createParser(bytes)).start();
        } catch (IOException unreadable) {
            throw new MalformedJson(reading.refused("its entry '" + entry + "' could not be read", "Try again"));
        }
    }

    /** Reads the JSON text that the current string holds; a value that is no string, or an empty one, is read as null. */
    public <T> T nested(String member, Function<JsonCursor, T> reader) {
        String text = secretText();
        String inside = place + "' › '" + member;
        Around inner = around.with(names.depth(), text.length());
        inner.check(reading, inside);
        try (JsonCursor json = over(reading, inside, inner, text.isBlank() ? "null" : text)) {
            T value = reader.apply(json);
            json.finish();
            return value;
        }
    }

    private static JsonCursor over(Reading reading, String place, Around around, String text) {
        try {
            return new JsonCursor(reading, place, around, reading.json().createParser(text)).start();
        } catch (IOException impossible) {
            throw new IllegalStateException("A string is always readable.", impossible);
        }
    }

    private JsonCursor start() {
        advance();
        if (token == null) {
            throw refusal.malformed("is empty", "");
        }
        return this;
    }

    /** Into the current object; anything else counts as an object without members. */
    public void enterObject() {
        enter(JsonToken.START_OBJECT);
    }

    /** Into the current array; anything else counts as an array without elements. */
    public void enterArray() {
        enter(JsonToken.START_ARRAY);
    }

    private void enter(JsonToken start) {
        nothingInside = token != start || !untouched;
        if (!nothingInside) {
            untouched = false;
        }
        take(0);
    }

    /** What is made of a value costs memory, also where the value is empty or of another kind than expected. */
    public void take(int characters) {
        String name = currentName();
        taken.add(place, characters + (name == null ? 0 : name.length()));
    }

    /** On to the value of the next member, or false at the end of the object. */
    public boolean nextMember() {
        if (ended()) {
            return false;
        }
        advance();
        return true;
    }

    /** On to the next element, or false at the end of the array. */
    public boolean nextElement() {
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

    /** The name of the member whose value is current. */
    public String name() {
        return String.valueOf(currentName());
    }

    /** The current scalar as text without secrets; null for null, objects and arrays. */
    @Nullable
    public String text() {
        boolean scalar = token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL;
        String text = scalar ? safe.of(raw()) : null;
        take(text == null ? 0 : text.length());
        return text;
    }

    /** As {@link #text()}, but never null. */
    public String textOrEmpty() {
        String text = text();
        return text == null ? "" : text;
    }

    /** What was taken so far; {@link Taken#back} where it is not kept after all. */
    public Taken taken() {
        return taken;
    }

    /** The current string as it is, with secrets: only to look for something in it. Empty if there is none. */
    public String secretText() {
        return token == JsonToken.VALUE_STRING ? raw() : "";
    }

    /** As {@link #secretText()}, for a formula, which is kept. */
    public String formula() {
        String text = secretText();
        take(text.length());
        return text;
    }

    /** The kind of the current value. */
    public JsonToken token() {
        return Objects.requireNonNull(token, "after the end");
    }

    /** The current number as it is spelled. */
    public String numberText() {
        return raw();
    }

    /** The current boolean; null for anything else. */
    @Nullable
    public Boolean flag() {
        if (token == JsonToken.VALUE_TRUE) {
            return Boolean.TRUE;
        }
        return token == JsonToken.VALUE_FALSE ? Boolean.FALSE : null;
    }

    /** The current number if it is an int; null for anything else. */
    @Nullable
    public Integer number() {
        try {
            return token == JsonToken.VALUE_NUMBER_INT ? Integer.valueOf(raw()) : null;
        } catch (NumberFormatException tooBig) {
            return null;
        }
    }

    /** The texts of the current array. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        enterArray();
        while (nextElement()) {
            String text = text();
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** How many members of this name the current value holds, at any depth. The value is passed. */
    public int occurrences(String name) {
        return occurrences(name, () -> {});
    }

    /** As {@link #occurrences(String)}, where a reader takes something of the value; it counts nothing itself. */
    public int occurrences(String name, Runnable reader) {
        int before = counts;
        counted = name;
        reader.run();
        pass();
        counted = "";
        return counts - before;
    }

    private void pass() {
        if (untouched) {
            for (int depth = 1; depth > 0; ) {
                advance();
                depth += untouched ? 1 : token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY ? -1 : 0;
            }
            untouched = false;
        }
    }

    /** To the end of the text; nothing may follow the root value. */
    public void finish() {
        pass();
        advance();
        if (token != null) {
            throw refusal.malformed("goes on after its end", refusal.where());
        }
    }

    /** Objects met so far that hold a member name twice. */
    public int objectsWithRepeatedNames() {
        return names.objects();
    }

    private void advance() {
        try {
            token = parser.nextToken();
        } catch (IOException broken) {
            throw refusal.of(broken);
        }
        taken.token(place);
        untouched = token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY;
        if (token == JsonToken.FIELD_NAME) {
            String name = String.valueOf(currentName());
            names.member(name);
            counts += name.equals(counted) ? 1 : 0;
        } else if (untouched) {
            if (names.enter() + around.depth() > reading.limit(Limit.JSON_DEPTH)) {
                throw reading.entryBeyond(place, "is deeper than that", Limit.JSON_DEPTH);
            }
        } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
            names.leave();
        }
    }

    private @Nullable String currentName() {
        try {
            return parser.currentName();
        } catch (IOException impossible) {
            throw new IllegalStateException("A name was read before.", impossible);
        }
    }

    private String raw() {
        try {
            return parser.getText();
        } catch (IOException broken) {
            throw refusal.of(broken);
        }
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException ignored) {
            // closing reads nothing
        }
    }
}
