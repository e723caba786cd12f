package io.powermigrate.powerapps.app;

import io.powermigrate.canvas.Limits;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.files.OwnerOnly;
import io.powermigrate.internal.zip.ArchiveEntry;
import io.powermigrate.internal.zip.ArchiveWriter;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Document;
import io.powermigrate.store.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes app packages that carry a given document: in a genuine package, or around a pair. */
final class AppPackage {

    private static final String MANIFEST = "manifest.json";
    private static final String APPS = "Microsoft.PowerApps/apps/";

    private AppPackage() {}

    /** Writes entries into a new package; the manifest goes last. */
    @FunctionalInterface
    private interface Content {
        void into(ArchiveWriter zip) throws IOException;
    }

    /** The same package with another document in the place of its own; names, manifest and all else stay as minted. */
    static Artifact withDocument(Artifact genuine, Artifact document, Workspace workspace) {
        try (PackageZip from = PackageZip.open(workspace.file(genuine))) {
            String place = documentEntry(from);
            return written(genuine.name(), workspace, zip -> {
                for (ArchiveEntry line : from.entries()) {
                    if (!line.name().equals(place) && !line.name().equals(MANIFEST)) {
                        from.copy(line, zip);
                    }
                }
                add(zip, place, document, workspace);
                from.copy(from.find(MANIFEST).orElseThrow(() -> PackageZip.refused("it has no " + MANIFEST)), zip);
            });
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * The package as the service writes it, also where a person has zipped it again: without a folder above it, with slashes
     * in its names.
     *
     * @throws MigrationException when it is another kind of zip
     */
    static Artifact asExported(Artifact zipped, Workspace workspace) {
        Path file = workspace.file(zipped);
        ZipKind kind = new ZipKind(PackageZip.names(file));
        kind.requireAppPackage();
        if (!kind.isZippedAgain()) {
            return zipped;
        }
        try (PackageZip from = PackageZip.zippedAgain(file)) {
            return written(zipped.name(), workspace, zip -> {
                for (ArchiveEntry entry : from.entries()) {
                    Optional<String> name = kind.asExported(entry.name());
                    if (name.isPresent()) {
                        from.copyAs(name.get(), entry, zip);
                    }
                }
            });
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * A package as it lies there.
     *
     * @param definition the app's definition: {@code type}, {@code tags}, {@code properties}
     * @param document its document, in the workspace
     */
    record Opened(Document definition, Artifact document) {}

    /**
     * What a package holds.
     *
     * @throws MigrationException when it is damaged, or another kind of zip; says which
     */
    static Opened open(Artifact genuine, Workspace workspace, Limits limits) {
        Path file = workspace.file(genuine);
        new ZipKind(PackageZip.names(file)).requireAppPackage();
        try (PackageZip zip = PackageZip.open(file)) {
            ArchiveEntry document = zip.find(documentEntry(zip)).orElseThrow();
            Document definition = zip.json(definitionEntry(zip));
            return new Opened(
                    definition
                            .at("appDefinitionTemplate")
                            .with("appType", definition.text("appType").orElse("ClassicCanvasApp")),
                    zip.takenOut(document, genuine.name() + ".msapp", workspace, limits));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** The id in the source of what the keys of a package's manifest stand for; its own document is the one that tells. */
    static Map<String, String> origins(Artifact genuine, Workspace workspace, Limits limits) {
        Opened opened = open(genuine, workspace, limits);
        Document facts = DocumentFacts.read(genuine.name(), opened.document(), workspace, limits);
        try (PackageZip zip = PackageZip.open(workspace.file(genuine))) {
            return PackageKeys.of(opened.definition(), facts)
                    .origins(zip.json(MANIFEST).at("resources"));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** The pair that an export has minted. */
    static PackagePair pair(Artifact genuine, Workspace workspace) {
        try (PackageZip zip = PackageZip.open(workspace.file(genuine))) {
            String key = zip.json(MANIFEST).at("resources").members().entrySet().stream()
                    .filter(entry -> entry.getValue()
                            .text("type")
                            .filter("Microsoft.PowerApps/apps"::equalsIgnoreCase)
                            .isPresent())
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow(() -> PackageZip.refused("its manifest names no app"));
            return new PackagePair(key, folder(zip));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static String folder(PackageZip zip) {
        return zip.entries().stream()
                .map(line -> line.name().split("/"))
                .filter(parts -> parts.length == 4
                        && (parts[0] + "/" + parts[1] + "/").equalsIgnoreCase(APPS)
                        && parts[3].equals(parts[2] + ".json"))
                .map(parts -> parts[2])
                .findFirst()
                .orElseThrow(() -> PackageZip.refused("it has no folder of an app"));
    }

    private static String definitionEntry(PackageZip zip) {
        String folder = folder(zip);
        return APPS + folder + "/" + folder + ".json";
    }

    /** The definition names the entry, relative to the folder of all apps. */
    private static String documentEntry(PackageZip zip) throws IOException {
        String address = zip.json(definitionEntry(zip))
                .text("appDefinitionTemplate", "properties", "appUris", "documentUri", "value")
                .orElseThrow(() -> PackageZip.refused("its definition names no document"));
        String name = APPS + (address.startsWith("/") ? address.substring(1) : address);
        return zip.find(name)
                .map(ArchiveEntry::name)
                .orElseThrow(
                        () -> PackageZip.refused("its definition names the document " + name + ", which it lacks"));
    }

    /** The smallest package that imports (wire/canvas-app-import.md, section 3); it holds no connection resource. */
    static Artifact around(PackagePair pair, CanvasApp app, Artifact document, Workspace workspace) {
        String folder = APPS + pair.folder() + "/";
        String stem = "N" + UUID.nameUUIDFromBytes(document.sha256().getBytes(StandardCharsets.UTF_8)) + "-";
        return written(app.id() + ".zip", workspace, zip -> {
            add(zip, folder + pair.folder() + ".json", definition(pair, app, stem));
            add(zip, folder + stem + "document.msapp", document, workspace);
            add(zip, folder + stem + "identity.json", Map.of("__Version", "0.1"));
            add(zip, MANIFEST, manifest(pair, app));
        });
    }

    private static Map<String, Object> definition(PackagePair pair, CanvasApp app, String stem) {
        Document content = app.content();
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("appVersion", "0001-01-01T00:00:00Z");
        properties.put("lifeCycleId", "Published");
        properties.put("createdByClientVersion", ClientVersion.of(content, "createdByClientVersion"));
        properties.put("minClientVersion", ClientVersion.of(content, "minClientVersion"));
        properties.put("displayName", app.displayName());
        properties.put("description", content.text("description").orElse(""));
        content.text("backgroundColor").ifPresent(color -> properties.put("backgroundColor", color));
        properties.put(
                "appUris",
                Map.of(
                        "documentUri", Map.of("value", "/" + pair.folder() + "/" + stem + "document.msapp"),
                        "imageUris", List.of(),
                        "additionalUris", List.of()));
        properties.put("connectionReferences", Map.of());
        Document databases = content.at("databaseReferences");
        properties.put("databaseReferences", databases.isObject() ? databases : Map.of());
        properties.put("almMode", "Environment");
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("id", PackageClient.appId(""));
        template.put("type", "Microsoft.PowerApps/apps");
        template.put("tags", content.at("tags").isObject() ? content.at("tags") : Map.of());
        template.put("properties", properties);
        template.put("appType", "ClassicCanvasApp");
        return Map.of("schemaVersion", "1.0", "appDefinitionTemplate", template);
    }

    private static Map<String, Object> manifest(PackagePair pair, CanvasApp app) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("type", "Microsoft.PowerApps/apps");
        resource.put("suggestedCreationType", "New");
        resource.put("creationType", "New, Update");
        resource.put("details", Map.of("displayName", app.displayName()));
        resource.put("configurableBy", "User");
        resource.put("dependsOn", new ArrayList<>());
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("schema", "1.0");
        manifest.put(
                "details",
                Map.of(
                        "displayName", app.displayName(),
                        "description", "",
                        "creator", "N/A",
                        "sourceEnvironment", ""));
        manifest.put("resources", Map.of(pair.key(), resource));
        return manifest;
    }

    private static void add(ArchiveWriter zip, String name, Map<String, Object> json) throws IOException {
        byte[] bytes = Document.of(json).canonical().getBytes(StandardCharsets.UTF_8);
        zip.add(name, content -> content.write(bytes));
    }

    private static void add(ArchiveWriter zip, String name, Artifact document, Workspace workspace) throws IOException {
        try (InputStream bytes = workspace.open(document)) {
            zip.add(name, bytes::transferTo);
        }
    }

    private static Artifact written(String name, Workspace workspace, Content content) {
        try {
            Path file = OwnerOnly.newFile(workspace.folder(), "package-", ".part");
            try {
                try (FileChannel target =
                        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                    ArchiveWriter zip = ArchiveWriter.to(target);
                    content.into(zip);
                    zip.finish();
                }
                try (InputStream bytes = Files.newInputStream(file)) {
                    return workspace.put(name, "application/zip", bytes);
                }
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static MigrationException failed(IOException e) {
        return new MigrationException(
                "An app package was not written because " + e, "Make room in the workspace, then run again", e);
    }
}
