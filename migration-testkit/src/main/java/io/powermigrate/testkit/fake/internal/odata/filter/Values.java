package io.powermigrate.testkit.fake.internal.odata.filter;

import com.fasterxml.jackson.databind.JsonNode;
import io.powermigrate.testkit.fake.internal.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Compares values as the service does: texts without case, moments as moments, nothing equals null only. */
public final class Values {
    static final Set<String> OPERATORS = Set.of("eq", "ne", "gt", "ge", "lt", "le");

    private Values() {}

    public static boolean compares(String operator, JsonNode left, JsonNode right) {
        boolean noLeft = left.isNull() || left.isMissingNode();
        boolean noRight = right.isNull() || right.isMissingNode();
        if (noLeft || noRight) {
            boolean equal = noLeft && noRight;
            return operator.equals("eq") && equal || operator.equals("ne") && !equal;
        }
        int order = order(left, right);
        return switch (operator) {
            case "eq" -> order == 0;
            case "ne" -> order != 0;
            case "gt" -> order > 0;
            case "ge" -> order >= 0;
            case "lt" -> order < 0;
            default -> order <= 0;
        };
    }

    /** Nothing comes first. */
    public static int order(JsonNode left, JsonNode right) {
        boolean noLeft = left.isNull() || left.isMissingNode();
        boolean noRight = right.isNull() || right.isMissingNode();
        if (noLeft || noRight) {
            return Boolean.compare(noRight, noLeft);
        }
        if (left.isNumber() && right.isNumber()) {
            return left.decimalValue().compareTo(right.decimalValue());
        }
        if (left.isBoolean() || right.isBoolean()) {
            return Boolean.compare(left.asBoolean(), right.asBoolean());
        }
        return texts(left.asText(), right.asText());
    }

    private static int texts(String left, String right) {
        if (left.length() > 9 && right.length() > 9 && left.charAt(4) == '-' && right.charAt(4) == '-') {
            try {
                return moment(left).compareTo(moment(right));
            } catch (DateTimeException noMoments) {
                return left.compareToIgnoreCase(right);
            }
        }
        return left.compareToIgnoreCase(right);
    }

    private static Instant moment(String text) {
        return text.length() == 10
                ? Instant.parse(text + "T00:00:00Z")
                : OffsetDateTime.parse(text).toInstant();
    }

    static boolean text(String function, JsonNode value, JsonNode part) {
        if (!List.of("contains", "startswith", "endswith").contains(function)) {
            throw Malformed.query("An unknown function with name '" + function + "' was found.");
        }
        if (!value.isTextual()) {
            return false;
        }
        String whole = value.asText().toLowerCase(Locale.ROOT);
        String sought = part.asText().toLowerCase(Locale.ROOT);
        return switch (function) {
            case "contains" -> whole.contains(sought);
            case "startswith" -> whole.startsWith(sought);
            default -> whole.endsWith(sought);
        };
    }

    /** The text of a literal in quotes. */
    public static String unquoted(String literal) {
        return FilterLexer.unquoted(literal);
    }

    /** A JSON array in a parameter. */
    public static JsonNode list(String json) {
        try {
            return Json.parseObject("{\"list\":" + json + "}").path("list");
        } catch (IllegalArgumentException notJson) {
            throw Malformed.query("'" + json + "' is no JSON array.");
        }
    }

    static JsonNode array(List<JsonNode> items) {
        return Json.list(items);
    }
}
