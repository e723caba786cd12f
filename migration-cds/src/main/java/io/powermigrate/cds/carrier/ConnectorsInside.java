package io.powermigrate.cds.carrier;

import io.powermigrate.cds.solution.SolutionPackage;
import io.powermigrate.cds.solution.facts.CustomConnector;
import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Document;
import io.powermigrate.store.Workspace;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the custom connectors of a package call, and with what people sign in to them (wire/dataverse.md, sections 5 and 6.8). Their
 * secrets are in no package.
 *
 * @param connectors in the order of the package
 */
record ConnectorsInside(List<One> connectors) {

    private static final long LARGEST = 8L << 20;

    /** Copies the list. */
    ConnectorsInside {
        connectors = List.copyOf(connectors);
    }

    /**
     * A custom connector.
     *
     * @param host of the API; empty where its definition does not tell it
     * @param secret whether it signs in with a secret, which does not travel
     */
    record One(String title, String host, Secret secret) {
        @Override
        public String toString() {
            return Shown.record(this);
        }
    }

    /** Whether a connector signs in with a secret. */
    enum Secret {
        NEEDED,
        NONE,
        NOT_KNOWN
    }

    /** Read once for each package. */
    static ConnectorsInside of(Artifact zip, SolutionFacts facts, Workspace workspace) {
        List<CustomConnector> custom = facts.content().connectors();
        return custom.isEmpty()
                ? new ConnectorsInside(List.of())
                : workspace.derived(zip, ConnectorsInside.class, file -> {
                    SolutionPackage opened = SolutionPackage.open(file);
                    return new ConnectorsInside(
                            custom.stream().map(each -> one(each, opened)).toList());
                });
    }

    private static One one(CustomConnector connector, SolutionPackage opened) {
        Document definition = json(connector, "openapidefinition", opened).orElse(Document.missing());
        Secret secret = json(connector, "connectionparameters", opened)
                .map(ConnectorsInside::secret)
                .orElse(Secret.NOT_KNOWN);
        String title = connector.displayName().isBlank() ? connector.name() : connector.displayName();
        return new One(title, definition.text("host").orElseGet(() -> server(definition)), secret);
    }

    private static Secret secret(Document parameters) {
        return parameters.members().values().stream()
                        .flatMap(parameter -> parameter.text("type").stream())
                        .map(type -> type.toLowerCase(Locale.ROOT))
                        .anyMatch(type -> type.equals("oauthsetting") || type.equals("securestring"))
                ? Secret.NEEDED
                : Secret.NONE;
    }

    /** Definitions of version 3 tell an address. */
    private static String server(Document definition) {
        return definition.at("servers").items().stream()
                .flatMap(server -> server.text("url").stream())
                .findFirst()
                .orElse("");
    }

    /** Nothing where the connector has no such file; empty where it has one that is not there, too large or no JSON. */
    private static Optional<Document> json(CustomConnector connector, String kind, SolutionPackage opened) {
        Optional<String> path = connector.files().stream()
                .filter(file -> file.toLowerCase(Locale.ROOT).endsWith("_" + kind + ".json"))
                .findFirst();
        if (path.isEmpty()) {
            return Optional.of(Document.missing());
        }
        boolean small = opened.facts().files().stream()
                .filter(file -> path.map(each -> each.startsWith("/") ? each.substring(1) : each)
                        .filter(file.path()::equalsIgnoreCase)
                        .isPresent())
                .anyMatch(file -> file.bytes() <= LARGEST);
        if (!small) {
            return Optional.empty();
        }
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            opened.copy(path.orElseThrow(), bytes);
            return Optional.of(Document.parse(bytes.toString(StandardCharsets.UTF_8)));
        } catch (MigrationException damaged) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
