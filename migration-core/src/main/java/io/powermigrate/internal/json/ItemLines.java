package io.powermigrate.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** In which lines of a text of JSON the items of a list begin, so that messages can name them. */
public final class ItemLines {

    private ItemLines() {}

    /** Those of the objects in a list that is a member of the whole; what can be read as JSON is assumed. */
    public static List<Integer> of(String json, String member) {
        List<Integer> lines = new ArrayList<>();
        try (JsonParser tokens = Json.tokens(json)) {
            tokens.nextToken();
            while (tokens.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = tokens.currentName().equals(member);
                if (tokens.nextToken() != JsonToken.START_ARRAY || !wanted) {
                    tokens.skipChildren();
                    continue;
                }
                while (tokens.nextToken() != JsonToken.END_ARRAY) {
                    lines.add(tokens.currentTokenLocation().getLineNr());
                    tokens.skipChildren();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("it was read before", e);
        }
        return lines;
    }
}
