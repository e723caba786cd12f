package io.powermigrate.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fingerprints are those of the canonical text, although no such text is made; they stand in plans and journals. */
class CanonicalDigestTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "A",
            "é",
            "\u2028",
            "\"quoted\\ \n\t\u0001\u007f",
            "\ud83d\ude00",
            "\ud83d alone",
            "alone \ude00",
            "日本");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_digest_is_that_of_the_canonical_text(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            JsonNode tree = tree(random, 4);
            assertThat(Json.sha256(tree)).as("seed %d, tree %s", seed, tree).isEqualTo(digest(Json.canonical(tree)));
        }
    }

    @Test
    void it_stays_what_it_was_in_earlier_versions() {
        JsonNode tree = Json.tree(Map.of("b", List.of(1, 2.5), "a", Map.of(), "c", List.of()));
        assertThat(Json.canonical(tree)).isEqualTo("""
                {
                  "a": { },
                  "b": [
                    1,
                    2.5
                  ],
                  "c": [ ]
                }""");
        assertThat(Json.sha256(tree)).isEqualTo(digest(Json.canonical(tree)));
    }

    private static JsonNode tree(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 7)) {
            case 0 -> NODES.textNode(text(random));
            case 1 -> NODES.numberNode(random.nextInt());
            case 2 -> NODES.numberNode(random.nextLong());
            case 3 -> NODES.numberNode(new BigDecimal(random.nextInt(1000)).movePointLeft(random.nextInt(40)));
            case 4 -> NODES.numberNode(random.nextGaussian() * Math.pow(10, random.nextInt(40)));
            case 5 -> NODES.booleanNode(random.nextBoolean());
            case 6 -> NODES.nullNode();
            case 7 -> {
                var list = NODES.arrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(tree(random, depth - 1));
                }
                yield list;
            }
            default -> {
                var object = NODES.objectNode();
                for (int i = random.nextInt(5); i > 0; i--) {
                    object.set(text(random), tree(random, depth - 1));
                }
                yield object;
            }
        };
    }

    private static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size())) + (random.nextBoolean() ? random.nextInt(100) : "");
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
