package io.powermigrate.canvas.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a formula falls into tokens: wire/msapp.md, section 4.4. */
class LexerTest {

    @Test
    void names_are_bare_or_in_apostrophes() {
        assertThat(values("Orders")).containsExactly("Orders");
        assertThat(values("_größe9")).containsExactly("_größe9");
        assertThat(values("'[dbo].[Orders]'")).containsExactly("[dbo].[Orders]");
        assertThat(values("'It''s mine'.Name")).containsExactly("It's mine", ".", "Name");
        assertThat(values("'''PowerCAT.Unit'''.Px")).containsExactly("'PowerCAT.Unit'", ".", "Px");
    }

    @Test
    void a_token_knows_where_it_stands() {
        assertThat(Formula.of(" 'a b' &\t\"x\"").tokens())
                .containsExactly(
                        new Token(TokenKind.IDENTIFIER, 1, 5, "a b"),
                        new Token(TokenKind.PUNCTUATION, 7, 1, "&"),
                        new Token(TokenKind.STRING, 9, 3, "x"));
    }

    @Test
    void offsets_count_utf16_units() {
        assertThat(Formula.of("\"😀\"&Orders").tokens().get(2).offset()).isEqualTo(5);
    }

    @Test
    void words_are_keywords_only_as_spelled_and_And_Or_Not_are_functions_before_a_bracket() {
        assertThat(kinds("true True")).isEqualTo("KEYWORD IDENTIFIER");
        assertThat(kinds("a And Not b")).isEqualTo("IDENTIFIER KEYWORD KEYWORD IDENTIFIER");
        assertThat(kinds("Not(a)")).startsWith("IDENTIFIER PUNCTUATION");
        assertThat(kinds("Not (a)")).startsWith("KEYWORD PUNCTUATION");
        assertThat(kinds("ThisItem App Self Parent")).isEqualTo("IDENTIFIER IDENTIFIER KEYWORD KEYWORD");
    }

    @ParameterizedTest
    @CsvSource({"1.5e+3, 1.5e+3", "1e, 1 e", ".5, .5", "1.2.3, 1.2 .3", "a.b, a . b", "1e+x, 1 e + x", "٣, ٣"})
    void numbers(String formula, String tokens) {
        assertThat(String.join(" ", values(formula))).isEqualTo(tokens);
    }

    @ParameterizedTest
    @CsvSource({"a||b&&c, a || b && c", "a<=b<>c>=d, a <= b <> c >= d", "a:=b=>c, a := b => c", "a<-1, a < - 1"})
    void the_longest_sign_wins(String formula, String tokens) {
        assertThat(String.join(" ", values(formula))).isEqualTo(tokens);
    }

    @Test
    void texts_hold_anything_and_two_quotes_for_one() {
        assertThat(values("\"line\n'//{}\"")).containsExactly("line\n'//{}");
        assertThat(values("\"\"\"\"&x&\"\"\"\"")).containsExactly("\"", "&", "x", "&", "\"");
        assertThat(kinds("Text(x,\"[$-en-US]#,##0.0k\")&\"$\"&y")).doesNotContain("INTERPOLATION");
    }

    @Test
    void comments_hold_anything_do_not_nest_and_may_lack_an_end() {
        assertThat(kinds("//ClearCollect('x',\"\r\na")).isEqualTo("COMMENT IDENTIFIER");
        assertThat(kinds("/* /* */ a */")).isEqualTo("COMMENT IDENTIFIER PUNCTUATION PUNCTUATION");
        assertThat(kinds("/*/ a */b")).isEqualTo("COMMENT IDENTIFIER");
        assertThat(kinds("a /* b")).isEqualTo("IDENTIFIER COMMENT");
        assertThat(Formula.of("a //b").errors()).isEmpty();
    }

    @Test
    void texts_may_hold_things_to_compute() {
        assertThat(values("$\"{ c } {If(c = 1, \"item\", {a:1}.b)}\"&d"))
                .containsExactly(
                        "$\"", "{", "c", "}", " ", "{", "If", "(", "c", "=", "1", ",", "item", ",", "{", "a", ":", "1",
                        "}", ".", "b", ")", "}", "\"", "&", "d");
        assertThat(kinds("$\"{c}\""))
                .isEqualTo("INTERPOLATION_START ISLAND_START IDENTIFIER ISLAND_END INTERPOLATION_END");
    }

    @Test
    void such_a_text_has_its_own_escapes() {
        assertThat(values("$\"it's {{a}} \"\"b\"\" // no comment\""))
                .containsExactly("$\"", "it's {a} \"b\" // no comment", "\"");
        assertThat(values("$\"{$\"{a}\"}\"")).containsExactly("$\"", "{", "$\"", "{", "a", "}", "\"", "}", "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0\u2003\u0085\u2028\u2029\t\u000b\f\r\n"})
    void white_space_is_no_token(String space) {
        assertThat(values(space + "a" + space)).containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'abc;d          | a name has no closing apostrophe",
                "''.a            | a name between apostrophes is empty",
                "\"abc           | a text has no closing quote",
                "a # b           | a character has no meaning outside of texts and quoted names",
                "$\"a            | a text that begins with $\" has no end",
                "$\"{a           | a text that begins with $\" has no end",
                "$\"a}\"         | a closing brace stands single in a text that begins with $\""
            })
    void what_is_no_formula_is_told(String formula, String problem) {
        assertThat(Formula.of(formula).errors())
                .extracting(LexicalError::problem)
                .containsExactly(problem);
    }

    @Test
    void behind_a_name_without_end_it_goes_on_at_the_end_of_the_line_or_at_a_semicolon() {
        assertThat(values("'ab;c")).endsWith(";", "c");
        assertThat(values("'ab\nc'd'")).endsWith("c", "d");
    }

    private static List<String> values(String formula) {
        return Formula.of(formula).tokens().stream().map(Token::value).toList();
    }

    private static String kinds(String formula) {
        return Formula.of(formula).tokens().stream()
                .map(token -> token.kind().name())
                .collect(Collectors.joining(" "));
    }
}
