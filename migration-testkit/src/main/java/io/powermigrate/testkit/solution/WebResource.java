package io.powermigrate.testkit.solution;

import java.util.Locale;

/** A web resource; {@code type} 1 page, 2 style sheet, 3 script, 4 data, 5 to 7, 10 and 11 pictures. */
record WebResource(String name, int type, byte[] content) {
    String id() {
        return Ids.of("webresource", name);
    }

    String file() {
        return "WebResources/" + name.replaceAll("[^A-Za-z0-9_]", "") + id().toUpperCase(Locale.ROOT);
    }

    void write(Xml xml) {
        xml.open("WebResource").leaf("WebResourceId", "{" + id() + "}").leaf("Name", name);
        xml.leaf("DisplayName", name).leaf("WebResourceType", String.valueOf(type));
        xml.leaf("IntroducedVersion", "1.0.0.0").leaf("IsEnabledForMobileClient", "0");
        xml.leaf("IsAvailableForMobileOffline", "0").leaf("IsCustomizable", "1").leaf("CanBeDeleted", "1");
        xml.leaf("IsHidden", "0").leaf("FileName", "/" + file()).close();
    }
}
