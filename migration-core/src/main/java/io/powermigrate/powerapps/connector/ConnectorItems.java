package io.powermigrate.powerapps.connector;

import io.powermigrate.model.Document;
import io.powermigrate.model.Item;
import io.powermigrate.powerapps.shape.ConnectorName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Custom connectors out of the service's answers (wire/power-platform.md, section 6). */
final class ConnectorItems {

    private ConnectorItems() {}

    /** Only a custom one, should the service ever leave its filter out of account. */
    static boolean isCustom(Document answer) {
        return answer.text("properties", "isCustomApi").isEmpty() || answer.flag("properties", "isCustomApi");
    }

    static CustomConnector listed(Document answer) {
        ConnectorName name = ConnectorName.of(answer.text("name").orElse(""));
        String title = answer.text("properties", "displayName").orElseGet(name::everywhere);
        return CustomConnector.TYPE.of(
                Item.of(CustomConnector.key(name), name.wire(), title).withContent(content(answer)));
    }

    /** With the host that its maker wrote, as the original document or the service address tells it. */
    static CustomConnector withBackend(CustomConnector listed, Document openApi) {
        Optional<String> host = openApi.text("host").or(() -> openApi.at("servers").items().stream()
                .findFirst()
                .flatMap(server -> server.text("url"))
                .map(ConnectorItems::host));
        return host.map(known -> CustomConnector.TYPE.of(
                        listed.item().withContent(listed.content().with("backend", known))))
                .orElse(listed);
    }

    private static Document content(Document answer) {
        Document properties = answer.at("properties");
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("name", answer.text("name").orElse("").toLowerCase(Locale.ROOT));
        content.put("authentication", authentication(properties));
        content.put(
                "almMode",
                properties
                        .text("metadata", "almMode")
                        .or(() -> properties.text("almMode"))
                        .orElse("Environment"));
        content.put("capabilities", properties.texts("capabilities"));
        backendService(properties).ifPresent(host -> content.put("backend", host));
        return Document.of(content);
    }

    /** The runtime's address in {@code swagger.host} is not the backend; this is, where the service gives it. */
    private static Optional<String> backendService(Document properties) {
        return properties
                .text("backendService", "serviceUrl")
                .or(() -> properties.text("metadata", "serviceUrl"))
                .map(ConnectorItems::host)
                .filter(host -> !host.isBlank());
    }

    private static List<String> authentication(Document properties) {
        TreeSet<String> kinds = new TreeSet<>();
        properties.at("connectionParameters").members().values().forEach(parameter -> kind(parameter, kinds));
        properties.at("connectionParameterSets").at("values").items().stream()
                .flatMap(set -> set.text("name").stream())
                .forEach(kinds::add);
        return List.copyOf(kinds);
    }

    private static void kind(Document parameter, TreeSet<String> kinds) {
        String type = parameter.text("type").orElse("");
        if (type.equalsIgnoreCase("oauthSetting")) {
            kinds.add("oauth "
                    + parameter.text("oAuthSettings", "identityProvider").orElse("of an unknown provider"));
        } else if (type.equalsIgnoreCase("securestring")) {
            kinds.add("a key or password");
        } else if (type.equalsIgnoreCase("gatewaySetting")) {
            kinds.add("gateway");
        }
    }

    private static String host(String address) {
        String rest = address.replaceFirst("^[a-zA-Z][a-zA-Z0-9+.-]*://", "");
        return rest.split("[/?#]", 2)[0].replaceFirst("^.*@", "");
    }
}
