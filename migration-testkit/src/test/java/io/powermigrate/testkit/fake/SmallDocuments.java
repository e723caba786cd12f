package io.powermigrate.testkit.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.document.Archive;
import io.powermigrate.testkit.fake.internal.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The smallest documents that say what an app is called and needs. */
final class SmallDocuments {
    static final Instant SAVED = Instant.parse("2026-01-02T03:04:06Z");
    static final String FLOW = "0126fc79-8a37-44e0-8f6e-d5ab629ebb1b";

    private SmallDocuments() {}

    /** A document with one reference for each connector; {@code shared_logicflows} is bound to {@link #FLOW}. */
    static byte[] named(String name, String... connectors) {
        ObjectNode references = Json.object();
        for (int i = 0; i < connectors.length; i++) {
            String key = String.format(Locale.ROOT, "%08d-0000-4000-8000-000000000000", i + 1);
            ObjectNode reference = references.putObject(key).put("id", key);
            String id = "/providers/microsoft.powerapps/apis/" + connectors[i];
            reference.put("connectionInstanceId", id + "/connections/c" + i);
            reference.putArray("dataSources").add("Source" + i);
            ObjectNode connector = reference.putObject("connectionRef").put("id", id);
            connector.put("displayName", connectors[i]).put("iconUri", "https://icons.test/" + connectors[i]);
            if (connectors[i].equals("shared_logicflows")) {
                connector.putObject("parameterHints").putObject("workflowName").put("value", FLOW);
            }
        }
        ObjectNode properties = Json.object().put("Id", name + "-id").put("DocumentType", "App");
        properties.put("LocalConnectionReferences", references.toString());
        properties.put("LocalDatabaseReferences", "{}").put("ErrorCount", 0);
        return new Archive(List.of(
                        entry("Header.json", "{\"DocVersion\":\"1.326\",\"LastSavedDateTimeUTC\":\"x\"}"),
                        entry("Properties.json", properties.toString()),
                        entry("Resources\\PublishInfo.json", "{\"AppName\":\"" + name + "\"}")))
                .write(SAVED);
    }

    static Archive.Entry entry(String name, String text) {
        return new Archive.Entry(name, text.getBytes(UTF_8));
    }

    /** The zip with one entry's text changed. */
    static byte[] edited(byte[] zip, String path, String from, String to) {
        List<Archive.Entry> entries = new ArrayList<>();
        for (Archive.Entry entry : read(zip).entries()) {
            boolean wanted = entry.name().equals(path);
            entries.add(wanted ? entry(path, new String(entry.bytes(), UTF_8).replace(from, to)) : entry);
        }
        return new Archive(entries).write(SAVED);
    }

    /** The zip without the entries whose name ends so. */
    static byte[] without(byte[] zip, String end) {
        List<Archive.Entry> entries = new ArrayList<>(read(zip).entries());
        entries.removeIf(e -> e.name().endsWith(end));
        return new Archive(entries).write(SAVED);
    }

    /** The zip under another folder number, everywhere. */
    static byte[] moved(byte[] zip, String from, String to) {
        List<Archive.Entry> entries = new ArrayList<>();
        for (Archive.Entry entry : read(zip).entries()) {
            String name = entry.name().replace(from, to);
            entries.add(
                    name.endsWith(".json")
                            ? entry(name, new String(entry.bytes(), UTF_8).replace(from, to))
                            : new Archive.Entry(name, entry.bytes()));
        }
        return new Archive(entries).write(SAVED);
    }

    /** The zip with another document. */
    static byte[] carrying(byte[] zip, byte[] document) {
        List<Archive.Entry> entries = new ArrayList<>();
        for (Archive.Entry entry : read(zip).entries()) {
            boolean wanted = entry.name().endsWith("document.msapp");
            entries.add(wanted ? new Archive.Entry(entry.name(), document) : entry);
        }
        return new Archive(entries).write(SAVED);
    }

    private static Archive read(byte[] zip) {
        try {
            return Archive.read(zip);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
