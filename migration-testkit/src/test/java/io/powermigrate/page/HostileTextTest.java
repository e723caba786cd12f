package io.powermigrate.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.powermigrate.internal.json.Json;
import io.powermigrate.internal.text.Shown;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.commonmark.node.Heading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wherever a text from outside stands on a page, it changes nothing of the page but its own words. */
class HostileTextTest {

    private static final Map<Format, String> HARMLESS = Stream.of(Format.values())
            .collect(Collectors.toMap(Function.identity(), format -> format.text(page("name"))));

    static Stream<String> texts() {
        return Stream.concat(ofMarkup(), ofLines());
    }

    private static Stream<String> ofMarkup() {
        return Stream.of(
                "</script><script>alert(1)</script>",
                "\" onmouseover=\"alert(1)",
                "' onload='x",
                "a\n# Heading\n\n- [ ] done\n\n| a | b |",
                "a\r\nb\u2028c\u0085d",
                "x".repeat(130),
                "=cmd|' /C calc'!A0",
                "@SUM(1+1)",
                "\t=1+1",
                "]]><x a=\"1\"/><!--",
                "<!-- --> <!DOCTYPE x> &amp; &#60; &x;",
                "half \ud800 of a pair \udc00",
                "turned \u202e around \u2066\u200b\ufeff",
                "tag \udb40\udc41",
                "bell \u0000\u0007\u001b[31m",
                "\ufffe\uffff",
                "`code` ``more`` ```");
    }

    private static Stream<String> ofLines() {
        return Stream.of(
                "| cell | \\| <b>bold</b>",
                "[click](https://evil.example) ![x](y) [a]: https://evil.example",
                "https://evil.example www.evil.example @somebody #1 :smile:",
                "{0} {{1}} [x](1)",
                "- item",
                "+ item",
                "> quote",
                "12. item",
                "1) item",
                "# heading #",
                "====",
                "---",
                "      code",
                "$x$ $$y$$",
                "*bold* **b** _it_ __u__ ~~no~~ ~n~",
                "[ ] task",
                "\\",
                "\\`*_{}[]()#+-.!|<>",
                "smile \ud83d\ude00 \u0639\u0631\u0628\u064a");
    }

    private static Page page(String text) {
        return EveryField.of(Page.Kind.PLAN, text);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void nothing_invisible_is_written_but_the_ends_of_lines(String text) {
        for (Format format : Format.values()) {
            boolean isSeen = format.text(page(text))
                    .codePoints()
                    .noneMatch(code -> code != '\n' && code != '\r' && Shown.isInvisible(code));
            assertThat(isSeen).as(format.name()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void as_text_it_begins_no_line_and_makes_none_longer(String text) {
        String shown = Format.FULL_TEXT.text(page(text)) + Format.BRIEF_TEXT.text(page(text));

        assertThat(shown.lines()).noneMatch(line -> line.startsWith("# Heading") || line.startsWith("- [ ] done"));
        assertThat(shown.lines()).allMatch(line -> line.length() <= 160);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void as_markdown_it_is_words_only(String text) {
        MarkdownTree tree = MarkdownTree.of(Format.MARKDOWN.text(page(text)));

        assertThat(tree.shape())
                .isEqualTo(MarkdownTree.of(HARMLESS.get(Format.MARKDOWN)).shape());
        assertThat(MarkdownTree.words(tree.all(Heading.class).get(0)))
                .isEqualTo(Shown.message(text).stripTrailing());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void as_csv_it_makes_no_cell_and_no_formula(String text) {
        var rows = CsvRows.of(Format.CSV.text(page(text)));

        assertThat(rows).hasSameSizeAs(CsvRows.of(HARMLESS.get(Format.CSV)));
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.values()).noneMatch(cell -> cell.matches("[ ]*[=+@\t\r-].*")));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void as_json_it_keeps_its_value_and_adds_no_member(String text) {
        JsonNode json = Json.parse(Format.JSON.text(page(text)));

        assertThat(json.path("title").asText()).isEqualTo(text);
        assertThat(members(json)).isEqualTo(members(Json.parse(HARMLESS.get(Format.JSON))));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void as_sarif_it_is_valid_and_adds_no_member(String text) {
        String sarif = Format.SARIF.text(page(text));

        assertThat(Schemas.sarif().problems(sarif)).isEmpty();
        assertThat(members(Json.parse(sarif).at("/runs/0/results")))
                .isEqualTo(members(Json.parse(HARMLESS.get(Format.SARIF)).at("/runs/0/results")));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void as_junit_xml_it_is_well_formed_and_adds_no_element(String text) throws XMLStreamException {
        assertThat(elements(Format.JUNIT.text(page(text)))).isEqualTo(elements(HARMLESS.get(Format.JUNIT)));
    }

    private static Map<String, Integer> members(JsonNode node) {
        Map<String, Integer> members = new TreeMap<>();
        count(node, members);
        return members;
    }

    private static void count(JsonNode node, Map<String, Integer> members) {
        node.properties().forEach(member -> members.merge(member.getKey(), 1, Integer::sum));
        node.forEach(child -> count(child, members));
    }

    private static Map<String, Integer> elements(String xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
        Map<String, Integer> elements = new TreeMap<>();
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT) {
                elements.merge(reader.getLocalName() + " " + reader.getAttributeCount(), 1, Integer::sum);
            }
        }
        return elements;
    }
}
