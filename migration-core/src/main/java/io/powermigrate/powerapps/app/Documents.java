package io.powermigrate.powerapps.app;

import io.powermigrate.canvas.Limits;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Coverage;
import io.powermigrate.model.Depth;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Item;
import io.powermigrate.model.ResourceType;
import io.powermigrate.powerapps.connection.Connection;
import io.powermigrate.powerapps.connector.CustomConnector;
import io.powermigrate.powerapps.flow.CloudFlow;
import io.powermigrate.store.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Documents on this computer as a source of a migration: what Studio saved there, and exported app packages. Nobody needs
 * access to the source. A file that is neither says what it is and what can be done with it.
 *
 * <pre>{@code
 * Workspace workspace = Workspace.at(Path.of("work"));
 * Migration.from(Documents.in(Path.of("apps"), workspace)).to(target).workspace(workspace)…
 * }</pre>
 */
public final class Documents {

    private static final List<ResourceType<?>> NAMED = List.of(CloudFlow.TYPE, Connection.TYPE, CustomConnector.TYPE);

    private final Path folder;
    private final Workspace workspace;
    private final Limits limits;

    private Documents(Path folder, Workspace workspace, Limits limits) {
        this.folder = folder;
        this.workspace = workspace;
        this.limits = limits;
    }

    /**
     * Every {@code .msapp} and every app package ({@code .zip}) of a folder and the folders in it, each an app with its
     * facts, called by the path of its file. A file or folder that cannot be used is an app whose step is blocked, with the
     * reason; the others are read. Connections, custom connectors and flows are known as far as the documents name them.
     *
     * @param workspace where the documents are put; give the same one to the migration
     * @throws MigrationException when the folder cannot be read, or holds no such file
     */
    public static Inventory in(Path folder, Workspace workspace) {
        return in(folder, workspace, Limits.defaults());
    }

    /**
     * As {@link #in(Path, Workspace)}, for documents that are larger than the defaults allow.
     *
     * @param limits what a document may cost to read; give the same ones to {@code PowerApps.plugin}
     */
    public static Inventory in(Path folder, Workspace workspace, Limits limits) {
        return new Documents(folder, workspace, limits).inventory();
    }

    private Inventory inventory() {
        FolderFiles files = FolderFiles.in(folder);
        List<CanvasApp> apps = new ArrayList<>();
        files.files().forEach(file -> apps.add(app(file)));
        files.unread().forEach((path, why) -> apps.add(unusable(id(path), why)));
        Map<String, Item> named = new LinkedHashMap<>();
        apps.stream()
                .filter(CanvasApp::isClassic)
                .flatMap(app -> AppNeeds.mentions(app).stream())
                .forEach(item -> named.putIfAbsent(item.key().type() + "/" + item.id(), Depth.mentioned(item)));
        var inventory = Inventory.of(
                        folder.toAbsolutePath().normalize().toUri().toString(), "This computer", Document.empty())
                .add(CanvasApp.TYPE, apps)
                .coverage(CanvasApp.TYPE.name(), Coverage.complete());
        for (ResourceType<?> type : NAMED) {
            inventory.coverage(
                    type.name(),
                    Coverage.visibleOnly(
                            "documents only name what they use",
                            "Read the source itself, if more has to be known of it"));
        }
        return inventory.build().with(named.values(), NAMED);
    }

    private String id(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** No file takes the others with it, whatever is wrong with it. */
    private CanvasApp app(Path file) {
        String id = id(file);
        try (InputStream bytes = Files.newInputStream(file)) {
            return FolderFiles.isPackage(file)
                    ? packaged(id, workspace.put(id, CanvasApp.ZIP, bytes))
                    : saved(id, DocumentFacts.kept(id, bytes, workspace, limits));
        } catch (MigrationException e) {
            return unusable(id, e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return unusable(id, FolderFiles.unread(e));
        }
    }

    private static CanvasApp unusable(String id, MigrationException e) {
        String file = id.substring(id.lastIndexOf('/') + 1);
        String name = file.lastIndexOf('.') > 0 ? file.substring(0, file.lastIndexOf('.')) : file;
        Item item = Item.of(CanvasApp.TYPE.key(name), id, name);
        return new CanvasApp(Depth.unreadable(item, e.problem(), e.remedy()));
    }

    private CanvasApp saved(String id, Artifact document) {
        Document facts = DocumentFacts.read(id, document, workspace, limits);
        String title = facts.text("appName").filter(name -> !name.isBlank()).orElse(id);
        Document definition = Document.empty()
                .with("name", id)
                .with("appType", appType(facts))
                .with("properties", Map.of("displayName", title));
        return app(new AppJson(definition), facts, List.of(document));
    }

    /** As the service calls what a document is (wire/msapp.md, section 2.2). */
    private static String appType(Document facts) {
        return switch (facts.text("documentType").orElse("App")) {
            case "ComponentLibrary" -> "CanvasComponentLibrary";
            case "Page" -> "CustomCanvasPage";
            default -> "ClassicCanvasApp";
        };
    }

    private CanvasApp packaged(String id, Artifact zipped) {
        Artifact zip = AppPackage.asExported(zipped, workspace);
        AppPackage.Opened opened = AppPackage.open(zip, workspace, limits);
        Document facts = DocumentFacts.read(id, opened.document(), workspace, limits);
        Document properties = opened.definition().at("properties");
        Document references = PackageKeys.of(opened.definition(), facts).resolved();
        Document definition = opened.definition()
                .with("name", id)
                .with(
                        "properties",
                        references.isObject() ? properties.with("connectionReferences", references) : properties);
        return app(new AppJson(definition), facts, List.of(opened.document(), zip));
    }

    /** What is no app is not made, so nobody needs what it names. */
    private static CanvasApp app(AppJson definition, Document facts, List<Artifact> artifacts) {
        Item item = AppContent.item(definition);
        Document content = item.content().with(CanvasApp.DOCUMENT, facts).with("onThisComputer", true);
        CanvasApp app = new CanvasApp(item.withContent(content).withArtifacts(new ArrayList<>(artifacts)));
        return app.isClassic() ? AppNeeds.linked(app) : app;
    }

    /** In one line: the folder. */
    @Override
    public String toString() {
        return Shown.message("Documents in " + folder);
    }
}
