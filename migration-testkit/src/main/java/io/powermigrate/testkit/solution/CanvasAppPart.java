package io.powermigrate.testkit.solution;

import java.util.Map;

/** A canvas app of a package; its document is a file (docs/wire/dataverse.md, section 6.8). */
record CanvasAppPart(String name, String displayName, byte[] document) {

    private String file() {
        return "CanvasApps/" + name + "_DocumentUri.msapp";
    }

    Map<String, byte[]> files() {
        return Map.of(file(), document);
    }

    void write(Xml xml) {
        xml.open("CanvasApp").leaf("Name", name).leaf("AppVersion", "2026-01-01T00:00:00Z");
        xml.leaf("Status", "Ready").leaf("CreatedByClientVersion", "3.24000.10.0");
        xml.leaf("MinClientVersion", "3.24000.10.0").leaf("Tags", "{}").leaf("IsCdsUpgraded", "0");
        xml.leaf("DisplayName", displayName).leaf("ConnectionReferences", "{}").leaf("DatabaseReferences", "{}");
        xml.leaf("CanvasAppType", "0").leaf("IntroducedVersion", "1.0.0.0").leaf("CdsDependencies", "{}");
        xml.leaf("IsCustomizable", "1").leaf("DocumentUri", "/" + file()).close();
    }
}
