package io.powermigrate.testkit.fake.internal.solutions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Depth;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Rows;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.solutions.model.Dom;
import io.powermigrate.testkit.fake.internal.solutions.model.Part;
import io.powermigrate.testkit.fake.internal.solutions.schema.ChoiceWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.w3c.dom.Element;

/** Parts that are rows, as they are now: the definition that came, with what was changed since. */
final class PartWriter {
    private final Organisation organisation;

    PartWriter(SolutionState state) {
        this.organisation = state.organisation();
    }

    /** The part as it is now; empty if the organisation has it no more. */
    Optional<Part> now(Part part) {
        return switch (part.kind()) {
            case ROLE -> organisation.rows("roles").find(part.key()).map(row -> role(part, row));
            case PROFILE ->
                organisation.rows("fieldsecurityprofiles").find(part.key()).map(row -> profile(part));
            case WORKFLOW -> organisation.rows("workflows").find(part.key()).map(row -> workflow(part, row));
            case CHOICE -> organisation.schema().choice(part.key()).map(choice -> choice(part, choice));
            case REFERENCE ->
                organisation
                        .rows("connectionreferences")
                        .first("connectionreferencelogicalname", part.key())
                        .map(row -> reference(part, row));
            case VARIABLE ->
                organisation
                        .rows("environmentvariabledefinitions")
                        .first("schemaname", part.key())
                        .map(row -> variable(part, row));
            case WEB_RESOURCE ->
                organisation.rows("webresourceset").find(part.key()).map(row -> part);
            case CANVAS_APP ->
                organisation.rows("canvasapps").first("name", part.key()).map(row -> part);
            case CONNECTOR -> organisation.rows("connectors").find(part.key()).map(row -> part);
            default -> Optional.of(part);
        };
    }

    private static Part with(Part part, Element xml) {
        return new Part(part.section(), part.key(), Optional.of(xml), part.files());
    }

    private Part role(Part part, ObjectNode row) {
        Element xml = Dom.copy(part.xml());
        xml.setAttribute("name", row.path("name").asText());
        Map<String, String> granted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Map.Entry<String, Depth> each :
                organisation.security().granted(part.key()).entrySet()) {
            organisation
                    .rows("privileges")
                    .find(each.getKey())
                    .ifPresent(privilege -> granted.put(
                            privilege.path("name").asText(), each.getValue().word()));
        }
        Element list = Dom.child(xml, "RolePrivileges").orElseGet(() -> Dom.add(xml, "RolePrivileges"));
        Dom.children(list).forEach(list::removeChild);
        granted.forEach((name, level) -> {
            Element privilege = Dom.add(list, "RolePrivilege");
            privilege.setAttribute("name", name);
            privilege.setAttribute("level", level);
        });
        return with(part, xml);
    }

    private Part profile(Part part) {
        Element xml = Dom.copy(part.xml());
        Element list = Dom.child(xml, "FieldPermissions").orElseGet(() -> Dom.add(xml, "FieldPermissions"));
        Dom.children(list).forEach(list::removeChild);
        for (ObjectNode row :
                organisation.rows("fieldpermissions").where("_fieldsecurityprofileid_value", part.key())) {
            Element permission = Dom.add(list, "FieldPermission");
            Dom.add(permission, "EntityName", row.path("entityname").asText());
            Dom.add(
                    permission,
                    "AttributeName",
                    row.path("attributelogicalname").asText());
            for (String right : List.of("CanRead", "CanUpdate", "CanCreate")) {
                Dom.add(
                        permission,
                        right,
                        row.path(right.toLowerCase(Locale.ROOT)).asText());
            }
        }
        return with(part, xml);
    }

    private static Part workflow(Part part, ObjectNode row) {
        Element xml = Dom.copy(part.xml());
        xml.setAttribute("Name", row.path("name").asText());
        Dom.set(xml, "StateCode", row.path("statecode").asText());
        Dom.set(xml, "StatusCode", row.path("statuscode").asText());
        Map<String, byte[]> files = new LinkedHashMap<>(part.files());
        String path = Dom.text(xml, "JsonFileName").replaceFirst("^/", "");
        String content = row.path("clientdata").asText("");
        if (!path.isEmpty() && !content.isEmpty()) {
            files.put(path, content.getBytes(StandardCharsets.UTF_8));
        }
        return new Part(part.section(), part.key(), Optional.of(xml), files);
    }

    private Part choice(Part part, ObjectNode choice) {
        if (organisation.unpublished().has("choice:" + part.key())) {
            return part;
        }
        Element xml = Dom.copy(part.xml());
        ChoiceWriter.refresh(xml, choice);
        return with(part, xml);
    }

    private static Part reference(Part part, ObjectNode row) {
        Element xml = Dom.copy(part.xml());
        Dom.set(
                xml,
                "connectionreferencedisplayname",
                row.path("connectionreferencedisplayname").asText());
        return with(part, xml);
    }

    /** Its value travels as long as it has one. */
    private Part variable(Part part, ObjectNode row) {
        Element xml = Dom.copy(part.xml());
        String defaultValue = row.path("defaultvalue").asText("");
        if (!defaultValue.isEmpty()) {
            Dom.set(xml, "defaultvalue", defaultValue);
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        String folder = part.section() + "/" + xml.getAttribute("schemaname") + "/";
        Rows rows = organisation.rows("environmentvariablevalues");
        rows.first("schemaname", part.key())
                .ifPresent(value -> files.put(folder + "environmentvariablevalues.json", value(value)));
        files.put(folder + "environmentvariabledefinition.xml", Dom.bytes(xml));
        return new Part(part.section(), part.key(), Optional.of(xml), files);
    }

    private static byte[] value(ObjectNode row) {
        ObjectNode file = Json.object();
        file.putObject("environmentvariablevalues")
                .putObject("environmentvariablevalue")
                .put(
                        "@environmentvariablevalueid",
                        row.path("environmentvariablevalueid").asText())
                .put("iscustomizable", "1")
                .put("value", row.path("value").asText());
        return Json.bytes(file);
    }
}
