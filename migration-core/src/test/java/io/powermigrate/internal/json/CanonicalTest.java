package io.powermigrate.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The canonical form: of a tree, of a value and as a stream it is the same text, with sorted members. */
class CanonicalTest {

    private record Stored(
            String name, Optional<Integer> count, Map<String, Integer> numbers, JsonNode tree, List<Object> all) {}

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void it_is_that_of_a_sorted_copy(long seed) throws IOException {
        Random random = new Random(seed);
        JsonNode tree = tree(random, 5);
        String expected = new ObjectMapper().writer(new CanonicalPrinter()).writeValueAsString(sortedCopy(tree));
        assertThat(Json.canonical(tree)).isEqualTo(expected);
        assertThat(streamed(tree)).isEqualTo(expected);
        Map<String, Integer> numbers = new HashMap<>();
        random.ints(20).forEach(each -> numbers.put("n" + each, each));
        Stored value = new Stored(text(random), Optional.empty(), numbers, tree, List.of(tree, Map.of("b", 1, "a", 2)));
        assertThat(Json.canonicalText(value)).isEqualTo(Json.canonical(Json.tree(value)));
        assertThat(streamed(value)).isEqualTo(Json.canonicalText(value));
    }

    private static String streamed(Object value) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Json.canonical(value, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static JsonNode sortedCopy(JsonNode node) {
        if (node.isObject()) {
            TreeMap<String, JsonNode> sorted = new TreeMap<>();
            node.properties().forEach(member -> sorted.put(member.getKey(), sortedCopy(member.getValue())));
            return JsonNodeFactory.instance.objectNode().setAll(sorted);
        }
        if (node.isArray()) {
            var copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> copy.add(sortedCopy(element)));
            return copy;
        }
        return node;
    }

    private static JsonNode tree(Random random, int depth) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        switch (random.nextInt(depth == 0 ? 5 : 9)) {
            case 0:
                return nodes.textNode(text(random));
            case 1:
                return nodes.numberNode(random.nextLong());
            case 2:
                return nodes.booleanNode(random.nextBoolean());
            case 3:
                return nodes.nullNode();
            case 4:
                return Json.parse(random.nextInt() + "." + random.nextInt(1000) + "e" + random.nextInt(9));
            case 5:
                var array = nodes.arrayNode();
                random.ints(random.nextInt(5)).forEach(each -> array.add(tree(random, depth - 1)));
                return array;
            default:
                ObjectNode object = nodes.objectNode();
                random.ints(random.nextInt(8)).forEach(each -> object.set(text(random), tree(random, depth - 1)));
                return object;
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        random.ints(random.nextInt(12), 0, 6)
                .forEach(kind -> text.appendCodePoint(
                        switch (kind) {
                            case 0 -> random.nextInt(32);
                            case 1 -> 0x1F680;
                            case 2 -> 0x20AC;
                            default -> 'a' + random.nextInt(26);
                        }));
        return text.toString();
    }
}
