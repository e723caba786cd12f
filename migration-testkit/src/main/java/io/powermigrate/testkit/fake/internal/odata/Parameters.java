package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.odata.filter.Malformed;
import io.powermigrate.testkit.fake.internal.odata.filter.Values;
import java.math.BigDecimal;

/** Values in parentheses and aliases: texts, ids, numbers, enum members, JSON. */
final class Parameters {

    private Parameters() {}

    /** The parameters of a function by name. */
    static ObjectNode of(Request request, Segment segment) {
        ObjectNode parameters = Json.object();
        for (String part : Segment.split(segment.key(), ',')) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parameters.set(
                        part.substring(0, equals).trim(),
                        value(request, part.substring(equals + 1).trim()));
            }
        }
        return parameters;
    }

    static JsonNode value(Request request, String text) {
        if (text.startsWith("@")) {
            return value(
                    request,
                    request.option(text)
                            .orElseThrow(() -> Malformed.query("The parameter alias '" + text + "' has no value.")));
        }
        if (text.startsWith("{")) {
            return object(text);
        }
        if (text.startsWith("[")) {
            return Values.list(text);
        }
        int quote = text.indexOf('\'');
        if (quote >= 0 && text.endsWith("'")) {
            return TextNode.valueOf(Values.unquoted(text.substring(quote)));
        }
        return switch (text) {
            case "null" -> NullNode.getInstance();
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            default ->
                text.matches("-?[0-9]+(\\.[0-9]+)?")
                        ? DecimalNode.valueOf(new BigDecimal(text))
                        : TextNode.valueOf(text);
        };
    }

    private static JsonNode object(String text) {
        try {
            return Json.parseObject(text);
        } catch (IllegalArgumentException notJson) {
            throw Malformed.query("The value of a parameter is no JSON: " + text);
        }
    }
}
