package io.powermigrate.testkit.fake.internal.solutions.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * The body of a message. The file in it is decoded once, without being a text in between, since it may be a gigabyte.
 *
 * @param members everything but the file
 * @param file the decoded file, empty without one
 */
public record MessageBody(ObjectNode members, byte[] file) {
    private static final String FILE = "CustomizationFile";
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build());

    public static MessageBody read(byte[] body) {
        ObjectNode members = Json.object();
        byte[] file = new byte[0];
        if (body.length == 0) {
            return new MessageBody(members, file);
        }
        try (JsonParser parser = MAPPER.createParser(body)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals(FILE) && value == JsonToken.VALUE_STRING) {
                    ByteArrayOutputStream decoded = new ByteArrayOutputStream(body.length / 4 * 3);
                    parser.readBinaryValue(decoded);
                    file = decoded.toByteArray();
                } else {
                    members.set(name, MAPPER.readTree(parser));
                }
            }
        } catch (IOException broken) {
            throw Refusal.of(
                    400, "0x80048d19", "Error identified in Payload provided by the user: " + broken.getMessage());
        }
        return new MessageBody(members, file);
    }

    public boolean hasFile() {
        return file.length > 0;
    }
}
