package io.powermigrate.powerapps.connection;

import io.powermigrate.model.Document;
import io.powermigrate.model.Item;
import io.powermigrate.model.Reference;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.powerapps.gateway.Gateway;
import io.powermigrate.powerapps.shape.ConnectorName;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Connections out of the service's answers (wire/power-platform.md, section 5.2). */
final class ConnectionItems {

    private static final String FLOWS = "shared_logicflows";

    /** Roles that may share it on (wire/power-platform.md, section 5.4). */
    private static final Set<String> SHARES = Set.of("Owner", "CanEdit", "CanViewWithShare");

    private ConnectionItems() {}

    /** A flow surfaces as a connection of this connector too; it is listed as a flow. */
    static boolean isFlow(Document answer) {
        return connector(answer).wire().equals(FLOWS);
    }

    static Connection listed(Document answer) {
        ConnectorName connector = connector(answer);
        String id = answer.text("name").orElse("");
        String title = answer.text("properties", "displayName").orElse(id);
        Item item = Item.of(Connection.key(connector, title), id, title)
                .withContent(content(connector, answer.at("properties")));
        return Connection.TYPE.of(item.withReferences(references(connector, item)));
    }

    private static ConnectorName connector(Document answer) {
        return ConnectorName.of(answer.text("properties", "apiId")
                .or(() -> answer.text("id").map(id -> id.replaceFirst("(?i)/connections/.*$", "")))
                .orElse(""));
    }

    private static Set<Reference> references(ConnectorName connector, Item item) {
        Set<Reference> references = new HashSet<>(Connection.ofConnector(connector));
        item.content()
                .text("gateway")
                .map(id -> Reference.needs(ResourceKey.ofId(Gateway.TYPE.name(), id)))
                .ifPresent(references::add);
        return references;
    }

    private static Document content(ConnectorName connector, Document properties) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("connector", connector.wire());
        status(properties, content);
        Map<String, Document> all = PublicParameters.all(properties);
        content.put("parameters", PublicParameters.of(all));
        gateway(all, content);
        properties
                .text("connectionParametersSet", "name")
                .or(() -> Optional.ofNullable(all.get("authType")).flatMap(Document::text))
                .ifPresent(kind -> content.put("authentication", kind));
        properties
                .text("createdBy", "userPrincipalName")
                .or(() -> properties.text("createdBy", "email"))
                .or(() -> properties.text("createdBy", "displayName"))
                .ifPresent(who -> content.put("createdBy", who));
        properties.text("accountName").ifPresent(account -> content.put("account", account));
        content.put("usableBy", holders(properties, role -> true));
        content.put("sharableBy", holders(properties, SHARES::contains));
        return Document.of(content);
    }

    /** Each status has to be good; the words of the first that is not are kept, without the service's message. */
    private static void status(Document properties, Map<String, Object> content) {
        List<Document> statuses = properties.at("statuses").items();
        Optional<Document> bad = statuses.stream()
                .filter(each -> !each.text("status").orElse("").equalsIgnoreCase("Connected"))
                .findFirst();
        content.put(
                "status",
                bad.map(each -> each.text("status").orElse("Unknown"))
                        .orElse(statuses.isEmpty() ? "Unknown" : "Connected"));
        bad.flatMap(each -> each.text("error", "code")).ifPresent(code -> content.put("problem", code));
    }

    /** The exact form is not known (wire/power-platform.md, section 7): a text, or an object with the id. */
    private static void gateway(Map<String, Document> parameters, Map<String, Object> content) {
        Document gateway = parameters.getOrDefault("gateway", Document.missing());
        gateway.text()
                .or(() -> gateway.text("id"))
                .or(() -> gateway.text("name"))
                .filter(id -> !id.isBlank())
                .ifPresent(id -> content.put("gateway", ConnectorName.lastPart(id)));
        gateway.text("displayName")
                .or(() -> gateway.text("id").isPresent() ? gateway.text("name") : Optional.empty())
                .ifPresent(name -> content.put("gatewayName", name));
    }

    /** Ids of who made it and of who has one of some roles on it. */
    private static List<String> holders(Document properties, Predicate<String> roles) {
        TreeSet<String> users = new TreeSet<>();
        properties.text("createdBy", "id").ifPresent(users::add);
        properties.at("permissions").items().stream()
                .filter(each -> roles.test(each.text("properties", "roleName").orElse("")))
                .flatMap(each -> each.text("properties", "principal", "id").stream())
                .forEach(users::add);
        return List.copyOf(users);
    }
}
