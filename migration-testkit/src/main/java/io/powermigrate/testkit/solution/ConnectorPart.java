package io.powermigrate.testkit.solution;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A custom connector of a package (docs/wire/dataverse.md, section 6.8).
 *
 * @param host of the API that it calls
 * @param signsIn whether people sign in to it with OAuth; its client secret is never in a package
 */
record ConnectorPart(String name, String displayName, String host, boolean signsIn) {

    String id() {
        return Ids.of("connector", name);
    }

    private String file(String kind) {
        return "Connector/" + name + "_" + kind + ".json";
    }

    Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                file("openapidefinition"),
                bytes("{\"swagger\":\"2.0\",\"host\":\"" + host
                        + "\",\"basePath\":\"/\",\"schemes\":[\"https\"],\"paths\":{}}"));
        files.put(
                file("connectionparameters"),
                bytes(
                        signsIn
                                ? "{\"token\":{\"type\":\"oauthSetting\",\"oAuthSettings\":{\"identityProvider\":\"aad\",\"clientId\":\"x\"}}}"
                                : "{}"));
        return files;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    void write(Xml xml) {
        xml.open("Connector").leaf("connectorid", "{" + id() + "}").leaf("displayname", displayName);
        xml.leaf("name", name).leaf("connectortype", "1");
        xml.leaf("openapidefinition", "/" + file("openapidefinition"));
        xml.leaf("connectionparameters", "/" + file("connectionparameters")).close();
    }
}
