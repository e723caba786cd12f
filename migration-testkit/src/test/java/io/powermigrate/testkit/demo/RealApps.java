package io.powermigrate.testkit.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.powermigrate.testkit.fake.FakeApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** What {@code facts.json} says of each real document, as far as a migration depends on it. */
final class RealApps {

    /** A custom connector's name ends in the hash of its environment. */
    private static final Pattern CUSTOM = Pattern.compile("-5f[0-9a-f]{16}$");

    private final Map<String, RealApp> byDigest = new TreeMap<>();
    /** Found by digest once; the documents of the source do not change. */
    private final Map<String, RealApp> byId = new HashMap<>();

    /** One document: what it is called, whether it is a custom page or the form of a list, and what it needs, by type and id. */
    record RealApp(
            String file,
            String name,
            boolean isPage,
            boolean isForm,
            boolean usesDataverse,
            Set<String> connections,
            Set<String> connectors,
            Set<String> flows) {

        boolean needsNothing() {
            return connections.isEmpty() && connectors.isEmpty() && flows.isEmpty();
        }

        /** Everything it waits for, as type and id. */
        Set<String> needs() {
            Set<String> needs = new TreeSet<>();
            connections.forEach(id -> needs.add("connection " + id));
            connectors.forEach(id -> needs.add("custom-connector " + id));
            flows.forEach(id -> needs.add("cloud-flow " + id));
            return needs;
        }
    }

    /** The folder of real documents; the test is skipped where it is absent. */
    static Path folder() {
        Path folder = Path.of(System.getProperty("powermigrate.shared", "shared"), "fixtures", "msapp");
        Assumptions.assumeTrue(Files.isDirectory(folder), "skipped: " + folder + " is absent");
        return folder;
    }

    static RealApps read() throws IOException {
        JsonNode files = new ObjectMapper()
                .readTree(folder().resolve("facts.json").toFile())
                .get("files");
        RealApps apps = new RealApps();
        files.properties()
                .forEach(entry -> apps.byDigest.put(
                        entry.getValue().get("sha256").asText(), app(entry.getKey(), entry.getValue())));
        return apps;
    }

    /** One more that is none of the real ones. */
    void add(byte[] document, RealApp app) {
        byDigest.put(digest(document), app);
    }

    List<RealApp> all() {
        return List.copyOf(byDigest.values());
    }

    RealApp of(FakeApp app) {
        return byId.computeIfAbsent(app.id(), id -> found(app));
    }

    private RealApp found(FakeApp app) {
        RealApp found = byDigest.get(digest(app.published().document()));
        if (found == null) {
            throw new AssertionError(app + " is no known document");
        }
        return found;
    }

    private static String digest(byte[] document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static RealApp app(String file, JsonNode facts) {
        Set<String> connections = new TreeSet<>();
        Set<String> connectors = new TreeSet<>();
        Set<String> flows = new TreeSet<>();
        for (JsonNode reference : facts.get("connectionReferences")) {
            String api = last(reference.get("apiId").asText());
            if (api.equals("shared_logicflows")) {
                flows.add(reference.get("workflowName").asText());
            } else {
                connections.add(last(reference.get("connectionInstanceId").asText()));
                if (CUSTOM.matcher(api).find()) {
                    connectors.add(api);
                }
            }
        }
        for (JsonNode source : facts.get("dataSources")) {
            List.of("addinConnectorId", "flowNameId").stream()
                    .filter(source::hasNonNull)
                    .forEach(field -> flows.add(source.get(field).asText()));
        }
        return new RealApp(
                file,
                facts.get("publishInfo").get("AppName").asText(),
                property(facts, "DocumentType").equals("Page"),
                property(facts, "AppCreationSource").equals("FormFromSharepoint"),
                tables(facts),
                connections,
                connectors,
                flows);
    }

    private static String property(JsonNode facts, String name) {
        return facts.get("properties").path(name).asText();
    }

    /** A reference to the database alone is no data source. */
    private static boolean tables(JsonNode facts) {
        for (JsonNode reference : facts.get("databaseReferences")) {
            if (!reference.get("dataSources").isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
