package io.powermigrate.powerapps.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.canvas.requirements.Availability;
import io.powermigrate.canvas.requirements.CompileFacts;
import io.powermigrate.canvas.requirements.Requirement.Kind;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Document;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import io.powermigrate.testkit.msapp.AppDocument;
import io.powermigrate.testkit.msapp.Generation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a document needs and the destination lacks: one finding for every place that would break. */
class CompileCheckTest {

    private static final String SITE = "https://contoso.sharepoint.com/sites/hr";

    /** Needs something of every kind, and names what can be named. */
    private static AppDocument everything() {
        return AppDocument.named("Everything")
                .screen("Home", home -> home.formula("OnVisible", "Refresh(Accounts)")
                        .control("Who", "label", c -> c.formula("Text", "Office365Users.MyProfile().mail"))
                        .control("Orders", "gallery", c -> c.formula("Items", "OrdersAPI.ListOrders().value"))
                        .control("Rows", "gallery", c -> c.formula("Items", "Filter(Expenses, Amount > 10)")
                                .control("Row", "label", l -> l.formula("Text", "ThisItem.Title")))
                        .control("Send", "button", c -> c.formula("OnSelect", "Approve.Run(\"holiday\")")))
                .connection("shared_office365users", "c1", c -> c.service("Office365Users"))
                .connection(
                        "shared_sharepointonline",
                        "c2",
                        c -> c.table("Expenses", SITE, "5d0a7c1e-3f7b-4a55-9d6e-2b8f4c6a1e90", list -> list.column(
                                        "Amount", "number")
                                .column("Never used")
                                .siteVariable("contoso_Site")))
                .customConnector("shared_orders-5f1a2b3c4d5e6f7081", "c3", c -> c.service("OrdersAPI", "ListOrders"))
                .flow("Approve", "0f6a1c5e-8b1d-4f0a-9a55-3b7c2d1e4f60", f -> f.input("Reason")
                        .output("approved", "boolean"))
                .table("Accounts", "account", "accounts")
                .extras(extras -> extras.library("690ae928-46d8-485f-988e-005f77561f1c", "contoso_library_0db10")
                        .codeComponent("contoso_Contoso.Calendar")
                        .page("contoso_details_1a2b3"));
    }

    @ParameterizedTest
    @EnumSource
    void where_everything_is_there_nothing_is_found(Generation generation) {
        Checked app = Checked.of(everything().generation(generation));
        assertThat(app.facts().needs()).extracting(need -> need.kind()).contains(Kind.values());
        assertThat(app.whole()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void where_nobody_looked_nothing_is_concluded(Generation generation) {
        assertThat(Checked.of(everything().generation(generation)).against(need -> Availability.notLookedAt()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "CONNECTION,           APP-101, RECREATE_BY_HAND, Home / Who / Text; Home / Rows / Items; Home / Orders / Items",
                "CONNECTOR,            APP-102, RECREATE_BY_HAND, Home / Orders / Items",
                "FLOW,                 APP-103, RECREATE_BY_HAND, Home / Send / OnSelect",
                "TABLE,                APP-105, BLOCK,            Home / Rows / Items",
                "DATAVERSE_TABLE,      APP-106, RECREATE_BY_HAND, Home / OnVisible",
                "ENVIRONMENT_VARIABLE, APP-108, BLOCK,            Home / Rows / Items",
                "LIBRARY,              APP-109, WARN, component library \"contoso_library_0db10\" (690ae928-46d8-485f-988e-005f77561f1c)",
                "CODE_COMPONENT,       APP-110, WARN,             code component contoso_Contoso.Calendar",
                "PAGE,                 APP-111, WARN,             custom page custompage:contoso_details_1a2b3"
            })
    void what_is_not_there_is_found_where_it_is_used(Kind kind, String rule, Verdict verdict, String places) {
        List<Finding> findings = Checked.of(everything()).without(kind);
        assertThat(Checked.places(findings)).containsExactlyInAnyOrder(places.split("; "));
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.verdict()).isEqualTo(verdict);
            assertThat(finding.reason()).startsWith("the destination has no " + kind.words());
            assertThat(finding.locations()).hasSize(1);
        });
    }

    @Test
    void a_place_tells_entry_words_and_offset_without_the_contents_of_texts() {
        AppDocument app = AppDocument.named("One")
                .screen(
                        "Home",
                        home -> home.control(
                                "Send",
                                "button",
                                c -> c.formula("OnSelect", "Notify(\"a secret\"); Refresh(Accounts)")))
                .table("Accounts", "account", "accounts");
        assertThat(Checked.of(app).without(Kind.DATAVERSE_TABLE))
                .singleElement()
                .satisfies(finding -> assertThat(finding.locations())
                        .singleElement()
                        .satisfies(place -> {
                            assertThat(place.path()).startsWith("Controls/");
                            assertThat(place.offset()).isEqualTo("Notify(\"a secret\"); Refresh(".length());
                            assertThat(place.length()).isEqualTo("Accounts".length());
                            assertThat(place.excerpt())
                                    .contains("Refresh(Accounts)")
                                    .doesNotContain("secret");
                        }));
    }

    @Test
    void a_data_source_that_no_formula_names_is_found_once_at_itself() {
        AppDocument app = AppDocument.named("Unused")
                .screen("Home")
                .connection("shared_office365users", "c1", c -> c.service("Office365Users"))
                .table("Accounts", "account", "accounts");
        Checked unused = Checked.of(app);
        assertThat(Checked.places(unused.without(Kind.CONNECTION))).containsExactly("data source Office365Users");
        assertThat(Checked.places(unused.without(Kind.DATAVERSE_TABLE))).containsExactly("data source Accounts");
    }

    @Test
    void option_sets_and_views_are_places_of_their_table() {
        AppDocument app = AppDocument.named("Options")
                .screen(
                        "Home",
                        home -> home.control(
                                "Active",
                                "checkbox",
                                c -> c.formula("Default", "'Status (Accounts)'.Active = varStatus")))
                .table("Accounts", "account", "accounts");
        assertThat(Checked.places(Checked.of(app).without(Kind.DATAVERSE_TABLE)))
                .containsExactlyInAnyOrder("Home / Active / Default", "data source Accounts");
    }

    @Test
    void a_place_that_may_mean_a_column_only_warns() {
        AppDocument app = AppDocument.named("Ambiguous")
                .screen(
                        "Home",
                        home -> home.control(
                                "Rows", "gallery", c -> c.formula("Items", "Filter(colRows, Accounts = 1)")))
                .table("Accounts", "account", "accounts");
        assertThat(Checked.of(app).without(Kind.DATAVERSE_TABLE))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
                    assertThat(finding.reason()).contains("could refer to a column of the same name");
                });
    }

    @Test
    void a_place_that_studio_reported_before_only_warns_and_says_so() {
        AppDocument app = everything().extras(extras -> extras.studioError("Send", "OnSelect", "Approve"));
        assertThat(Checked.of(app).without(Kind.FLOW)).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
            assertThat(finding.reason())
                    .contains("Studio reported an error at this place in the source environment already");
        });
    }

    @Test
    void a_place_beside_one_that_studio_reported_still_blocks() {
        AppDocument app = everything().extras(extras -> extras.studioError("Rows", "Items", "Amount"));
        assertThat(Checked.of(app).without(Kind.TABLE))
                .singleElement()
                .satisfies(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.BLOCK));
    }

    @Test
    void places_in_a_component_count_once_however_many_instances_carry_a_copy() {
        AppDocument app = AppDocument.named("Component")
                .component("Header", c -> c.control("Title", "label", t -> t.formula("Text", "First(Accounts).Name")))
                .screen("Home", home -> home.instance("Header1", "Header").instance("Header2", "Header"))
                .table("Accounts", "account", "accounts");
        assertThat(Checked.places(Checked.of(app).without(Kind.DATAVERSE_TABLE)))
                .containsExactly("Header / Title / Text");
    }

    @Test
    void a_line_that_would_settle_it_is_told_at_every_place_and_never_applied() {
        Binding line = Binding.of("connection", "c1", "c9");
        List<Finding> findings = Checked.of(everything())
                .against(
                        need -> need.name().equals("c1") ? Availability.absent() : Availability.present(need.members()),
                        need -> List.of(line));
        assertThat(findings).singleElement().satisfies(finding -> assertThat(finding.suggestions())
                .containsExactly(line));
    }

    @ParameterizedTest
    @EnumSource
    void facts_are_kept_as_json_and_check_as_before(Generation generation) {
        Checked app = Checked.of(everything().generation(generation));
        CompileFacts kept = Document.of(app.facts()).as(CompileFacts.class);
        assertThat(kept).isEqualTo(app.facts());
        assertThat(new Checked(kept).without(Kind.CONNECTION)).isEqualTo(app.without(Kind.CONNECTION));
    }
}
