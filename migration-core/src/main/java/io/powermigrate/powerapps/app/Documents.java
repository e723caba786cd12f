package io.powermigrate.powerapps.app;

import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Coverage;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Item;
import io.powermigrate.model.ResourceType;
import io.powermigrate.plan.Unread;
import io.powermigrate.powerapps.connection.Connection;
import io.powermigrate.powerapps.connector.CustomConnector;
import io.powermigrate.powerapps.flow.CloudFlow;
import io.powermigrate.spi.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Documents on this computer as a source of a migration: what Studio saved there, and exported app packages. Nobody needs
 * access to the origin.
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

    private Documents(Path folder, Workspace workspace) {
        this.folder = folder;
        this.workspace = workspace;
    }

    /**
     * Every {@code .msapp} and every app package ({@code .zip}) of a folder and the folders in it, each an app with its
     * facts, called by the path of its file. A file that cannot be used is an app whose step is blocked, with the reason.
     * Connections, custom connectors and flows are known as far as the documents name them.
     *
     * @param workspace where the documents are put; give the same one to the migration
     * @throws MigrationException when the folder cannot be read, or holds no such file
     */
    public static Inventory in(Path folder, Workspace workspace) {
        return new Documents(folder, workspace).inventory();
    }

    private Inventory inventory() {
        List<CanvasApp> apps = files().stream().map(this::app).toList();
        Map<String, Item> named = new LinkedHashMap<>();
        apps.stream()
                .flatMap(app -> AppNeeds.mentions(app).stream())
                .forEach(item -> named.putIfAbsent(item.key().type() + "/" + item.id(), Unread.mentioned(item)));
        var inventory = Inventory.of(
                        folder.toAbsolutePath().normalize().toUri().toString(), "This computer", Document.empty())
                .add(CanvasApp.TYPE, apps)
                .coverage(CanvasApp.TYPE.name(), Coverage.complete());
        for (ResourceType<?> type : NAMED) {
            inventory.coverage(
                    type.name(),
                    Coverage.visibleOnly(
                            "documents only name what they use",
                            "Read the origin itself, if more has to be known of it"));
        }
        return inventory.build().with(named.values(), NAMED);
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(Files::isRegularFile)
                    .filter(file -> isNamed(file, ".msapp") || isNamed(file, ".zip"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new MigrationException(
                        "No documents were read from " + folder + " because it holds no .msapp and no .zip",
                        "Give the folder that the apps were saved to");
            }
            return files;
        } catch (IOException e) {
            throw new MigrationException(
                    "The documents in " + folder + " were not read because " + e, "Give a folder that can be read", e);
        }
    }

    private static boolean isNamed(Path file, String ending) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    private CanvasApp app(Path file) {
        String id = folder.relativize(file).toString().replace('\\', '/');
        try (InputStream bytes = Files.newInputStream(file)) {
            return isNamed(file, ".zip")
                    ? packaged(id, workspace.put(id, CanvasApp.ZIP, bytes))
                    : saved(id, workspace.put(id, CanvasApp.ZIP, bytes, CanvasApp.LARGEST));
        } catch (MigrationException e) {
            return unusable(id, e);
        } catch (IOException e) {
            return unusable(id, new MigrationException("The file could not be read because " + e, "Check the file"));
        }
    }

    private static CanvasApp unusable(String id, MigrationException e) {
        String name = id.substring(id.lastIndexOf('/') + 1, id.lastIndexOf('.'));
        Item item = Item.of(CanvasApp.TYPE.key(name), id, name);
        return new CanvasApp(Unread.unreadable(item, e.problem(), e.remedy()));
    }

    private CanvasApp saved(String id, Artifact document) {
        Document facts = DocumentFacts.read(id, document, workspace);
        String title = facts.text("appName").filter(name -> !name.isBlank()).orElse(id);
        Document definition = Document.empty()
                .with("name", id)
                .with("appType", "ClassicCanvasApp")
                .with("properties", Map.of("displayName", title));
        return app(new AppJson(definition), facts, List.of(document));
    }

    private CanvasApp packaged(String id, Artifact zip) {
        AppPackage.Opened opened = AppPackage.open(zip, workspace);
        Document facts = DocumentFacts.read(id, opened.document(), workspace);
        Document definition = opened.definition().with("name", id);
        return app(new AppJson(definition), facts, List.of(opened.document(), zip));
    }

    private static CanvasApp app(AppJson definition, Document facts, List<Artifact> artifacts) {
        Item item = AppContent.item(definition);
        Document content = item.content().with(CanvasApp.DOCUMENT, facts).with("onThisComputer", true);
        return AppNeeds.linked(new CanvasApp(item.withContent(content).withArtifacts(new ArrayList<>(artifacts))));
    }
}
