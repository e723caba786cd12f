package io.powermigrate.testkit.fake.internal.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A world made of real files: each .msapp of a folder as an app, and what all of them need, each thing once. Sorted by names, so
 * the file system's order shows nowhere. Immutable as long as nobody writes into the bytes.
 *
 * @param apps the apps, by file name
 * @param connections the connections, by id
 * @param flows the flows, by GUID
 * @param unread files that are no documents, each with the reason, by file name
 */
public record DocumentFolder(
        List<App> apps, List<ConnectionSeed> connections, List<FlowSeed> flows, SortedMap<String, String> unread) {
    /** Copies lists and map. */
    public DocumentFolder {
        apps = List.copyOf(apps);
        connections = List.copyOf(connections);
        flows = List.copyOf(flows);
        unread = Collections.unmodifiableSortedMap(new TreeMap<>(unread));
    }

    /**
     * One file.
     *
     * @param file its name
     * @param document what was read of it
     * @param msapp its bytes
     */
    public record App(String file, AppDocument document, byte[] msapp) {
        /** {@code ClassicCanvasApp}, or what the service calls custom pages and component libraries. */
        public String appType() {
            return switch (document.documentType()) {
                case "Page" -> "CustomCanvasPage";
                case "ComponentLibrary" -> "CanvasComponentLibrary";
                default -> "ClassicCanvasApp";
            };
        }
    }

    /**
     * Reads every .msapp of the folder, not of folders in it. One that is no document stops no other.
     *
     * @throws IOException if the folder cannot be read
     */
    public static DocumentFolder read(Path folder) throws IOException {
        List<App> apps = new ArrayList<>();
        SortedMap<String, String> unread = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.sorted(Comparator.comparing(DocumentFolder::name)).toList()) {
                if (name(file).toLowerCase(Locale.ROOT).endsWith(".msapp")) {
                    try {
                        byte[] bytes = Files.readAllBytes(file);
                        apps.add(new App(name(file), AppDocument.read(bytes), bytes));
                    } catch (IOException | RuntimeException why) {
                        unread.put(
                                name(file), name(file) + " was left out because it was not read: " + why.getMessage());
                    }
                }
            }
        }
        return of(apps, unread);
    }

    /** The world of these apps. */
    public static DocumentFolder of(List<App> apps) {
        return of(apps, new TreeMap<>());
    }

    private static DocumentFolder of(List<App> apps, SortedMap<String, String> unread) {
        Map<String, ConnectionSeed> connections = new TreeMap<>();
        Map<String, FlowSeed> flows = new TreeMap<>();
        for (App app : apps) {
            for (ConnectionUse use : app.document().connections()) {
                if (!use.flow() && !use.connectionName().isEmpty()) {
                    connections.putIfAbsent(id(use), seed(use, connections));
                }
            }
        }
        for (App app : apps) {
            for (FlowUse flow : app.document().flows()) {
                flows.merge(
                        flow.name(),
                        new FlowSeed(flow.name(), flow.displayName(), calls(app.document(), flow.name())),
                        (one, other) -> one.calls().size() >= other.calls().size() ? one : other);
            }
        }
        return new DocumentFolder(apps, List.copyOf(connections.values()), List.copyOf(flows.values()), unread);
    }

    private static ConnectionSeed seed(ConnectionUse use, Map<String, ConnectionSeed> others) {
        String name = use.connectionName();
        String digits = name.startsWith("shared-") && name.length() > 36 ? name.substring(name.length() - 36) : name;
        String title = use.displayName() + " " + digits.substring(0, Math.min(6, digits.length()));
        boolean taken = others.values().stream().anyMatch(c -> c.displayName().equals(title));
        return new ConnectionSeed(
                use.connectorName().toLowerCase(Locale.ROOT),
                use.displayName(),
                use.custom(),
                name,
                taken ? use.displayName() + " " + name : title,
                use.onPremises());
    }

    /** A flow's dependencies are references of the same document; each of them leads to a connection. */
    private static Map<String, String> calls(AppDocument document, String flow) {
        Map<String, String> calls = new TreeMap<>();
        for (ConnectionUse use : document.connections()) {
            if (use.workflowName().filter(flow::equals).isPresent()) {
                for (Map.Entry<String, JsonNode> needed :
                        use.raw().path("dependencies").properties()) {
                    document.connections().stream()
                            .filter(c -> c.key().equals(needed.getValue().asText()) && !c.flow())
                            .forEach(c -> calls.put(needed.getKey(), id(c)));
                }
            }
        }
        return calls;
    }

    private static String id(ConnectionUse use) {
        return use.connectorName().toLowerCase(Locale.ROOT) + "/connections/" + use.connectionName();
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
