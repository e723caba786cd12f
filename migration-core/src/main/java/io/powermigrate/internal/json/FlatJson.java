package io.powermigrate.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.powermigrate.error.MigrationException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Objects whose members are all texts, one in a line: quick to read, many at a time. */
public final class FlatJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private FlatJson() {}

    /** One line, members in the order of the map. */
    public static String line(Map<String, String> members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator line = FACTORY.createGenerator(text)) {
            line.writeStartObject();
            for (Map.Entry<String, String> member : members.entrySet()) {
                line.writeStringField(member.getKey(), member.getValue());
            }
            line.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("text goes to memory", e);
        }
        return text.toString();
    }

    /**
     * The members of one line.
     *
     * @throws MigrationException when it is not one object whose members are all texts
     */
    public static Map<String, String> members(String line) {
        try (JsonParser parser = FACTORY.createParser(line)) {
            require(parser.nextToken() == JsonToken.START_OBJECT);
            Map<String, String> members = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                require(parser.nextToken() == JsonToken.VALUE_STRING);
                members.put(name, parser.getText());
            }
            require(parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null);
            return members;
        } catch (IOException e) {
            throw damaged();
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw damaged();
        }
    }

    private static MigrationException damaged() {
        return new MigrationException("A line of JSON is damaged", "Give a file that was written by this library");
    }
}
