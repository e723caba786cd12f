package io.powermigrate.powerapps.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.Migration;
import io.powermigrate.MigrationBuilder;
import io.powermigrate.approval.Approval;
import io.powermigrate.canvas.CanvasDocument;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Document;
import io.powermigrate.model.Mapping;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.RecreateItem;
import io.powermigrate.powerapps.Bind;
import io.powermigrate.powerapps.PowerApps;
import io.powermigrate.powerapps.flow.CloudFlow;
import io.powermigrate.report.Report;
import io.powermigrate.testkit.fake.FakeApp;
import io.powermigrate.testkit.msapp.SampleDocuments;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What Studio saved on this computer is a source: it is checked and migrated without access to the source. */
class DocumentsOnThisComputerTest extends FolderOfDocuments {

    @Test
    void a_saved_app_arrives_where_any_app_can_be_exported() throws IOException {
        Files.write(folder.resolve("Unit converter.msapp"), SampleDocuments.nothing());
        crossing.prod.app(SampleDocuments.nothingOlder());
        Report report = run(migration());
        report.orThrow();
        assertThat(crossing.arrived("Unit converter")).singleElement().satisfies(app -> assertThat(app.displayName())
                .isEqualTo("Unit converter"));
        assertThat(migration().build().plan().changes()).as("a second run").isZero();
    }

    @Test
    void what_it_needs_is_on_the_recreate_list_though_nobody_read_the_origin() throws IOException {
        Files.write(
                folder.resolve("Leave.msapp"), SampleDocuments.flow("11111111-2222-3333-4444-555555555555", "c0ffee"));
        crossing.prod.app(SampleDocuments.nothing());
        Plan plan = migration().build().plan();
        assertThat(plan.step(CanvasApp.TYPE.key("Leave request")).orElseThrow().action())
                .isEqualTo(Action.HELD);
        assertThat(plan.recreate())
                .extracting(RecreateItem::state)
                .containsExactly(RecreateItem.State.MISSING, RecreateItem.State.MISSING);
    }

    @Test
    void connections_are_bound_by_the_ids_that_the_document_holds() throws IOException {
        FakeApp origin = crossing.expenses();
        Files.write(folder.resolve("Expenses.msapp"), origin.published().document());
        crossing.prod.app(SampleDocuments.nothing());
        Report report = run(migration()
                .mapping(Mapping.of(
                        Bind.connection("shared_office365users", prodConnection("shared_office365users")),
                        Bind.connection("shared_sharepointonline", prodConnection("shared_sharepointonline")))));
        report.orThrow();
        assertThat(crossing.arrived(Crossing.EXPENSES)).hasSize(1);
    }

    @Test
    void an_exported_package_is_imported_with_its_own_pair() throws IOException {
        FakeApp origin = crossing.dev.app(SampleDocuments.nothing());
        PackageClient packages = PackageClient.of(crossing.source);
        Document job = packages.export(
                origin.id(), origin.displayName(), packages.list(origin.id()).resources());
        Artifact exported = packages.download(job, "export.zip", workspace);
        Files.copy(workspace.file(exported), folder.resolve("export.zip"));
        assertThat(crossing.prod.apps()).as("no app there mints a pair").isEmpty();
        run(migration()).orThrow();
        assertThat(crossing.arrived("Unit converter")).hasSize(1);
    }

    @Test
    void a_package_names_each_flow_of_its_document_once_and_no_key_of_its_manifest() throws IOException {
        FakeApp origin = crossing.dev.app(SampleDocuments.flow(
                crossing.dev.flow("Ask for leave").id(),
                crossing.dev.connection("shared_office365users", "Users").name()));
        PackageClient packages = PackageClient.of(crossing.source);
        Document job = packages.export(
                origin.id(), origin.displayName(), packages.list(origin.id()).resources());
        Files.copy(workspace.file(packages.download(job, "export.zip", workspace)), folder.resolve("export.zip"));

        assertThat(Documents.in(folder, workspace).all(CloudFlow.TYPE))
                .extracting(CloudFlow::id)
                .containsExactlyElementsOf(CanvasDocument.read(
                                new ByteArrayInputStream(origin.published().document()))
                        .facts()
                        .flows());
    }

    @Test
    void where_nothing_can_be_exported_a_person_imports_the_first_app() throws IOException {
        Files.write(folder.resolve("Unit converter.msapp"), SampleDocuments.nothing());
        Plan plan = migration().build().plan();
        assertThat(plan.recreate()).singleElement().satisfies(item -> {
            assertThat(item.reason()).contains("a document on this computer, not a package");
            assertThat(item.remedy()).contains("Import the first app into Fabrikam Prod by hand");
        });
    }

    @Test
    void a_file_that_cannot_be_used_blocks_only_itself() throws IOException {
        Files.write(folder.resolve("Broken.msapp"), new byte[] {1, 2, 3});
        Files.write(folder.resolve("Solution.zip"), SampleDocuments.nothing());
        Files.write(folder.resolve("Unit converter.msapp"), SampleDocuments.nothing());
        crossing.prod.app(SampleDocuments.nothingOlder());
        Plan plan = migration().build().plan();
        assertThat(plan.step(CanvasApp.TYPE.key("Broken")).orElseThrow().action())
                .isEqualTo(Action.BLOCKED);
        assertThat(plan.step(CanvasApp.TYPE.key("Solution")).orElseThrow().action())
                .isEqualTo(Action.BLOCKED);
        assertThat(plan.toLongText()).contains("not a complete zip").contains("app package");
        assertThat(plan.step(CanvasApp.TYPE.key("Unit converter")).orElseThrow().action())
                .isEqualTo(Action.CREATE);
    }

    @Test
    void an_empty_folder_is_told_at_once() {
        assertThatThrownBy(() -> Documents.in(folder, workspace))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("holds no .msapp")
                .hasMessageContaining("Give the folder");
    }

    private String prodConnection(String connector) {
        return crossing.prod.connections().stream()
                .filter(each -> each.connectorName().equals(connector))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private MigrationBuilder migration() {
        return Migration.from(Documents.in(folder, workspace))
                .to(crossing.target)
                .install(PowerApps.plugin())
                .workspace(workspace)
                .journal(crossing.journal)
                .time(crossing.fake.time());
    }

    private Report run(MigrationBuilder builder) {
        Migration migration = builder.build();
        return migration.execute(migration
                .plan()
                .approve(Approval.by("ada@contoso.com", crossing.fake.clock().instant())));
    }
}
