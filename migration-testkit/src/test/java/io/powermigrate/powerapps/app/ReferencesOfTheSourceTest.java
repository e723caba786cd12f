package io.powermigrate.powerapps.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Mapping;
import io.powermigrate.plan.Plan;
import io.powermigrate.powerapps.Bind;
import io.powermigrate.powerapps.PowerApps;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Location;
import io.powermigrate.rule.Verdict;
import io.powermigrate.testkit.msapp.AppDocument;
import io.powermigrate.testkit.msapp.SampleDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a document goes on naming its source reaches the plan, each thing with the line to paste. */
class ReferencesOfTheSourceTest extends FolderOfDocuments {

    private static final String SITE = "https://contoso.sharepoint.com/sites/HR";
    private static final String LIST = "69a894d4-80a3-4343-85f9-eece39ab1bcf";
    private static final String OTHER_LIST = "0b0b0b0b-1111-2222-3333-444444444444";

    private static AppDocument orders() {
        return AppDocument.named("Orders")
                .screen("Home", home -> home.control("Grid", "gallery", grid -> grid.formula("Items", "Orders")))
                .connection(
                        "shared_sharepointonline",
                        "c75d9dee7cd240a2998022bf0f14d725",
                        connection -> connection.table("Orders", SITE, LIST, "Amount"));
    }

    private List<Finding> findings(AppDocument document, Binding... lines) throws IOException {
        Files.write(folder.resolve("Orders.msapp"), document.toBytes());
        crossing.prod.app(SampleDocuments.nothing());
        List<Binding> all = new ArrayList<>(List.of(lines));
        for (String connector : List.of("shared_sharepointonline", "shared_sql")) {
            all.add(Bind.connection(
                    connector, crossing.prod.connection(connector, "Orders").name()));
        }
        Plan plan = Migration.from(Documents.in(folder, workspace))
                .to(crossing.target)
                .install(PowerApps.plugin())
                .workspace(workspace)
                .mapping(Mapping.of(all))
                .build()
                .plan();
        return plan.step(CanvasApp.TYPE.key("Orders")).orElseThrow().findings();
    }

    private static List<Finding> of(String rule, List<Finding> findings) {
        return findings.stream().filter(finding -> finding.rule().equals(rule)).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SITE + "/",
                "https://CONTOSO.sharepoint.com/sites/hr",
                "https://contoso.sharepoint.com/sites/%48R"
            })
    void a_line_settles_a_site_in_every_spelling(String line) throws IOException {
        List<Finding> findings = findings(orders(), Bind.text(line, "https://fabrikam.sharepoint.com/sites/hr"));

        assertThat(of("APP-036", findings)).isEmpty();
    }

    @Test
    void a_line_for_another_site_settles_nothing_and_the_warning_has_the_lines_to_paste_for_it_and_its_lists()
            throws IOException {
        List<Finding> findings = findings(
                orders(), Bind.text("https://contoso.sharepoint.com/sites/H", "https://fabrikam.sharepoint.com/x"));

        assertThat(of("APP-036", findings)).singleElement().satisfies(finding -> assertThat(finding.suggestions())
                .containsExactly(
                        Bind.text(SITE, "<its address in the destination>"),
                        Bind.text(LIST, "<its id in the destination>")));
        assertThat(of("APP-209", findings)).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
            assertThat(finding.suggestions()).containsExactly(Bind.text(LIST, "<its value in the destination>"));
        });
    }

    @Test
    void a_list_whose_site_is_bound_and_which_is_not_is_told_at_each_place() throws IOException {
        Binding site = Bind.text(SITE, "https://fabrikam.sharepoint.com/sites/hr");

        List<Finding> findings = findings(orders(), site, Bind.text(LIST.replace('b', 'c'), OTHER_LIST));

        assertThat(of("APP-115", findings)).singleElement().satisfies(finding -> {
            assertThat(finding.locations()).extracting(Location::words).containsExactly("Home / Grid / Items");
            assertThat(finding.suggestions()).containsExactly(Bind.text(LIST, "<id of Orders in the destination>"));
        });
        assertThat(of("APP-209", findings)).as("not told a second time").isEmpty();
        assertThat(of(
                        "APP-115",
                        findings(orders(), site, Bind.text("{" + LIST.toUpperCase(Locale.ROOT) + "}", OTHER_LIST))))
                .isEmpty();
        assertThat(of("APP-115", findings(orders(), site, Bind.text(LIST, LIST))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server.database.windows.net,orders",
                "b!Zk3vW0aBLkqc7VtdK1vT2w,01ABCDEF",
                "contoso.crm4.dynamics.com"
            })
    void a_dataset_that_is_no_site_warns_and_a_line_settles_it(String dataset) throws IOException {
        AppDocument document = AppDocument.named("Orders")
                .connection(
                        "shared_sql", "c75d9dee", connection -> connection.table("Orders", dataset, "customers,v2.0"));

        assertThat(of("APP-211", findings(document))).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
            assertThat(finding.suggestions())
                    .extracting(Binding::from)
                    .containsExactlyInAnyOrder(dataset, "customers,v2.0");
        });
        assertThat(of(
                        "APP-211",
                        findings(
                                document,
                                Bind.text(dataset.toUpperCase(Locale.ROOT), "other"),
                                Bind.text("customers,v2.0", "customers,v2.0"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://contoso-my.sharepoint.com/personal/ada",
                "https://contoso-admin.sharepoint.com",
                "https%3A%2F%2Fcontoso.sharepoint.com%2Fsites%2FHR",
                "contoso.sharepoint.com/sites/HR",
                "/sites/HR/Lists/Orders",
                "https://northwind.sharepoint.com/sites/x",
                LIST
            })
    void an_address_or_id_of_the_source_in_a_formula_warns(String text) throws IOException {
        AppDocument document = orders().formula("Grid", "OnSelect", "Launch(\"" + text + "\")");

        assertThat(of("APP-112", findings(document))).hasSize(1);
    }

    @Test
    void an_address_of_the_destination_in_a_formula_does_not_warn() throws IOException {
        AppDocument document =
                orders().formula("Grid", "OnSelect", "Launch(\"https://fabrikam.sharepoint.com/sites/help\")");

        assertThat(of("APP-112", findings(document, Bind.text(SITE, "https://fabrikam.sharepoint.com/sites/hr"))))
                .isEmpty();
    }
}
