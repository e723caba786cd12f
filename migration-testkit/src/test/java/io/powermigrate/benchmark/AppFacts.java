package io.powermigrate.benchmark;

import io.powermigrate.model.Document;
import io.powermigrate.powerapps.shape.ConnectorName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a reader finds out about an app of an {@link Estate}. */
final class AppFacts {

    private final Estate estate;
    private final int i;
    private final List<Integer> used;

    AppFacts(Estate estate, int i, List<Integer> used) {
        this.estate = estate;
        this.i = i;
        this.used = used;
    }

    Document content() {
        return Document.of(Map.of(
                "appType",
                "ClassicCanvasApp",
                "ownerId",
                estate.id(0),
                "tags",
                Map.of("primaryFormFactor", "Tablet", "hasComponent", "false"),
                "usesPremiumApi",
                i % 3 == 0,
                "sharedWithOthers",
                i % 5 == 0,
                "unpublishedDraft",
                false,
                "package",
                Map.of("exportable", true),
                "connectionReferences",
                Map.of(reference(0), definition(used.get(0)), reference(1), definition(used.get(1))),
                "document",
                document()));
    }

    private Map<String, Object> document() {
        String form = "form " + i + estate.isStale(i);
        return Map.ofEntries(
                Map.entry("normalForm", UUID.nameUUIDFromBytes(form.getBytes(StandardCharsets.UTF_8)) + "0".repeat(28)),
                Map.entry("documentType", "App"),
                Map.entry("appName", "App " + i),
                Map.entry("generation", "MODERN"),
                Map.entry(
                        "connectionReferences",
                        used.stream().map(this::reference).toList()),
                Map.entry("dataSources", used.stream().map(this::source).toList()),
                Map.entry("flows", List.of(estate.id(Estate.flowNear(i)))),
                Map.entry("tables", List.of()),
                Map.entry("studioErrors", 0),
                Map.entry("compile", compile()));
    }

    private String reference(int which) {
        return UUID.nameUUIDFromBytes(("reference " + i + " " + which).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private Map<String, Object> definition(int connection) {
        return Map.of(
                "id", "/providers/microsoft.powerapps/apis/" + estate.connectorOf(connection),
                "displayName", "Service " + connection,
                "dataSources", List.of("Source" + connection));
    }

    private Map<String, Object> reference(Integer connection) {
        return Map.of(
                "key", reference(used.indexOf(connection)),
                "connector", estate.connectorOf(connection),
                "displayName", "Service " + connection,
                "connection", estate.id(connection),
                "custom", ConnectorName.of(estate.connectorOf(connection)).isCustom(),
                "onPremise", false,
                "shared", false,
                "dataSources", List.of("Source" + connection));
    }

    private Map<String, Object> source(Integer connection) {
        return Map.of(
                "name", "Source" + connection, "type", "ServiceInfo", "connector", estate.connectorOf(connection));
    }

    private Map<String, Object> compile() {
        return Map.of(
                "needs", used.stream().map(this::need).toList(),
                "uses", used.stream().map(this::use).toList(),
                "literals", List.of(),
                "media", List.of());
    }

    private Map<String, Object> need(Integer connection) {
        return Map.of(
                "kind", "CONNECTION",
                "name", estate.id(connection),
                "within", estate.connectorOf(connection),
                "title", "Service " + connection,
                "dataSources", List.of("Source" + connection),
                "members", Map.of());
    }

    private Map<String, Object> use(Integer connection) {
        return Map.of(
                "name",
                "Source" + connection,
                "sure",
                true,
                "brokenBefore",
                false,
                "place",
                Map.of(
                        "artifact",
                        "Controls/4.json",
                        "path",
                        "",
                        "words",
                        "Screen1 / Button1 / OnSelect",
                        "excerpt",
                        "Source" + connection + ".GetRows()",
                        "offset",
                        12,
                        "length",
                        8));
    }
}
