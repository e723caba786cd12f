package io.powermigrate.testkit.solution;

/** {@code customizations.xml}: the sections in the order of the service (docs/wire/dataverse.md, section 6.3). */
final class CustomizationsXml {
    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    private final Contents contents;
    private final Xml xml = new Xml();

    CustomizationsXml(Contents contents) {
        this.contents = contents;
    }

    byte[] bytes() {
        xml.open("ImportExportXml", "xmlns:xsi", XSI);
        xml.open("Entities");
        contents.tables.forEach(table -> EntityXml.write(xml, table));
        xml.close().open("Roles");
        contents.roles.forEach(role -> role.write(xml));
        xml.close().open("Workflows");
        contents.flows.forEach(flow -> flow.write(xml));
        xml.close().open("FieldSecurityProfiles");
        contents.permissionSets.forEach(set -> set.write(xml));
        xml.close().empty("Templates").empty("EntityMaps");
        new RelationshipXml(contents.tables, xml).write();
        xml.empty("OrganizationSettings").open("optionsets");
        contents.choices.forEach(choice -> choice.write(xml, choice.name(), "picklist", true));
        xml.close();
        webResources();
        xml.empty("CustomControls").empty("EntityDataProviders");
        canvasApps();
        connectors();
        references();
        xml.open("Languages");
        contents.languages.forEach(language -> xml.leaf("Language", language));
        return xml.close().close().bytes();
    }

    private void webResources() {
        if (!contents.webResources.isEmpty()) {
            xml.open("WebResources");
            contents.webResources.forEach(resource -> resource.write(xml));
            xml.close();
        }
    }

    private void canvasApps() {
        if (!contents.canvasApps.isEmpty()) {
            xml.open("CanvasApps");
            contents.canvasApps.forEach(app -> app.write(xml));
            xml.close();
        }
    }

    private void connectors() {
        if (!contents.connectors.isEmpty()) {
            xml.open("Connectors");
            contents.connectors.forEach(connector -> connector.write(xml));
            xml.close();
        }
    }

    private void references() {
        if (!contents.references.isEmpty()) {
            xml.open("connectionreferences");
            contents.references.forEach(reference -> reference.write(xml));
            xml.close();
        }
    }
}
