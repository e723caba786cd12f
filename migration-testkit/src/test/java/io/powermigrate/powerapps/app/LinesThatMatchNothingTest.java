package io.powermigrate.powerapps.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Mapping;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.Unmatched;
import io.powermigrate.powerapps.Bind;
import io.powermigrate.powerapps.PowerApps;
import io.powermigrate.store.Workspace;
import io.powermigrate.testkit.fake.FakeConnection;
import io.powermigrate.testkit.msapp.AppDocument;
import io.powermigrate.testkit.msapp.SampleDocuments;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line of the mapping that matches nothing is told, of every kind; and people may say what they see. */
class LinesThatMatchNothingTest extends FolderOfDocuments {

    private static final String SITE = "https://contoso.sharepoint.com/sites/HR";
    private static final String FLOW = "11111111-2222-3333-4444-555555555555";

    @BeforeEach
    void an_app_with_a_list_a_flow_and_a_text() throws IOException {
        Files.write(
                folder.resolve("Orders.msapp"),
                AppDocument.named("Orders")
                        .screen("Home", home -> home.control(
                                        "Title", "label", c -> c.formula("Text", "\"Orders of Contoso\""))
                                .control("Go", "button", c -> c.formula("OnSelect", "Ask.Run()")))
                        .connection(
                                "shared_sharepointonline",
                                "c75d9dee7cd240a2998022bf0f14d725",
                                c -> c.table("Orders", SITE, "69a894d4-80a3-4343-85f9-eece39ab1bcf", "Amount"))
                        .flow("Ask", FLOW)
                        .toBytes());
        crossing.prod.app(SampleDocuments.nothing());
    }

    @Test
    void a_mistyped_line_of_every_kind_is_told() throws ReflectiveOperationException {
        List<Method> kinds = Arrays.stream(Bind.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .toList();
        for (Method kind : kinds) {
            Binding line = line(kind);
            assertThat(plan(line).unmatched())
                    .as(kind.getName())
                    .singleElement()
                    .asString()
                    .contains("mapping " + line.type() + " \"no such thing at all\"");
        }
        assertThat(kinds).hasSizeGreaterThan(6);
    }

    private static Binding line(Method kind) throws IllegalAccessException, InvocationTargetException {
        return (Binding)
                (kind.getParameterCount() == 1
                        ? kind.invoke(null, "no such thing at all")
                        : kind.invoke(null, "no such thing at all", "whatever"));
    }

    @Test
    void a_mistyped_site_is_told_with_the_nearest_one_of_the_apps() {
        assertThat(plan(Bind.text("https://contoso.sharepoint.com/sites/HX", "https://fabrikam.sharepoint.com/x"))
                        .unmatched())
                .singleElement()
                .extracting(Unmatched::candidates)
                .isEqualTo(List.of(SITE));
    }

    @ParameterizedTest
    @ValueSource(strings = {SITE, SITE + "/", "https://CONTOSO.sharepoint.com/sites/hr", "Orders of Contoso"})
    void a_text_that_stands_anywhere_in_a_document_is_met(String text) {
        assertThat(plan(Bind.text(text, "https://fabrikam.sharepoint.com/sites/people"))
                        .unmatched())
                .isEmpty();
        assertThat(plan(Bind.text(text, text)).unmatched())
                .as("says that it is right there, too")
                .isEmpty();
    }

    @Test
    void an_address_that_no_app_names_is_told() {
        assertThat(plan(Binding.of("address", "https://elsewhere.crm4.dynamics.com/", "https://x.crm4.dynamics.com/"))
                        .unmatched())
                .singleElement()
                .asString()
                .contains("mapping address \"https://elsewhere.crm4.dynamics.com/\"");
    }

    @Test
    void connections_flows_and_apps_are_bound_by_what_people_call_them() {
        FakeConnection one = crossing.prod.connection("shared_sharepointonline", "SharePoint of Grace");
        crossing.prod.connection("shared_sharepointonline", "SharePoint of Heidi");
        crossing.prod.flow("Ask for leave");

        Plan plan = plan(
                Bind.connection("shared_sharepointonline", "sharepoint of grace"), Bind.flow("Ask", "Ask for leave"));

        assertThat(plan.unmatched()).isEmpty();
        assertThat(plan.recreate()).allMatch(item -> item.isSatisfied());
        assertThat(plan.toLongText()).contains(one.name());
    }

    @Test
    void a_name_that_several_of_the_destination_have_binds_nothing_and_is_told() {
        Stream.of("c1", "c2").forEach(each -> crossing.prod.connection("shared_sharepointonline", "SharePoint"));

        Plan plan = plan(Bind.connection("shared_sharepointonline", "SharePoint"));

        assertThat(plan.toLongText()).contains("to the id SharePoint, which Fabrikam Prod does not show");
    }

    @Test
    void another_workspace_than_the_one_of_the_documents_is_told() {
        crossing.prod.connection("shared_sharepointonline", "SharePoint of Grace");
        crossing.prod.flow("Ask");
        try (Workspace other = Workspace.temporary()) {
            Plan plan = Migration.from(Documents.in(folder, workspace))
                    .to(crossing.target)
                    .install(PowerApps.plugin())
                    .workspace(other)
                    .build()
                    .plan();
            assertThat(plan.unmatched()).singleElement().asString().contains("it does not hold 1 file of the source");
        }
    }

    private Plan plan(Binding... lines) {
        return Migration.from(Documents.in(folder, workspace))
                .to(crossing.target)
                .install(PowerApps.plugin())
                .workspace(workspace)
                .mapping(Mapping.of(lines))
                .build()
                .plan();
    }
}
