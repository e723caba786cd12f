package io.powermigrate.cds.environment;

import io.powermigrate.cds.rows.RowKind;
import io.powermigrate.cds.rows.Rows;
import io.powermigrate.cds.solution.comparison.OrganizationGates;
import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.cds.webapi.DataverseException;
import io.powermigrate.cds.webapi.Key;
import io.powermigrate.cds.webapi.Parameters;
import io.powermigrate.cds.webapi.Query;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.model.Difference;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Item;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Match;
import io.powermigrate.model.ResourceType;
import io.powermigrate.spi.ResourceReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads what holds for the whole Dataverse of an environment. What it refuses to tell is left out. Thread-safe. */
public final class OrganizationReader implements ResourceReader<Organization> {

    private static final Map<String, String> DEPTHS =
            Map.of("canbebasic", "B", "canbelocal", "L", "canbedeep", "D", "canbeglobal", "G");

    /** A reader; it holds no state. */
    public OrganizationReader() {}

    @Override
    public ResourceType<Organization> type() {
        return Organization.TYPE;
    }

    @Override
    public Stream<Organization> list(Endpoint endpoint) {
        return Dataverse.exists(endpoint) ? Stream.of(read(endpoint)) : Stream.empty();
    }

    private static Organization read(Endpoint endpoint) {
        Rows rows = endpoint.client(Rows.KEY);
        Map<String, Object> content = new LinkedHashMap<>();
        told(rows, RowKind.VERSION).flatMap(row -> row.text("Version")).ifPresent(text -> content.put("version", text));
        told(rows, RowKind.LANGUAGES)
                .map(row -> row.texts("RetrieveProvisionedLanguages"))
                .filter(codes -> !codes.isEmpty())
                .ifPresent(codes -> content.put("languages", codes));
        told(rows, RowKind.SETTINGS).ifPresent(row -> settings(row, content));
        content.put("depths", depths(rows));
        content.put("ownPrivileges", ownPrivileges(endpoint, rows));
        content.put("controls", controls(rows));
        content.put("unmanagedApps", unmanagedApps(rows));
        String id = told(rows, RowKind.IDENTITY)
                .flatMap(row -> row.text("OrganizationId"))
                .orElse(endpoint.id());
        return new Organization(
                Item.of(Organization.TYPE.key("Dataverse"), id, "Dataverse").withContent(Document.of(content)));
    }

    private static void settings(Document row, Map<String, Object> content) {
        row.text("languagecode").ifPresent(code -> content.put("baseLanguage", code));
        content.put(
                "gates",
                OrganizationGates.of(
                        row.text("orgdborgsettings").orElse(""),
                        row.number(0, "maxuploadfilesize"),
                        row.text("blockedattachments").orElse("")));
    }

    private static Map<String, String> depths(Rows rows) {
        Map<String, String> depths = new TreeMap<>();
        for (Document row : rows.told(RowKind.PRIVILEGES)) {
            StringBuilder allowed = new StringBuilder();
            DEPTHS.forEach((flag, letter) -> allowed.append(row.flag(flag) ? letter : ""));
            row.text("name").ifPresent(name -> depths.put(name, allowed.toString()));
        }
        return depths;
    }

    /** The bound function that tells what the signed-in identity may do, whatever roles or teams give it. */
    private static List<String> ownPrivileges(Endpoint endpoint, Rows rows) {
        Optional<String> user = told(rows, RowKind.IDENTITY).flatMap(row -> row.text("UserId"));
        if (user.isEmpty()) {
            return List.of();
        }
        try {
            Query query =
                    Query.of("systemusers").key(Key.id(user.get())).call("RetrieveUserPrivileges", Parameters.none());
            return endpoint.client(Dataverse.KEY).get(query).at("RolePrivileges").items().stream()
                    .flatMap(privilege -> privilege.text("PrivilegeName").stream())
                    .distinct()
                    .sorted()
                    .toList();
        } catch (DataverseException notTold) {
            return List.of();
        }
    }

    private static Optional<Document> told(Rows rows, RowKind kind) {
        return rows.told(kind).stream().findFirst();
    }

    /** Versions of controls by their names. */
    private static Map<String, String> controls(Rows rows) {
        Map<String, String> controls = new TreeMap<>();
        rows.told(RowKind.CONTROLS).forEach(row -> row.text("name")
                .ifPresent(name -> controls.put(name, row.text("version").orElse(""))));
        return controls;
    }

    private static List<String> unmanagedApps(Rows rows) {
        return rows.told(RowKind.UNMANAGED_APPS).stream()
                .flatMap(row -> row.text("name").stream())
                .sorted()
                .toList();
    }

    @Override
    public Match<Organization> match(Organization source, Inventory destination, Mapping mapping) {
        return destination.all(type()).stream()
                .findFirst()
                .map(own -> Match.one(own, "each environment has its own"))
                .orElseGet(() -> Match.absent("the destination has no Dataverse"));
    }

    @Override
    public List<Difference> differences(Organization desired, Organization actual) {
        return List.of();
    }
}
