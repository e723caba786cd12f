package io.powermigrate.canvas.rebind;

import static io.powermigrate.canvas.rebind.Rebindings.references;
import static io.powermigrate.canvas.rebind.Rebindings.withReferences;
import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.canvas.json.Edits;
import io.powermigrate.internal.address.PercentText;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An address in every escape that services write: found in each, and replaced in the same one. */
class EscapedAddressesTest {

    private static final String HOST = "https://contoso.sharepoint.com";
    private static final String OTHER = "https://fabrikam.sharepoint.com/sites/Köln & Co+1";

    /** How an address can be written into metadata, by what it is called. */
    private static Map<String, UnaryOperator<String>> escapes() {
        Map<String, UnaryOperator<String>> escapes = new LinkedHashMap<>();
        UnaryOperator<String> path = address -> {
            int slash = address.indexOf('/', 8);
            return slash < 0
                    ? address
                    : address.substring(0, slash) + PercentText.encoded(address.substring(slash), "/!$&'()*+,;=:@");
        };
        escapes.put("raw", address -> address);
        escapes.put("its path percent-encoded", path);
        escapes.put("percent-encoded", address -> PercentText.encoded(address, ""));
        escapes.put("percent-encoded twice", address -> PercentText.encoded(PercentText.encoded(address, ""), ""));
        escapes.put("its path, then all percent-encoded", address -> PercentText.encoded(path.apply(address), ""));
        escapes.put("JSON", address -> json(address, 1));
        escapes.put("JSON in JSON", address -> json(address, 2));
        escapes.put("JSON in JSON in JSON", address -> json(address, 4));
        escapes.put("XML", address -> json(XmlText.spelled(address), 1));
        return escapes;
    }

    /** As the newer servers write it. */
    private static String json(String text, int backslashes) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> {
            if (c >= 0x80 || "\"\\<>&'+`".indexOf(c) >= 0) {
                escaped.append("\\".repeat(backslashes))
                        .append("u" + HexFormat.of().withUpperCase().toHexDigits((char) c));
            } else {
                escaped.append((char) c);
            }
        });
        return escaped.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Büro & Söhne", "人事 & 総務", "HR+Team Süd&Co", "𝒳 & ß"})
    void each_is_found_and_replaced_in_the_same_escape(String name) {
        String site = HOST + "/sites/" + name;
        Substitution substitution = BoundPatterns.of(
                Rebinding.builder().dataset(site, OTHER).build().values());
        escapes().forEach((how, escape) -> {
            Spelling.Context context = how.equals("XML") ? Spelling.Context.XML : Spelling.Context.JSON;
            String before = "x=" + escape.apply(site) + "\\u0022," + escape.apply(site + "/Lists/A");
            String after = "x=" + escape.apply(OTHER) + "\\u0022," + escape.apply(OTHER + "/Lists/A");

            assertThat(replaced(substitution, before, context)).as(how).isEqualTo(after);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"人事", "総務部", "Ünïé", "𝒳𝒴"})
    void a_text_of_which_services_escape_every_character_is_found_in_each_escape(String text) {
        Substitution substitution = Substitution.of(Map.of(text, "Personal"), false);
        escapes().forEach((how, escape) -> {
            Spelling.Context context = how.equals("XML") ? Spelling.Context.XML : Spelling.Context.JSON;

            assertThat(replaced(substitution, "a " + escape.apply(text) + " b, " + escape.apply(text), context))
                    .as(how)
                    .isEqualTo("a Personal b, Personal");
            assertThat(replaced(substitution, "a " + escape.apply("事人é") + " b", context))
                    .as(how)
                    .isEqualTo("a " + escape.apply("事人é") + " b");
        });
        assertThat(TextReplacements.inFormulas(Map.of(text, "Personal")).replace("of " + text + "!"))
                .isEqualTo("of Personal!");
    }

    @Test
    void random_sites_are_found_in_each_escape_seed_11() {
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            String site = HOST + "/sites/" + name(random);
            String spelled = random.nextBoolean() ? site + "/" : PercentText.encoded(site, "/:+");
            Substitution substitution = BoundPatterns.of(Rebinding.builder()
                    .text(spelled, "https://fabrikam.sharepoint.com/sites/hr")
                    .build()
                    .values());
            escapes().forEach((how, escape) -> assertThat(
                            replaced(substitution, "'" + escape.apply(site), Spelling.Context.JSON))
                    .as(how + " of " + site)
                    .doesNotContainIgnoringCase("contoso"));
        }
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        int[] letters = "aZ9 +-_ü人é&'()!ЖΩ𝒳~,;=@".codePoints().toArray();
        for (int count = 1 + random.nextInt(12); count > 0; count--) {
            name.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return (name + "x").strip();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://contoso.sharepoint.com/sites/hr+team|https://contoso.sharepoint.com/sites/hr+team",
                "https://contoso.sharepoint.com/sites/hr%20team|https://contoso.sharepoint.com/sites/hr%20team",
                "https://contoso.sharepoint.com/sites/hrü|https://contoso.sharepoint.com/sites/hrü",
                "https://contoso.sharepoint.com/sites/hr\\u002Bteam|https://contoso.sharepoint.com/sites/hr\\u002Bteam",
                "//contoso.sharepoint.com/sites/HR/x|//fabrikam.sharepoint.com/x",
                "contoso.sharepoint.com,contoso.sharepoint.com/sites/hr|contoso.sharepoint.com,fabrikam.sharepoint.com",
                "a@contoso.sharepoint.com/sites/hr|a@contoso.sharepoint.com/sites/hr"
            })
    void only_whole_addresses_count_with_or_without_scheme(String before, String after) {
        Rebinding rebinding = Rebinding.builder()
                .text(HOST + "/sites/HR", "https://fabrikam.sharepoint.com")
                .build();

        assertThat(replaced(BoundPatterns.of(rebinding.values()), before, Spelling.Context.JSON))
                .isEqualTo(after);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://CONTOSO.sharepoint.com/sites/dev",
                "https://contoso.sharepoint.com/sites/Dev/",
                "https%3A%2F%2Fcontoso.sharepoint.com%2Fsites%2FDev",
                "https://contoso.sharepoint.com/sites/%44ev"
            })
    void a_line_binds_the_site_of_a_document_in_whatever_spelling(String line) {
        String references = "{'r1':{'datasets':{'" + HOST + "/sites/Dev':{'dataSources':{'A':{'tableName':'x'}}}}}}";
        Rebinding byText = Rebinding.builder()
                .text(line, "https://fabrikam.sharepoint.com/sites/hr/")
                .build();
        Rebinding byDataset = Rebinding.builder()
                .dataset(line, "https://fabrikam.sharepoint.com/sites/hr")
                .build();

        assertThat(references(withReferences(references).open().rebind(byText)))
                .isEqualTo(references.replace(HOST + "/sites/Dev", "https://fabrikam.sharepoint.com/sites/hr"));
        assertThat(references(withReferences(references).open().rebind(byDataset)))
                .isEqualTo(references.replace(HOST + "/sites/Dev", "https://fabrikam.sharepoint.com/sites/hr"));
    }

    @Test
    void a_server_with_a_backslash_is_found_at_every_level_of_json() {
        Substitution substitution = BoundPatterns.of(Rebinding.builder()
                .text("SRV\\SQL1,Orders", "DB\\PROD,Orders")
                .build()
                .values());

        assertThat(replaced(substitution, "SRV\\\\SQL1,Orders srv\\\\\\\\sql1,orders", Spelling.Context.JSON))
                .isEqualTo("DB\\\\PROD,Orders DB\\\\\\\\PROD,Orders");
        assertThat(replaced(substitution, "/datasets/SRV%255CSQL1%252COrders/", Spelling.Context.JSON))
                .isEqualTo("/datasets/DB%255CPROD%252COrders/");
        assertThat(TextReplacements.inValues(Map.of("SRV\\SQL1", "DB")).replace("srv\\sql1,Orders"))
                .isEqualTo("DB,Orders");
    }

    private static String replaced(Substitution substitution, String text, Spelling.Context context) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Edits edits = new Edits();
        substitution.in(new TextRegion(bytes, 0, bytes.length), context, edits, found -> {});
        return edits.applied(text);
    }
}
