package io.powermigrate.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.canvas.rebind.HostileRebindTest;
import io.powermigrate.canvas.rebind.Invention;
import io.powermigrate.canvas.rebind.Rebindings;
import io.powermigrate.error.MigrationException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The limits leave room for real documents, and anyone who meets one is told all about it. */
class LimitsTest {

    private static final int CHARACTERS = 5_000;

    @Test
    void no_real_document_needs_a_tenth_of_a_limit() throws Exception {
        Limits tenth = tenth();
        Map<String, byte[]> documents = Fixtures.documents();
        documents.forEach((name, bytes) -> {
            CanvasDocument document = Msapp.open(bytes, tenth);
            document.normalForm();
            document.compileFacts();
            Rebindings.bytes(document.rebind(new Invention().rebinding(document.facts())));
            Rebindings.bytes(document.rebind(HostileRebindTest.EVERYTHING));
        });
        assertThat(documents).hasSizeGreaterThan(50);
    }

    /** Of all but the depths (a seventh at most is needed), the longest string (a fifth), and the ratio (a quarter). */
    private static Limits tenth() {
        Limits all = Limits.defaults();
        return all.withArchive(all.archive() / 10)
                .withStream(all.stream() / 10)
                .withEntries(all.entries() / 10)
                .withEntryName(all.entryName() / 10)
                .withEntry(all.entry() / 10)
                .withTotal(all.total() / 10)
                .withChanged(all.changed() / 10)
                .withSource(all.source() / 10)
                .withMembers(all.members() / 10)
                .withNames(all.names() / 10)
                .withHeld(all.held() / 10)
                .withTokens(all.tokens() / 10)
                .withValues(all.values() / 10)
                .withCharacters(all.characters() / 10)
                .withFormula(all.formula() / 10)
                .withFormulaTokens(all.formulaTokens() / 10)
                .withFormulaDepth(all.formulaDepth() / 10)
                .withFormulaNames(all.formulaNames() / 10)
                .withEdits(all.edits() / 10)
                .withPlaces(all.places() / 10);
    }

    @Test
    void a_formula_beyond_a_limit_is_told_with_its_place_the_limit_and_what_to_do() {
        refusedFormula("1+".repeat(10) + "1", Limits.defaults().withFormulaTokens(20), "formulaTokens", 20);
        refusedFormula("If(".repeat(4), Limits.defaults().withFormulaDepth(3), "formulaDepth", 3);
        refusedFormula("x".repeat(CHARACTERS), Limits.defaults().withFormula(4_000), "formula", 4_000);
    }

    private static void refusedFormula(String formula, Limits limits, String limit, int most) {
        CanvasDocument document = Msapp.open(
                Msapp.small()
                        .json("Controls\\1.json", Msapp.control("Start", formula))
                        .toBytes(),
                limits);

        assertThatThrownBy(document::formulaFacts)
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("a formula of its entry 'Controls/1.json' › Start / Start / Text")
                .hasMessageContaining("the limit '" + limit + "' is " + most)
                .hasMessageContaining("Split the formula in Studio")
                .hasMessageContaining("with" + Character.toUpperCase(limit.charAt(0)) + limit.substring(1) + "(…)");
    }

    @Test
    void a_formula_at_its_limits_is_read() {
        Limits limits = Limits.defaults().withFormulaTokens(21).withFormulaDepth(3);
        for (String formula : new String[] {"1+".repeat(10) + "1", "If(If(If(1)))", "(1)+(2)+([{a:1}])"}) {
            Msapp document = Msapp.small().json("Controls\\1.json", Msapp.control("Start", formula));
            assertThat(Msapp.open(document.toBytes(), limits).formulaFacts().formulas())
                    .isEqualTo(1);
        }
    }

    @Test
    void members_values_characters_and_tokens_are_counted() {
        byte[] document = Msapp.small()
                .json(
                        "References\\DataSources.json",
                        "{'DataSources':[{'Name':'a','Type':'b'},{'Name':'c','Type':'d'}]}")
                .toBytes();
        Limits limits = Limits.defaults();

        assertThatThrownBy(() -> Msapp.open(document, limits.withMembers(2)))
                .hasMessageContaining("the limit 'members' is 2");
        assertThatThrownBy(() -> Msapp.open(document, limits.withValues(5)))
                .hasMessageContaining("the limit 'values' is 5");
        assertThatThrownBy(() -> Msapp.open(document, limits.withCharacters(9)))
                .hasMessageContaining("the limit 'characters' is 9");
        assertThatThrownBy(() -> Msapp.open(document, limits.withTokens(8)))
                .hasMessageContaining("the limit 'tokens' is 8");
        assertThatThrownBy(() -> Msapp.open(document, limits.withEntryName(10)))
                .hasMessageContaining("the limit 'entryName' is 10");
        assertThatThrownBy(() -> Msapp.open(document, limits.withStream(100)))
                .hasMessageContaining("the limit 'stream' is 100")
                .hasMessageContaining("withStream");
    }

    @Test
    void a_text_may_be_as_long_as_all_strings_around_it_leave_room() {
        String inside = "{\\u0022Name\\u0022:\\u0022" + "x".repeat(600) + "\\u0022}";
        byte[] document = Msapp.small()
                .json("Properties.json", "{'LocalConnectionReferences':'" + inside + "'}")
                .toBytes();

        assertThat(Msapp.open(document, Limits.defaults().withText(700)).header())
                .isNotNull();
        assertThatThrownBy(() -> Msapp.open(document, Limits.defaults().withText(300)))
                .hasMessageContaining("the limit 'text' is 300");
    }
}
