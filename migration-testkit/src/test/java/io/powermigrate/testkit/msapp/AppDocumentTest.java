package io.powermigrate.testkit.msapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AppDocumentTest {

    @ParameterizedTest
    @EnumSource
    void the_same_words_give_the_same_bytes(Generation generation) {
        byte[] first = Documents.everything(generation).toBytes();
        AppDocument again = Documents.everything(generation);
        assertThat(again.toBytes()).isEqualTo(first);
        assertThat(again.toBytes()).as("asked twice").isEqualTo(first);
    }

    @Test
    void another_name_gives_other_ids() {
        Set<String> ids = new HashSet<>();
        Documents.samples()
                .forEach(sample -> ids.add(
                        Msapp.of(sample).json("Properties.json").path("Id").asText()));
        assertThat(ids).hasSameSizeAs(Documents.samples());
    }

    @Test
    void the_name_is_the_app_name_and_plus_encoded_the_file_name() {
        Msapp document = Msapp.of(AppDocument.named("Expense report").toBytes());
        assertThat(document.json("Resources\\PublishInfo.json").path("AppName").asText())
                .isEqualTo("Expense report");
        assertThat(document.json("Properties.json").path("Name").asText()).isEqualTo("Expense+report.msapp");
    }

    @ParameterizedTest
    @EnumSource
    void the_generation_stands_in_the_header(Generation generation) {
        Msapp document = Msapp.of(AppDocument.named("x").generation(generation).toBytes());
        assertThat(document.structure()).isEqualTo(generation.structureVersion());
        assertThat(document.json("Header.json").path("DocVersion").asText()).isEqualTo(generation.documentVersion());
    }

    @ParameterizedTest
    @EnumSource
    void every_json_entry_parses_and_control_ids_are_unique(Generation generation) {
        for (Msapp document : Documents.all(generation)) {
            Set<String> ids = new HashSet<>();
            for (String entry : document.entries().keySet()) {
                if (entry.endsWith(".json") || entry.endsWith(".sarif")) {
                    assertThat(document.json(entry).isObject()).isTrue();
                }
                if (entry.startsWith("Controls\\")) {
                    document.json(entry).findValuesAsText("ControlUniqueId").forEach(id -> assertThat(ids.add(id))
                            .as(entry + " " + id)
                            .isTrue());
                    assertThat(entry)
                            .isEqualTo("Controls\\"
                                    + document.json(entry)
                                            .path("TopParent")
                                            .path("ControlUniqueId")
                                            .asText()
                                    + ".json");
                }
            }
        }
    }

    @Test
    void a_gallery_without_items_shows_the_sample_rows() {
        Msapp document = Msapp.of(SampleDocuments.nothingOlder());
        assertThat(document.text("References\\DataSources.json")).contains("\"CustomGallerySample\"");
        assertThat(Msapp.of(SampleDocuments.nothing()).text("References\\DataSources.json"))
                .doesNotContain("CustomGallerySample");
    }

    @Test
    void a_formula_may_name_a_data_source_that_is_not_there() {
        assertThat(AppDocument.named("x")
                        .screen("Home", s -> s.control("L", "label", c -> c.formula("Text", "Nowhere.Value")))
                        .toBytes())
                .isNotEmpty();
    }

    @Test
    void names_that_are_taken_or_empty_are_refused_with_the_fix() {
        refused(() -> AppDocument.named(" "), "name of the document is empty", "Give it the name that users see.");
        refused(() -> app().screen(""), "name of a screen is empty", "Give every screen a name such as Home.");
        refused(
                () -> app().screen("A", s -> s.control("", "label")),
                "name of a control is empty",
                "Give every control a name such as Label1.");
        String different = "Give controls, screens and data sources of one document different names.";
        refused(
                () -> app().screen("A", s -> s.control("L", "label").control("L", "icon")),
                "'L' of a control",
                different);
        refused(
                () -> app().screen("A", s -> s.control("L", "label")).screen("B", s -> s.control("L", "label")),
                "'L' of a control",
                different);
        refused(() -> app().screen("A").table("A", "a", "as"), "'A' of a data source", different);
        refused(
                () -> app().screen("A").screen("a"),
                "already a screen or entry named 'a'",
                "Give each screen its own name.");
        refused(() -> app().screen("A/B"), "no entry name may have", "Use letters, digits, spaces and underscores.");
    }

    @Test
    void controls_and_formulas_that_cannot_be_are_refused_with_the_fix() {
        refused(() -> app().screen("A", s -> s.control("L", "lable")), "no control template 'lable'", "timer.");
        refused(
                () -> app().screen("A", s -> s.control("L", "label", l -> l.control("M", "label"))),
                "cannot hold 'M'",
                "Place it on the screen, or in a gallery, form or groupContainer.");
        refused(
                () -> app().formula("Label1", "Text", "1").toBytes(),
                "'Label1', which is on no screen",
                "Place the control with screen(…, s -> s.control(\"Label1\", …)) first.");
        refused(() -> app().appFormula("OnStart", "=1"), "starts with '='", "it is added in YAML only.");
        refused(() -> app().appFormula(" ", "1"), "is empty", "for example Text.");
    }

    @Test
    void connections_flows_and_tables_that_cannot_be_are_refused_with_the_fix() {
        String full = "Write it in full, for example shared_office365users.";
        refused(() -> app().connection("office365users", "c"), "is not a connector name", full);
        refused(() -> app().connection("shared_", "c"), "is not a connector name", full);
        refused(() -> app().connection("shared_x", ""), "connection id of shared_x is empty", "the connection's path.");
        refused(
                () -> app().connection("shared_x", "c").connection("shared_x", "c"),
                "is already there",
                "Tell all its services and tables in one connection(…).");
        refused(
                () -> app().flow("F", Documents.WORKFLOW, f -> f.uses("shared_x"))
                        .toBytes(),
                "of which the document has no connection",
                "Add connection(\"shared_x\", \"<connection id>\").");
        refused(() -> app().flow("F", "no guid"), "is no GUID", "Write it with dashes, as 8-4-4-4-12 digits.");
        refused(
                () -> app().table("T", "t", "ts", "Name"),
                "Column 'Name' of table 'T' is there already",
                "the name and the id need not be told.");
        refused(() -> app().table("T", "", "ts"), "logical name of table 'T' is empty", "for example account.");
    }

    private static AppDocument app() {
        return AppDocument.named("x");
    }

    @Test
    void what_few_documents_have_is_refused_where_it_cannot_be() {
        AppDocument app = AppDocument.named("x").screen("Home", s -> s.control("Send", "button"));
        refused(
                () -> AppDocument.named("x")
                        .screen("Home", s -> s.instance("Header1", "Header"))
                        .toBytes(),
                "no component has that name",
                "Add component(\"Header\", …).");
        refused(
                () -> app.extras(e -> e.studioError("Send", "OnSelect", "Approve"))
                        .toBytes(),
                "does not hold 'Approve'",
                "Tell the formula first, with the words that Studio did not understand.");
        refused(
                () -> AppDocument.named("x").flow("Tidy", Documents.WORKFLOW, f -> f.input("When", "date")),
                "The type 'date' of 'When'",
                "Use one of string, number, integer, boolean.");
    }

    @ParameterizedTest
    @EnumSource
    void an_instance_carries_a_copy_of_its_component(Generation generation) {
        Msapp document = Msapp.of(Documents.everything(generation).toBytes());
        List<String> copied = document.entries().keySet().stream()
                .filter(entry -> entry.startsWith("Controls\\"))
                .flatMap(entry -> document.json(entry).findValues("ComponentDefinitionInfo").stream())
                .map(copy -> copy.findValuesAsText("InvariantScript").toString())
                .toList();
        assertThat(copied).singleElement().asString().contains("First(Expenses).Title");
        assertThat(document.entries().keySet())
                .filteredOn(entry -> entry.startsWith("Components\\"))
                .hasSize(1);
    }

    private static void refused(ThrowingCallable words, String problem, String fix) {
        assertThatIllegalArgumentException()
                .isThrownBy(words)
                .withMessageContaining(problem)
                .satisfies(e -> assertThat(e.getMessage()).endsWith(fix));
    }
}
