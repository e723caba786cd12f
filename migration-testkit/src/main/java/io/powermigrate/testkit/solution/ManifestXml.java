package io.powermigrate.testkit.solution;

import java.util.List;

/** {@code solution.xml} (docs/wire/dataverse.md, section 6.2). */
final class ManifestXml {
    private static final List<String> ADDRESS = List.of(
            "AddressTypeCode",
            "City",
            "County",
            "Country",
            "Fax",
            "FreightTermsCode",
            "ImportSequenceNumber",
            "Latitude",
            "Line1",
            "Line2",
            "Line3",
            "Longitude",
            "Name",
            "PostalCode",
            "PostOfficeBox",
            "PrimaryContactName",
            "ShippingMethodCode",
            "StateOrProvince",
            "Telephone1",
            "Telephone2",
            "Telephone3",
            "TimeZoneRuleVersionNumber",
            "UPSZone",
            "UTCOffset",
            "UTCConversionTimeZoneCode");

    private final Contents contents;
    private final Xml xml = new Xml();

    ManifestXml(Contents contents) {
        this.contents = contents;
    }

    byte[] bytes() {
        xml.open(
                "ImportExportXml",
                "version",
                contents.server,
                "SolutionPackageVersion",
                "9.2",
                "languagecode",
                contents.languages.get(0),
                "generatedBy",
                "CrmLive",
                "xmlns:xsi",
                CustomizationsXml.XSI);
        xml.open("SolutionManifest").leaf("UniqueName", contents.uniqueName);
        xml.label("LocalizedNames", "LocalizedName", contents.displayName).empty("Descriptions");
        xml.leaf("Version", contents.version).leaf("Managed", contents.managed ? "1" : "0");
        publisher();
        roots();
        missing();
        if (!contents.parent.isEmpty()) {
            xml.open("ParentSolution").leaf("UniqueName", contents.parent).close();
        }
        return xml.close().close().bytes();
    }

    private void publisher() {
        xml.open("Publisher").leaf("UniqueName", contents.publisher);
        xml.label("LocalizedNames", "LocalizedName", contents.publisher).empty("Descriptions");
        xml.leaf("EMailAddress", "", "xsi:nil", "true").leaf("SupportingWebsiteUrl", "", "xsi:nil", "true");
        xml.leaf("CustomizationPrefix", contents.prefix).leaf("CustomizationOptionValuePrefix", "10000");
        xml.open("Addresses");
        for (String number : List.of("1", "2")) {
            xml.open("Address").leaf("AddressNumber", number);
            ADDRESS.forEach(member -> xml.leaf(member, "", "xsi:nil", "true"));
            xml.close();
        }
        xml.close().close();
    }

    private void roots() {
        xml.open("RootComponents");
        contents.tables.forEach(
                table -> named("1", table.logicalName(), table.head().behavior()));
        contents.choices.forEach(choice -> named("9", choice.name(), 0));
        contents.roles.forEach(role -> numbered("20", role.id()));
        contents.flows.forEach(flow -> numbered("29", flow.id()));
        contents.webResources.forEach(resource -> named("61", resource.name(), 0));
        contents.permissionSets.forEach(set -> numbered("70", set.id()));
        contents.canvasApps.forEach(app -> named("300", app.name(), 0));
        contents.connectors.forEach(connector -> numbered("372", connector.id()));
        xml.close();
    }

    private void named(String type, String schemaName, int behavior) {
        xml.empty("RootComponent", "type", type, "schemaName", schemaName, "behavior", String.valueOf(behavior));
    }

    private void numbered(String type, String id) {
        xml.empty("RootComponent", "type", type, "id", "{" + id + "}", "behavior", "0");
    }

    private void missing() {
        if (contents.missing.isEmpty()) {
            xml.empty("MissingDependencies");
            return;
        }
        xml.open("MissingDependencies");
        contents.missing.forEach(missing -> missing.write(xml));
        xml.close();
    }
}
