package io.powermigrate.canvas.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.canvas.CanvasDocument;
import io.powermigrate.canvas.Fixtures;
import io.powermigrate.canvas.Msapp;
import io.powermigrate.canvas.facts.ControlFacts;
import io.powermigrate.canvas.formula.Role;
import io.powermigrate.canvas.formula.SymbolKind;
import io.powermigrate.canvas.formula.Symbols;
import io.powermigrate.error.MigrationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a document holds formulas, and what those use. */
class FormulaFactsTest {

    private static final String SOURCES = "References\\DataSources.json";
    private static final String ORDERS = "{'Name':'Orders','Type':'NativeCDSDataSourceInfo','LogicalName':'order',"
            + "'NativeCDSDataSourceInfoNameMapping':{'ordername':'Name','state':'State'}}";
    private static final String STATE =
            "{'Name':'order_state','DisplayName':'State','Type':'OptionSetInfo','RelatedEntityName':'Orders'}";

    @Test
    void a_use_tells_entry_screen_control_property_and_place_in_the_formula() {
        FormulaFacts facts = app("CountRows(Orders)", ORDERS).formulaFacts();

        PlacedUse use = facts.uses().get(0);
        assertThat(use.place())
                .isEqualTo(new FormulaPlace("Controls/1.json", "Screen1", "Screen1", "Text", FormulaSource.RULE));
        assertThat(use.use().role()).isEqualTo(Role.REFERENCE);
        assertThat(use.use().offset()).isEqualTo(10);
        assertThat(use.use().length()).isEqualTo(6);
        assertThat(use.excerpt()).isEqualTo("CountRows(Orders)");
    }

    @Test
    void all_four_kinds_of_places_are_read() {
        String rule =
                "{'InvariantScript':'Orders','Property':'P','TaggedRuleArray':[{'Property':'Color','InvariantScript':'Orders.b'}]}";
        String inside = "'Rules':[" + rule + "],'DynamicProperties':[{'PropertyName':'D','Rule':{'Property':'D',"
                + "'InvariantScript':'Orders.c'}},{'PropertyName':'E'}]";
        String copy = "'Template':{'Name':'c','ComponentDefinitionInfo':{'Name':'Copy',"
                + "'Rules':[{'Property':'X','InvariantScript':'Orders.d'}],'Children':[{'Name':'Inner',"
                + "'Rules':[{'Property':'Y','InvariantScript':'Orders.e'}]}]}}";
        CanvasDocument document = sources(ORDERS)
                .json(
                        "Controls\\1.json",
                        "{'TopParent':{" + inside + ",'Children':[{" + copy + ",'Name':'Child'}],'Name':'Last'}}")
                .open();

        assertThat(places(document))
                .containsExactly(
                        "Last/Last.P RULE Orders",
                        "Last/Last.Color TAGGED_RULE Orders.b",
                        "Last/Last.D DYNAMIC_PROPERTY Orders.c",
                        "Last/Copy.X COMPONENT_COPY Orders.d",
                        "Last/Inner.Y COMPONENT_COPY Orders.e");
        assertThat(document.formulaFacts().references("Orders")).hasSize(5);
    }

    @Test
    void the_first_generation_holds_all_in_one_entry() {
        CanvasDocument document = Msapp.small()
                .without("Controls\\1.json")
                .json(
                        "Entities.json",
                        "{'Entities':[{'Name':'S','Type':'ControlInfo','Rules':[{'Property':'Text','InvariantScript':'Orders'}]},"
                                + "{'Name':'Orders','Type':'ConnectedDataSourceInfo'},{'Name':'Logo','Type':'ResourceInfo'}]}")
                .open();

        assertThat(document.formulaFacts().references("Orders")).hasSize(1);
        assertThat(document.formulaFacts().symbols().kinds("Logo")).containsExactly(SymbolKind.MEDIA);
        assertThat(places(document)).containsExactly("S/S.Text RULE Orders");
    }

    @Test
    void columns_by_title_and_by_logical_name_hide_data_sources() {
        assertThat(roles("Filter(Orders, State = State.Open)", ORDERS, STATE))
                .containsExactly("Orders REFERENCE", "State SHADOWED", "State SHADOWED");
        assertThat(roles("Filter(Orders, State = [@State].Open)", ORDERS, STATE))
                .endsWith("State REFERENCE");
    }

    @Test
    void a_collection_knows_the_titles_of_the_tables_that_its_rows_came_from() {
        String collection =
                "{'Name':'Found','Type':'CollectionDataSourceInfo','Schema':{'Type':{'Kind':'Table','Type':["
                        + "{'Name':'state'},{'Name':'owner','DataEntity':{'EntityInfoParentDSName':'Orders'}}]}}}";

        assertThat(roles("Filter(Found, State = 1)", ORDERS, STATE, collection)).endsWith("State SHADOWED");
        assertThat(roles("Filter(Found, Name = State)", "{'Name':'Name','Type':'ServiceInfo'}", collection))
                .as("a column of the table that the collection does not have")
                .endsWith("Name REFERENCE");
    }

    @Test
    void a_context_variable_of_the_same_name_makes_it_ambiguous() {
        assertThat(roles("UpdateContext({Orders: 1}); Orders", ORDERS))
                .containsExactly("Orders FIELD", "Orders AMBIGUOUS");
    }

    @Test
    void all_names_of_the_document_are_known() {
        Symbols symbols = sources(ORDERS, STATE)
                .json("References\\Resources.json", "{'Resources':[{'Name':'Logo','Type':'ResourceInfo'}]}")
                .json(
                        "References\\NamedValues.json",
                        "{'NamedValues':[{'Kind':'Page','Name':'Details','Value':'custompage:x'}]}")
                .json("References\\QualifiedValues.json", "{'QualifiedValues':[{'Namespace':'Orders (Forms)'}]}")
                .json("Controls\\1.json", Msapp.control("Screen1", "Set(var, Color.Red); Collect(col, 2)"))
                .open()
                .formulaFacts()
                .symbols();

        assertThat(symbols.names())
                .contains("Orders", "State", "Logo", "Details", "Orders (Forms)", "Screen1", "var", "col")
                .doesNotContain("Set", "Red");
        assertThat(symbols.names(SymbolKind.BUILT_IN))
                .as("an enumeration is known because a formula uses it")
                .containsExactlyInAnyOrder("Color", "ThisItem", "ThisRecord", "App", "Host");
    }

    @Test
    void texts_that_name_columns_are_found() {
        FormulaFacts facts = app("SortByColumns(Orders, 'state')", ORDERS).formulaFacts();

        assertThat(facts.columns())
                .extracting(placed -> placed.column().column())
                .containsExactly("state");
        assertThat(facts.columns())
                .extracting(placed -> placed.column().table())
                .containsExactly("Orders");
    }

    @Test
    void what_cannot_be_read_is_told_with_its_place() {
        FormulaFacts facts = app("Orders & #", ORDERS).formulaFacts();

        assertThat(facts.errors()).hasSize(1);
        assertThat(facts.errors().get(0).place().property()).isEqualTo("Text");
    }

    @Test
    void nothing_shows_texts_of_formulas() {
        CanvasDocument document = app("Launch('https://flow?sig=secret') & Orders", ORDERS);
        List<PlacedFormula> formulas = new ArrayList<>();
        document.formulas(formulas::add);

        assertThat(formulas.get(0).text()).contains("secret");
        assertThat(formulas.get(0).toString()).doesNotContain("secret");
        assertThat(document.formulaFacts().uses().get(0).excerpt()).isEqualTo("Launch(\"…\") & Orders");
        assertThat(document.formulaFacts().toString()).doesNotContain("secret");
    }

    @Test
    void a_document_that_changed_is_not_read_again(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("small.msapp"), Msapp.small().toBytes());
        CanvasDocument document = CanvasDocument.open(file);
        Files.write(file, sources(ORDERS).toBytes());

        assertThatThrownBy(document::formulaFacts)
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("changed after it was opened");
    }

    @Test
    void every_formula_of_every_real_document_is_read() throws Exception {
        for (Path file : Fixtures.files("msapp", ".msapp")) {
            CanvasDocument document = CanvasDocument.open(file);
            Map<FormulaSource, Integer> counts = new EnumMap<>(FormulaSource.class);
            for (FormulaSource source : FormulaSource.values()) {
                counts.put(source, 0);
            }
            document.formulas(formula -> counts.merge(formula.place().source(), 1, Integer::sum));

            ControlFacts controls = document.controls();
            assertThat(counts)
                    .as(file.toString())
                    .isEqualTo(Map.of(
                            FormulaSource.RULE, controls.formulas(),
                            FormulaSource.DYNAMIC_PROPERTY, controls.dynamicPropertyFormulas(),
                            FormulaSource.TAGGED_RULE, controls.taggedRules(),
                            FormulaSource.COMPONENT_COPY, controls.formulasInTemplates()));
            assertThat(document.formulaFacts().formulas())
                    .isEqualTo(
                            counts.values().stream().mapToInt(Integer::intValue).sum());
        }
    }

    private static Msapp sources(String... sources) {
        return Msapp.small().json(SOURCES, "{'DataSources':[" + String.join(",", sources) + "]}");
    }

    /** A screen whose text is this formula; apostrophes stand for quotes. */
    private static CanvasDocument app(String formula, String... sources) {
        return sources(sources)
                .json("Controls\\1.json", Msapp.control("Screen1", formula))
                .open();
    }

    private static List<String> roles(String formula, String... sources) {
        return app(formula, sources).formulaFacts().uses().stream()
                .map(use -> use.use().name() + " " + use.use().role())
                .toList();
    }

    private static List<String> places(CanvasDocument document) {
        List<String> places = new ArrayList<>();
        document.formulas(formula -> {
            FormulaPlace place = formula.place();
            places.add(place.screen() + "/" + place.control() + "." + place.property() + " " + place.source() + " "
                    + formula.text());
        });
        return places;
    }
}
