package io.powermigrate.canvas.rebind;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.canvas.json.Edits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses and ids in copied metadata. */
class SubstitutionTest {

    private static final String ID = "69a894d4-80a3-4343-85f9-eece39ab1bcf";
    private static final String OTHER = "0b0b0b0b-1111-2222-3333-444444444444";
    private static final Rebinding REBINDING = Rebinding.builder()
            .dataset("https://contoso.sharepoint.com/sites/dev", "https://fabrikam.sharepoint.com/sites/hr")
            .dataset("https://contoso.sharepoint.com/sites/dev/sub", "https://fabrikam.sharepoint.com/sub")
            .table("https://contoso.sharepoint.com/sites/dev", ID, OTHER)
            .dataverseInstance("https://org1.crm.dynamics.com/", "https://org2.crm4.dynamics.com/")
            .connector(
                    "shared_sql-5f0123456789abcdef",
                    "shared_sql-5ffedcba9876543210",
                    "https://us.azure-apim.net/apim/sql-5ffedcba9876543210")
            .text("uk-001.tip", "us-002.tip")
            .build();

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://contoso.sharepoint.com/sites/dev/Lists/x https://fabrikam.sharepoint.com/sites/hr/Lists/x",
                "https://contoso.sharepoint.com/sites/dev/sub/x https://fabrikam.sharepoint.com/sub/x",
                "https:\\/\\/Contoso.sharepoint.com\\/sites\\/Dev\\/x https://fabrikam.sharepoint.com/sites/hr\\/x",
                "https://contoso.sharepoint.com/sites/development https://contoso.sharepoint.com/sites/development",
                "https://contoso.sharepoint.com/sites/dev.two https://contoso.sharepoint.com/sites/dev.two",
                "https://contoso.sharepoint.com/sites/dev%20two https://contoso.sharepoint.com/sites/dev%20two",
                "https%3A%2F%2Fcontoso.sharepoint.com%2fsites%2Fdev%2Fx https%3A%2F%2Ffabrikam.sharepoint.com%2Fsites%2Fhr%2Fx",
                "x%252F69A894D480A3434385F9EECE39AB1BCF-1 x%252F0b0b0b0b111122223333444444444444-1",
                "\\u002769a894d4-80a3-4343-85f9-eece39ab1bcf\\u0027 \\u00270b0b0b0b-1111-2222-3333-444444444444\\u0027",
                "069a894d4-80a3-4343-85f9-eece39ab1bcf 069a894d4-80a3-4343-85f9-eece39ab1bcf",
                "https://org1.crm.dynamics.com/api https://org2.crm4.dynamics.com/api",
                "https://x.org1.crm.dynamics.com/api https://x.org1.crm.dynamics.com/api",
                "https://org1.crm.dynamics.com.evil https://org1.crm.dynamics.com.evil",
                "a=https://uk-001.azure-apim.net/apim/sql-5f0123456789abcdef/x a=https://us.azure-apim.net/apim/sql-5ffedcba9876543210/x",
                "'/apim/sql-5f0123456789abcdef' '/apim/sql-5ffedcba9876543210'",
                "/apim/sql-5f0123456789abcdef0 /apim/sql-5f0123456789abcdef0",
                "auk-001.tipx aus-002.tipx"
            },
            quoteCharacter = '`')
    void only_wholes_are_replaced_however_they_are_spelled(String before, String after) {
        assertThat(replaced(BoundPatterns.of(REBINDING.values()), before)).isEqualTo(after);
        assertThat(replaced(BoundPatterns.of(REBINDING.values()), before + "|" + before))
                .isEqualTo(after + "|" + after);
    }

    @Test
    void what_is_put_in_is_not_looked_at_again() {
        Rebinding exchanged = Rebinding.builder()
                .text("first-text", "second-text")
                .text("second-text", "first-text")
                .build();

        assertThat(replaced(BoundPatterns.of(exchanged.values()), "first-text second-text"))
                .isEqualTo("second-text first-text");
        assertThat(TextReplacements.inFormulas(Map.of("ab", "cd", "cd", "ab", "abc", "x"))
                        .replace("ab cd abc"))
                .isEqualTo("cd ab x");
    }

    @Test
    void it_finds_what_a_plain_search_finds_seed_9() {
        Random random = new Random(9);
        for (int i = 0; i < 500; i++) {
            Rebinding.Builder builder = Rebinding.builder();
            List<String> texts = new ArrayList<>();
            for (int count = 1 + random.nextInt(5); count > 0; count--) {
                String text = word(random, 4 + random.nextInt(12));
                texts.add(text);
                builder.text(text, "[" + text.length() + "]");
            }
            StringBuilder source = new StringBuilder();
            for (int piece = 0; piece < 20; piece++) {
                String text = texts.get(random.nextInt(texts.size()));
                source.append('.').append(random.nextBoolean() ? text : word(random, 3));
            }
            Rebinding rebinding = builder.build();

            assertThat(replaced(BoundPatterns.of(rebinding.values()), source.toString()))
                    .as(texts + " in " + source)
                    .isEqualTo(plainSearch(source.toString(), texts));
        }
    }

    private static String plainSearch(String source, List<String> texts) {
        StringBuilder result = new StringBuilder();
        for (int at = 0; at < source.length(); ) {
            int start = at;
            int longest = texts.stream()
                    .filter(text -> source.startsWith(text, start))
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
            result.append(longest == 0 ? source.charAt(at) : "[" + longest + "]");
            at += Math.max(1, longest);
        }
        return result.toString();
    }

    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }

    private static String replaced(Substitution substitution, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Edits edits = new Edits();
        substitution.in(new TextRegion(bytes, 0, bytes.length), Spelling.Context.JSON, edits, found -> {});
        ByteArrayOutputStream replaced = new ByteArrayOutputStream();
        try {
            edits.copy(new ByteArrayInputStream(bytes), replaced);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return replaced.toString(StandardCharsets.UTF_8);
    }
}
