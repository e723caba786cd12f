package io.powermigrate.testkit.fake.internal.solutions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import io.powermigrate.testkit.fake.internal.solutions.model.Dom;
import io.powermigrate.testkit.fake.internal.solutions.model.Part;
import io.powermigrate.testkit.fake.internal.solutions.model.PartKind;
import io.powermigrate.testkit.fake.internal.solutions.schema.ChoiceWriter;
import io.powermigrate.testkit.fake.internal.solutions.schema.Labels;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** First definitions of what was made through the Web API and has come in no package. */
final class PartMaker {
    private final Organisation organisation;

    PartMaker(Organisation organisation) {
        this.organisation = organisation;
    }

    /** The component that a row of solutioncomponents names; empty for kinds that the fake cannot write. */
    Optional<Part> of(int type, String objectId) {
        if (organisation
                .componentTypes()
                .number("connectionreference")
                .filter(each -> each == type)
                .isPresent()) {
            return organisation.rows("connectionreferences").find(objectId).map(PartMaker::reference);
        }
        return switch (type) {
            case 1 -> organisation.schema().ofId(objectId).map(PartMaker::table);
            case 9 ->
                organisation.schema().choices().stream()
                        .filter(each -> each.path("MetadataId").asText().equalsIgnoreCase(objectId))
                        .findFirst()
                        .map(PartMaker::choice);
            case 20 -> organisation.rows("roles").find(objectId).map(PartMaker::role);
            case 29 -> organisation.rows("workflows").find(objectId).map(PartMaker::workflow);
            case 70 -> organisation.rows("fieldsecurityprofiles").find(objectId).map(PartMaker::profile);
            case 380 ->
                organisation
                        .rows("environmentvariabledefinitions")
                        .find(objectId)
                        .map(PartMaker::variable);
            default -> Optional.empty();
        };
    }

    private static Part part(PartKind kind, String key, Element xml) {
        return new Part(kind.section(), key.toLowerCase(Locale.ROOT), Optional.of(xml), Map.of());
    }

    static Part table(Table table) {
        Element xml = Dom.element("Entity");
        Element name = Dom.add(xml, "Name", table.schemaName());
        String label = Labels.text(table.header(), "DisplayName");
        name.setAttribute("LocalizedName", label);
        name.setAttribute("OriginalName", label);
        Element entity = Dom.add(Dom.add(xml, "EntityInfo"), "entity");
        entity.setAttribute("Name", table.schemaName());
        labels(entity, "LocalizedNames", "LocalizedName", label);
        labels(
                entity,
                "LocalizedCollectionNames",
                "LocalizedCollectionName",
                Labels.text(table.header(), "DisplayCollectionName"));
        Dom.add(entity, "attributes");
        Dom.add(entity, "EntitySetName", table.entitySet());
        Dom.add(entity, "OwnershipTypeMask", table.isUserOwned() ? "UserOwned" : "OrgOwned");
        Dom.add(entity, "IntroducedVersion", "1.0.0.0");
        Dom.add(entity, "IsCustomizable", "1");
        return part(PartKind.TABLE, table.logicalName(), xml);
    }

    private static void labels(Element parent, String list, String item, String label) {
        Element element = Dom.add(Dom.add(parent, list), item);
        element.setAttribute("description", label);
        element.setAttribute("languagecode", "1033");
    }

    private static Part choice(ObjectNode choice) {
        Element holder = Dom.element("optionsets");
        ChoiceWriter.write(holder, choice, "picklist");
        return part(
                PartKind.CHOICE,
                choice.path("Name").asText(),
                Dom.children(holder).get(0));
    }

    private static Part role(ObjectNode row) {
        Element xml = Dom.element("Role");
        xml.setAttribute("id", "{" + row.path("roleid").asText() + "}");
        xml.setAttribute("name", row.path("name").asText());
        Dom.add(xml, "IsCustomizable", "1");
        return part(PartKind.ROLE, row.path("roleid").asText(), xml);
    }

    private static Part profile(ObjectNode row) {
        Element xml = Dom.element("FieldSecurityProfile");
        xml.setAttribute("name", row.path("name").asText());
        xml.setAttribute("description", row.path("description").asText(""));
        xml.setAttribute(
                "fieldsecurityprofileid",
                "{" + row.path("fieldsecurityprofileid").asText() + "}");
        return part(PartKind.PROFILE, row.path("fieldsecurityprofileid").asText(), xml);
    }

    private static Part workflow(ObjectNode row) {
        String id = row.path("workflowid").asText();
        String name = row.path("name").asText();
        Element xml = Dom.element("Workflow");
        xml.setAttribute("WorkflowId", "{" + id + "}");
        xml.setAttribute("Name", name);
        String file = name.replaceAll("[^A-Za-z0-9]", "") + "-" + id.toUpperCase(Locale.ROOT) + ".json";
        Dom.add(xml, "JsonFileName", "/Workflows/" + file);
        Dom.add(xml, "Type", "1");
        Dom.add(xml, "Category", row.path("category").asText("5"));
        Dom.add(xml, "StateCode", "0");
        Dom.add(xml, "StatusCode", "1");
        Dom.add(xml, "IntroducedVersion", "1.0.0.0");
        Dom.add(xml, "PrimaryEntity", row.path("primaryentity").asText("none"));
        return part(PartKind.WORKFLOW, id, xml);
    }

    private static Part reference(ObjectNode row) {
        String name = row.path("connectionreferencelogicalname").asText();
        Element xml = Dom.element("connectionreference");
        xml.setAttribute("connectionreferencelogicalname", name);
        Dom.add(xml, "connectionreferencedisplayname", name);
        Dom.add(xml, "connectorid", row.path("connectorid").asText(""));
        Dom.add(xml, "iscustomizable", "1");
        Dom.add(xml, "statecode", "0");
        Dom.add(xml, "statuscode", "1");
        return part(PartKind.REFERENCE, name, xml);
    }

    private static Part variable(ObjectNode row) {
        String name = row.path("schemaname").asText();
        String label = row.path("displayname").asText(name);
        Element xml = Dom.element("environmentvariabledefinition");
        xml.setAttribute("schemaname", name);
        Element display = Dom.add(xml, "displayname");
        display.setAttribute("default", label);
        Element item = Dom.add(display, "label");
        item.setAttribute("description", label);
        item.setAttribute("languagecode", "1033");
        Dom.add(xml, "introducedversion", "1.0.0.0");
        Dom.add(xml, "iscustomizable", "1");
        Dom.add(xml, "isrequired", row.path("isrequired").asBoolean() ? "1" : "0");
        Dom.add(xml, "secretstore", "0");
        Dom.add(xml, "type", row.path("type").asText("100000000"));
        return part(PartKind.VARIABLE, name, xml);
    }
}
