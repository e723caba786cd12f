package io.powermigrate.canvas.rebind;

import static io.powermigrate.canvas.rebind.Rebindings.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.canvas.CanvasDocument;
import io.powermigrate.canvas.Fixtures;
import io.powermigrate.canvas.Msapp;
import io.powermigrate.canvas.facts.CanvasFacts;
import io.powermigrate.canvas.facts.Connectors;
import io.powermigrate.internal.address.PercentText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every site, list, table, flow and host of every real document, mapped by lines that spell it in another way than the document does: no
 * reference to the source stays that is neither changed nor told. What stays is searched for by hosts and ids, which nobody escapes.
 */
@Tag("long")
class EveryReferenceTest {

    private static final int MEASURED = 53;

    private static final Map<String, UnaryOperator<String>> SPELLINGS = Map.of(
            "other case", EveryReferenceTest::otherCase,
            "final slash", value -> isAddress(value) ? withoutSlash(value) + "/" : value,
            "percent-encoded", value -> isAddress(value) ? PercentText.encoded(value, "") : value,
            "in braces", value -> ValueKey.guid(value) ? "{" + value + "}" : value);

    @Test
    void is_changed_or_told_however_the_line_spells_it() throws IOException {
        Map<String, byte[]> documents = Fixtures.documents();
        int lines = 0;
        for (Map.Entry<String, byte[]> one : documents.entrySet()) {
            CanvasDocument document = Msapp.open(one.getValue());
            lines += inEverySpelling(one.getKey(), document, one.getValue());
        }
        System.out.println(documents.size() + " real documents, " + lines + " lines in another spelling");
        assertThat(documents).hasSizeGreaterThanOrEqualTo(MEASURED);
        assertThat(lines).isGreaterThan(documents.size());
    }

    private static int inEverySpelling(String name, CanvasDocument document, byte[] bytes) throws IOException {
        Set<String> values = values(document.facts());
        Map<String, String> tokens = new LinkedHashMap<>();
        values.forEach(value -> tokens(value).forEach(token -> tokens.put(token, value)));
        Set<String> entries = found(bytes, tokens.keySet(), entry -> true).keySet();
        int lines = 0;
        for (Map.Entry<String, UnaryOperator<String>> spelling : SPELLINGS.entrySet()) {
            if (values.stream()
                    .anyMatch(value -> !spelling.getValue().apply(value).equals(value))) {
                RebindResult rebound = document.rebind(lines(values, spelling.getValue()));
                assertThat(silent(rebound, tokens, entries::contains))
                        .as(name + ", " + spelling.getKey())
                        .isEmpty();
                lines += values.size();
            }
        }
        return lines;
    }

    private static Set<String> values(CanvasFacts facts) {
        Set<String> values = new LinkedHashSet<>();
        OriginValues.of(facts).stream()
                .filter(value -> switch (value.tie()) {
                    case SITE, LIST, FLOW, DATAVERSE_INSTANCE -> true;
                    case DATASET -> value.value().length() >= 16;
                    default -> false;
                })
                .map(value -> withoutSlash(value.value()))
                .forEach(values::add);
        return values;
    }

    private static Rebinding lines(Set<String> values, UnaryOperator<String> spelling) {
        Rebinding.Builder builder = Rebinding.builder();
        values.forEach(value -> {
            String from = spelling.apply(value);
            builder.text(from, target(value)).formulaText(from, target(value));
        });
        return builder.build();
    }

    private static String target(String value) {
        String id =
                UUID.nameUUIDFromBytes(value.getBytes(StandardCharsets.UTF_8)).toString();
        return isAddress(value) ? "https://fabrikam.example/sites/" + id : id;
    }

    /** What the written document still holds and nobody was told. */
    private static List<String> silent(RebindResult rebound, Map<String, String> tokens, Predicate<String> entries)
            throws IOException {
        Map<String, Set<String>> there = found(bytes(rebound), tokens.keySet(), entries);
        String told = there.isEmpty() ? "" : rebound.unbound().toString().toLowerCase(Locale.ROOT);
        List<String> silent = new ArrayList<>();
        there.forEach((entry, found) -> found.stream()
                .filter(token -> !told.contains(token)
                        && !told.contains(tokens.getOrDefault(token, token).toLowerCase(Locale.ROOT)))
                .forEach(token -> silent.add(entry + ": " + token)));
        return silent;
    }

    /** Parts that are spelled alike in every escape. */
    private static Stream<String> tokens(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        if (isAddress(lower)) {
            return Stream.of(Connectors.host(lower));
        }
        return ValueKey.guid(lower) ? Stream.of(lower, lower.replace("-", "")) : Stream.of(lower);
    }

    private static Map<String, Set<String>> found(byte[] document, Set<String> tokens, Predicate<String> entries)
            throws IOException {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(document))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null && !tokens.isEmpty(); entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (isText(name.toLowerCase(Locale.ROOT)) && entries.test(name)) {
                    String text = new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                    tokens.stream().filter(text::contains).forEach(token -> found.computeIfAbsent(
                                    name, none -> new LinkedHashSet<>())
                            .add(token));
                }
            }
        }
        return found;
    }

    private static boolean isText(String name) {
        return name.endsWith(".json") && !name.equals("checksum.json")
                || name.endsWith(".yaml")
                || name.endsWith(".sarif");
    }

    private static boolean isAddress(String value) {
        return value.contains("://");
    }

    private static String withoutSlash(String value) {
        return value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
    }

    private static String otherCase(String value) {
        StringBuilder other = new StringBuilder();
        value.codePoints()
                .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
                .forEach(other::appendCodePoint);
        return other.toString();
    }
}
