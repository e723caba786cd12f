package io.powermigrate.powerapps.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.canvas.requirements.Availability;
import io.powermigrate.canvas.requirements.Requirement.Kind;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import io.powermigrate.testkit.msapp.AppDocument;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is there, but is called in another way or has other columns. */
class SignatureAndColumnCheckTest {

    private static final String SITE = "https://contoso.sharepoint.com/sites/hr";

    private static Checked app() {
        return Checked.of(AppDocument.named("Expenses")
                .screen("Home", home -> home.control(
                                "Rows", "gallery", c -> c.formula("Items", "Filter(Expenses, Amount > 10)"))
                        .control("Send", "button", c -> c.formula("OnSelect", "Approve.Run(\"holiday\", 3)")
                                .formula("Text", "Text(Approve.Run(\"sick\", 1).days)")))
                .connection(
                        "shared_sharepointonline",
                        "c2",
                        c -> c.table("Expenses", SITE, "list-1", list -> list.column("Amount", "number")
                                .column("Due date")
                                .column("Never used", "boolean")))
                .flow("Approve", "0f6a1c5e-8b1d-4f0a-9a55-3b7c2d1e4f60", f -> f.input("Reason")
                        .input("Days", "integer")
                        .output("days", "number")));
    }

    @Test
    void the_signature_of_a_flow_is_read_from_its_embedded_description() {
        assertThat(app().facts().needs())
                .filteredOn(need -> need.kind() == Kind.FLOW)
                .singleElement()
                .satisfies(flow -> assertThat(flow.members())
                        .containsExactlyInAnyOrderEntriesOf(Map.of(
                                "Run()",
                                "",
                                "input Reason",
                                "string",
                                "input Days",
                                "number",
                                "output days",
                                "number")));
    }

    @ParameterizedTest
    @CsvSource({"input Reason", "output days"})
    void a_member_that_the_flow_of_the_destination_lacks_blocks_every_call(String member) {
        assertBlocked(app().without(Kind.FLOW, member), member + " is not there");
    }

    @ParameterizedTest
    @CsvSource({
        "input Comment, string, input Comment is new there",
        "input Days, string, 'input Days is string, not number'",
        "output days, boolean, 'output days is boolean, not number'"
    })
    void a_member_that_is_new_or_of_another_type_blocks_every_call(String member, String type, String words) {
        assertBlocked(app().changed(Kind.FLOW, member, type), words);
    }

    @Test
    void a_flow_that_takes_nothing_differs_from_one_that_takes_something() {
        Checked tidy = Checked.of(AppDocument.named("Tidy")
                .screen("Home", home -> home.formula("OnVisible", "Tidy.Run()"))
                .flow("Tidy", "0f6a1c5e-8b1d-4f0a-9a55-3b7c2d1e4f60"));
        assertThat(tidy.changed(Kind.FLOW, "input Comment", "string"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule()).isEqualTo("APP-104"));
    }

    @Test
    void a_type_that_nobody_knows_differs_from_none() {
        assertThat(app().changed(Kind.FLOW, "input Days", "")).isEmpty();
        assertThat(app().changed(Kind.TABLE, "Amount", "")).isEmpty();
    }

    @Test
    void of_a_flow_or_table_that_nobody_looked_into_nothing_is_concluded() {
        assertThat(app().against(need -> Availability.present())).isEmpty();
    }

    private static void assertBlocked(List<Finding> findings, String words) {
        assertThat(Checked.places(findings)).containsExactlyInAnyOrder("Home / Send / OnSelect", "Home / Send / Text");
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("APP-104");
            assertThat(finding.verdict()).isEqualTo(Verdict.BLOCK);
            assertThat(finding.reason()).contains("is called in another way").endsWith(": " + words);
        });
    }

    @Test
    void a_column_that_is_missing_is_found_once_where_a_formula_names_it() {
        assertThat(app().against(need -> Availability.present(
                        need.kind() == Kind.TABLE ? Map.of("ID", "integer", "Title", "string") : need.members())))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("APP-107");
                    assertThat(finding.verdict()).isEqualTo(Verdict.BLOCK);
                    assertThat(finding.reason()).contains("the column Amount is not there");
                    assertThat(finding.locations().get(0).words()).isEqualTo("Home / Rows / Items");
                });
    }

    @Test
    void a_column_of_another_type_is_found() {
        assertThat(app().changed(Kind.TABLE, "Amount", "string"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.reason()).contains("the column Amount is string, not number"));
    }

    @Test
    void a_column_that_no_formula_names_or_that_is_new_is_not_missed() {
        assertThat(app().without(Kind.TABLE, "Never_x0020_used")).isEmpty();
        assertThat(app().changed(Kind.TABLE, "New", "string")).isEmpty();
    }

    @Test
    void of_several_places_the_one_that_names_the_data_source_too_is_told() {
        Checked app = Checked.of(AppDocument.named("Expenses")
                .screen("Home", home -> home.control("Sum", "label", c -> c.formula("Text", "ThisItem.Amount"))
                        .control("Rows", "gallery", c -> c.formula("Items", "Filter(Expenses, Amount > Count)")))
                .connection(
                        "shared_sharepointonline",
                        "c2",
                        c -> c.table("Expenses", SITE, "list-1", list -> list.column("Amount", "number")
                                .column("Count", "number"))));
        assertThat(Checked.places(app.without(Kind.TABLE, "Amount"))).containsExactly("Home / Rows / Items");
    }

    @Test
    void a_column_that_only_a_text_names_is_found_there() {
        Checked app = Checked.of(AppDocument.named("Expenses")
                .screen(
                        "Home",
                        home -> home.control(
                                "Rows",
                                "gallery",
                                c -> c.formula("Items", "SortByColumns(Expenses, \"Amount\", \"Count\")")))
                .connection(
                        "shared_sharepointonline",
                        "c2",
                        c -> c.table("Expenses", SITE, "list-1", list -> list.column("Amount", "number")
                                .column("Count", "number"))));
        assertThat(Checked.places(app.without(Kind.TABLE, "Amount"))).containsExactly("Home / Rows / Items");
    }

    @Test
    void columns_of_dataverse_go_by_their_logical_names() {
        Checked accounts = Checked.of(AppDocument.named("Accounts")
                .screen(
                        "Home",
                        home -> home.control(
                                "Row", "label", c -> c.formula("Text", "First(Accounts).'Account Number'")))
                .table("Accounts", "account", "accounts", "Account Number", "Never used"));
        assertThat(accounts.without(Kind.DATAVERSE_TABLE, "accountnumber"))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.locations().get(0).words()).isEqualTo("Home / Row / Text"));
        assertThat(accounts.without(Kind.DATAVERSE_TABLE, "neverused")).isEmpty();
    }
}
