package io.powermigrate.powerapps.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.approval.Approval;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Document;
import io.powermigrate.model.Mapping;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.powerapps.Bind;
import io.powermigrate.powerapps.PowerApps;
import io.powermigrate.testkit.fake.FakeApp;
import io.powermigrate.testkit.msapp.SampleDocuments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages as people keep them, by the whole way: what they name is what their document names, however they were zipped. */
class PackagesOfPeopleTest extends FolderOfDocuments {

    private static final BinaryOperator<String> AS_IT_IS = (name, content) -> content;

    @Test
    void a_package_with_a_flow_and_a_custom_connector_arrives_with_those_of_the_destination() throws IOException {
        FakeApp orders = crossing.orders();
        FakeApp leave = crossing.leave();
        exported(orders, UnaryOperator.identity(), AS_IT_IS);
        exported(leave, UnaryOperator.identity(), AS_IT_IS);
        Migration migration = migration();
        Plan plan = migration.plan();

        assertThat(plan.recreate()).allMatch(item -> item.isSatisfied());
        migration
                .execute(plan.approve(
                        Approval.by("ada@contoso.com", crossing.fake.clock().instant())))
                .orThrow();

        assertThat(crossing.prod.apps()).hasSize(2);
        assertThat(migration.plan().changes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Export 1/", "\\", "Export 1\\"})
    void a_package_that_was_zipped_again_is_read_and_imported_as_the_service_wrote_it(String names) throws IOException {
        FakeApp origin = crossing.dev.app(SampleDocuments.nothing());
        String folder = names.substring(0, names.length() - 1);
        String separator = names.substring(names.length() - 1);
        exported(origin, name -> ((folder.isEmpty() ? "" : folder + "/") + name).replace("/", separator), AS_IT_IS);
        Migration migration = migration();
        Plan plan = migration.plan();
        migration
                .execute(plan.approve(
                        Approval.by("ada@contoso.com", crossing.fake.clock().instant())))
                .orThrow();

        assertThat(crossing.arrived("Unit converter")).hasSize(1);
    }

    @Test
    void an_app_that_a_list_of_sharepoint_embeds_is_made_by_hand_though_its_document_does_not_say_so()
            throws IOException {
        FakeApp origin = crossing.dev.app(SampleDocuments.nothing());
        exported(
                origin,
                UnaryOperator.identity(),
                (name, content) -> name.startsWith("Microsoft.PowerApps/apps/")
                        ? content.replace(
                                "\"properties\":{",
                                "\"properties\":{\"embeddedApp\":{\"siteId\":\"https://contoso.sharepoint.com/sites/hr\",\"listId\":\"1\",\"type\":\"SharepointFormApp\"},")
                        : content);

        Plan plan = migration().plan();

        assertThat(plan.step(CanvasApp.TYPE.key("Unit converter"))).hasValueSatisfying(step -> {
            assertThat(step.action()).isEqualTo(Action.BY_HAND);
            assertThat(step.findings()).anyMatch(finding -> finding.rule().equals("APP-009"));
        });
    }

    private Migration migration() {
        return Migration.from(Documents.in(folder, workspace))
                .to(crossing.target)
                .install(PowerApps.plugin())
                .workspace(workspace)
                .journal(crossing.journal)
                .mapping(Mapping.of(Bind.flow("ApproveLeave", "Approve leave")))
                .time(crossing.fake.time())
                .build();
    }

    /** An export, zipped again under other names and with another content of its JSON. */
    private void exported(FakeApp app, UnaryOperator<String> name, BinaryOperator<String> json) throws IOException {
        PackageClient packages = PackageClient.of(crossing.source);
        Document job = packages.export(
                app.id(), app.displayName(), packages.list(app.id()).resources());
        Artifact artifact = packages.download(job, "export.zip", workspace);
        Path file = folder.resolve(app.id() + ".zip");
        try (ZipFile from = new ZipFile(workspace.file(artifact).toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                byte[] content = from.getInputStream(entry).readAllBytes();
                to.putNextEntry(new ZipEntry(name.apply(entry.getName())));
                to.write(
                        entry.getName().endsWith(".json")
                                ? json.apply(entry.getName(), new String(content, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
            }
        }
    }
}
