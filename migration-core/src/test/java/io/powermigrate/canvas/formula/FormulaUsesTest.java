package io.powermigrate.canvas.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an identifier means that is spelled like a name of the app: wire/msapp.md, section 4.5. */
class FormulaUsesTest {

    private static final Symbols APP = names(SymbolKind.TABLE, "Orders", "Clients", "Attendees", "Styles", "Plan")
            .columns("Orders", Set.of("Name", "State", "Clients", "ordername"))
            .columns("Attendees", Set.of("Attendees", "Name"))
            .columns("Styles", Set.of("Type", "Name"))
            .add(SymbolKind.OPTION_SET, "State")
            .add(SymbolKind.OPTION_SET, "Type")
            .add(SymbolKind.OPTION_SET, "'Unit'")
            .add(SymbolKind.SERVICE, "Mail")
            .add(SymbolKind.COLLECTION, "Found")
            .build();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Orders                                    | Orders REFERENCE",
                "CountRows( Orders )                       | Orders REFERENCE",
                "item.Orders                               | Orders MEMBER",
                "item!Orders                               | Orders MEMBER",
                "Self.Orders & Parent!Orders               | Orders MEMBER, Orders MEMBER",
                "F(x).Orders & {a:1}.Orders & [1].Orders   | Orders MEMBER, Orders MEMBER, Orders MEMBER",
                "a && !Orders                              | Orders REFERENCE",
                "Patch(Found, Row, {a: !Orders})           | Found REFERENCE, Orders REFERENCE",
                "{Orders: 1, 'State': State.Open}          | Orders FIELD, State FIELD, State REFERENCE",
                "If(a, {b: 1, Orders: 2})                  | Orders FIELD",
                "Mail.Send(Orders)                         | Mail REFERENCE, Orders REFERENCE",
                "Orders(1) & Orders (2)                    | Orders FUNCTION, Orders FUNCTION",
                "\"Orders\" & \"Orders!\" & \"Name\"       | Orders TEXT",
                "/* Orders */ 1 // Orders                  | ``",
                "$\"Orders {Orders}\"                      | Orders REFERENCE",
                "'Orders'.Name                             | Orders REFERENCE",
                "'''Unit'''.Px                             | 'Unit' REFERENCE",
                "orders                                    | ``"
            })
    void by_its_neighbours(String formula, String uses) {
        assertThat(uses(formula)).isEqualTo(uses);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Filter(Orders, State = 1)                   | Orders REFERENCE, State SHADOWED",
                "Filter([@Orders], State = [@State].Open)    | Orders REFERENCE, State SHADOWED, State REFERENCE",
                "Filter(Orders, Orders[@State] = State.Open) | Orders REFERENCE, Orders REFERENCE, State MEMBER, State SHADOWED",
                "Filter(Orders, Plan = 1)                    | Orders REFERENCE, Plan REFERENCE",
                "Filter((Orders), State = 1)                 | Orders REFERENCE, State SHADOWED",
                "LookUp(Sort(Orders, State), State = 1)      | Orders REFERENCE, State SHADOWED, State SHADOWED",
                "Filter(Orders, a); State                    | Orders REFERENCE, State REFERENCE",
                "If(a, Orders, State)                        | Orders REFERENCE, State REFERENCE",
                "RemoveIf(Attendees, Attendees = g.Attendees)| Attendees REFERENCE, Attendees SHADOWED, Attendees MEMBER",
                "LookUp(Orders, a, Clients)                  | Orders REFERENCE, Clients SHADOWED",
                "Filter(Styles, CountIf(Orders, Type) > 0)   | Styles REFERENCE, Orders REFERENCE, Type SHADOWED"
            })
    void columns_of_a_row_hide_names(String formula, String uses) {
        assertThat(uses(formula)).isEqualTo(uses);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "With({State: 1}, State & Plan)              | State FIELD, State SHADOWED, Plan REFERENCE",
                "With({State: 1}, State); State              | State FIELD, State SHADOWED, State REFERENCE",
                "With({a: {State: 1}}, State)                | State FIELD, State REFERENCE",
                "With(LookUp(Orders, a) As Plan, Plan.Name)  | Orders REFERENCE, Plan ALIAS, Plan SHADOWED",
                "ForAll(Orders As Row, State)                | Orders REFERENCE, State REFERENCE",
                "ForAll(x.AllItems As Row, State)            | State REFERENCE",
                "Filter(Orders, a) As Plan                   | Orders REFERENCE, Plan ALIAS",
                "AddColumns(Orders, \"Plan\", Plan)          | Orders REFERENCE, Plan TEXT, Plan REFERENCE",
                "Filter(AddColumns(Orders, \"Plan\", 1), Plan)| Orders REFERENCE, Plan TEXT, Plan SHADOWED",
                "Filter(ShowColumns(Orders, \"Name\"), State) | Orders REFERENCE, State REFERENCE",
                "Filter(DropColumns(Orders, \"State\"), State)| Orders REFERENCE, State TEXT, State REFERENCE",
                "Filter(DropColumns(Orders, \"Name\"), State) | Orders REFERENCE, State SHADOWED",
                "Filter(RenameColumns(Orders, \"Name\", \"Plan\"), Plan) | Orders REFERENCE, Plan TEXT, Plan SHADOWED"
            })
    void records_aliases_and_new_columns_hide_names(String formula, String uses) {
        assertThat(uses(formula)).isEqualTo(uses);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ForAll(gallery.AllItems, Plan)              | Plan AMBIGUOUS",
                "ForAll(Found, Plan.Name)                    | Found REFERENCE, Plan AMBIGUOUS",
                "ForAll(gallery.AllItems, [@Plan])           | Plan REFERENCE",
                "ForAll(gallery.AllItems, Patch(Plan, a))    | Plan PRESUMED",
                "ForAll(gallery.AllItems, Patch(a, Plan))    | Plan AMBIGUOUS",
                "ForAll(gallery.AllItems, Mail.Send(a))      | Mail PRESUMED",
                "ForAll(gallery.AllItems, Mail.Address)      | Mail AMBIGUOUS",
                "With(Mail.Who(), If(a, Plan))               | Mail REFERENCE, Plan AMBIGUOUS",
                "Filter(Orders, ForAll(x(), State))          | Orders REFERENCE, State SHADOWED"
            })
    void what_cannot_be_decided_without_types_is_said_to_be_ambiguous(String formula, String uses) {
        assertThat(uses(formula)).isEqualTo(uses);
    }

    @Test
    void a_use_tells_what_is_taken_from_the_name() {
        assertThat(Formula.of("Mail.Send(State.Open); Orders").uses(APP))
                .extracting(NameUse::member)
                .containsExactly("Send", "Open", null);
    }

    @Test
    void brackets_that_do_not_fit_are_passed_over() {
        assertThat(uses("Filter(Orders, (State]) & State } ) ; State"))
                .isEqualTo("Orders REFERENCE, State SHADOWED, State SHADOWED, State REFERENCE");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SortByColumns(Filter(Orders, a), \"ordername\", Descending) | ordername",
                "ShowColumns(Orders, \"Name\", \"State\")                    | Name State",
                "RenameColumns(Orders, \"Name\", \"Title\")                  | Name",
                "GroupBy(Orders, \"State\", \"Rows\")                        | State",
                "Search(Orders, \"Name\", \"ordername\")                     | ordername",
                "DataSourceInfo([@Orders], DataSourceInfo.MaxLength, \"ordername\") | ordername",
                "AddColumns(Orders, \"New\", \"State\")                      | ``",
                "SortByColumns(AddColumns(Orders, \"New\", 1), \"New\", \"Name\") | ``",
                "SortByColumns(Unknown(), \"Name\")                          | ``",
                "SortByColumns(Orders, \"a\" & b)                            | ``"
            })
    void texts_that_name_columns(String formula, String columns) {
        assertThat(Formula.of(formula).columnTexts(APP).stream()
                        .map(ColumnText::column)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(columns);
    }

    @Test
    void where_columns_are_identifiers_they_are_no_names_of_the_app() {
        Symbols app = names(SymbolKind.TABLE, "Orders", "State")
                .columnsAreIdentifiers(true)
                .build();

        assertThat(uses("ShowColumns(Orders, State)", app)).isEqualTo("Orders REFERENCE, State COLUMN");
        assertThat(uses("ShowColumns(Orders, State.a)", app)).isEqualTo("Orders REFERENCE, State REFERENCE");
        assertThat(uses("ShowColumns(Orders, State)", APP)).isEqualTo("Orders REFERENCE, State REFERENCE");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Set(a, 1); Set (b, a)                     | a VARIABLE, b VARIABLE",
                "UpdateContext({a: {b: 1}, c: 2})          | a CONTEXT_VARIABLE, c CONTEXT_VARIABLE",
                "Navigate(S, Fade, {a: 1}) & F({b: 1})     | a CONTEXT_VARIABLE",
                "Collect(a, {b: 1}); ClearCollect('c d', x)| a COLLECTION, c d COLLECTION",
                "ForAll(t As a, 1)                         | a ALIAS",
                "Theme = {a: 1}; 'b c' = Theme.a = 1       | Theme NAMED_FORMULA, b c NAMED_FORMULA",
                "If(a = 1, b)                              | ``"
            })
    void what_a_formula_makes_known(String formula, String declarations) {
        assertThat(Formula.of(formula).declarations().stream()
                        .map(declared -> declared.name() + " " + declared.kind())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(declarations);
    }

    @Test
    void globals_are_what_no_row_hides() {
        assertThat(Formula.of("Filter(Orders, State = Color.Red, F(x()))").globals(APP))
                .containsExactlyInAnyOrder("Orders", "Color");
    }

    @Test
    void an_excerpt_is_short_and_holds_no_texts_or_comments() {
        String filler = "1 + ".repeat(100);
        Formula formula = Formula.of(
                filler + "Launch(\"https://x?sig=secret\",/*secret*/ Orders) & $\"secret{a}\" " + "+ 1".repeat(99));
        NameUse use = formula.uses(APP).get(0);

        assertThat(formula.excerpt(use.offset(), use.length()))
                .contains("Launch(\"…\",/*…*/ Orders) & $\"…{a}\"")
                .doesNotContain("secret")
                .hasSizeLessThan(110);
    }

    private static Symbols.Builder names(SymbolKind kind, String... names) {
        Symbols.Builder symbols = Symbols.builder();
        Arrays.stream(names).forEach(name -> symbols.add(kind, name));
        return symbols;
    }

    private static String uses(String formula) {
        return uses(formula, APP);
    }

    private static String uses(String formula, Symbols symbols) {
        return Formula.of(formula).uses(symbols).stream()
                .map(use -> use.name() + " " + use.role())
                .collect(Collectors.joining(", "));
    }
}
