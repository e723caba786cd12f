package io.powermigrate.canvas.formula;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Formulas of real documents with their tokens, found by an independent lexer (fixtures/msapp/lexer-vectors.json). */
class LexerVectorsTest {

    private static final Map<TokenKind, String> KINDS = Map.ofEntries(
            entry(TokenKind.IDENTIFIER, "ident"),
            entry(TokenKind.KEYWORD, "kw"),
            entry(TokenKind.NUMBER, "num"),
            entry(TokenKind.STRING, "str"),
            entry(TokenKind.PUNCTUATION, "p"),
            entry(TokenKind.COMMENT, "comment"),
            entry(TokenKind.INTERPOLATION_START, "istr_start"),
            entry(TokenKind.INTERPOLATION_TEXT, "istr_text"),
            entry(TokenKind.ISLAND_START, "island_start"),
            entry(TokenKind.ISLAND_END, "island_end"),
            entry(TokenKind.INTERPOLATION_END, "istr_end"),
            entry(TokenKind.ERROR, "error"));

    @Test
    void real_formulas_fall_into_the_same_tokens() throws IOException {
        Path vectors =
                Path.of(System.getProperty("powermigrate.shared", "absent"), "fixtures", "msapp", "lexer-vectors.json");
        assumeTrue(Files.exists(vectors), "the folder ../shared/fixtures is absent");
        int count = 0;
        for (JsonNode vector : new ObjectMapper().readTree(vectors.toFile()).path("vectors")) {
            Formula formula = Formula.of(vector.path("script").asText());
            assertThat(tokens(formula, vector.path("tokens")))
                    .as(formula.text())
                    .isEqualTo(expected(vector));
            assertThat(formula.errors()).isEmpty();
            count++;
        }
        assertThat(count).isGreaterThan(100);
    }

    private static List<String> tokens(Formula formula, JsonNode expected) {
        List<String> tokens = new ArrayList<>();
        for (Token token : formula.tokens()) {
            boolean hasValue = expected.path(tokens.size()).size() > 3;
            tokens.add(KINDS.get(token.kind()) + " " + token.offset() + " " + token.end()
                    + (hasValue ? " " + token.value() : ""));
        }
        return tokens;
    }

    private static List<String> expected(JsonNode vector) {
        List<String> tokens = new ArrayList<>();
        for (JsonNode token : vector.path("tokens")) {
            List<String> parts = new ArrayList<>();
            token.forEach(part -> parts.add(part.asText()));
            tokens.add(String.join(" ", parts));
        }
        return tokens;
    }
}
