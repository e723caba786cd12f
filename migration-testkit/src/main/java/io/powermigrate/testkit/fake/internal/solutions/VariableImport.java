package io.powermigrate.testkit.fake.internal.solutions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Rows;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.solutions.model.Dom;
import io.powermigrate.testkit.fake.internal.solutions.model.ImportFailure;
import io.powermigrate.testkit.fake.internal.solutions.model.Part;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.w3c.dom.Element;

/** Environment variables in their shapes, with the values that travel (wire/dataverse.md, section 6.8). */
final class VariableImport {
    private static final String VALUES = "environmentvariablevalues";

    private final Arrival arrival;
    private final Organisation organisation;

    VariableImport(Arrival arrival) {
        this.arrival = arrival;
        this.organisation = arrival.organisation();
    }

    /** The shape of folders. */
    void variable(Part part) {
        Element xml = part.xml();
        String name = xml.getAttribute("schemaname");
        Rows rows = organisation.rows("environmentvariabledefinitions");
        ObjectNode row = RowFill.of(part, rows.table());
        Dom.child(xml, "displayname").ifPresent(each -> row.put("displayname", each.getAttribute("default")));
        Dom.child(xml, "description").ifPresent(each -> row.put("description", each.getAttribute("default")));
        define(name, row);
        values(part)
                .forEach(value -> value(
                        name,
                        value.path("@environmentvariablevalueid").asText(),
                        value.path("value").asText()));
    }

    /** The shapes of older servers: definitions in a section, values in a file at the root. */
    void older() {
        for (Part part : arrival.arriving().parts().values()) {
            if (part.section().equals("EnvironmentVariables")) {
                Rows rows = organisation.rows("environmentvariabledefinitions");
                define(Dom.text(part.xml(), "SchemaName"), RowFill.of(part, rows.table()));
            }
        }
        byte[] file = arrival.arriving().rest().get("environment_variable_values.json");
        if (file != null) {
            for (JsonNode value : Json.objectOrEmpty(file).path("EnvironmentVariableValues")) {
                value(
                        value.path("EnvironmentVariableDefinition.SchemaName").asText(),
                        value.path("EnvironmentVariableValueId").asText(),
                        value.path("Value").asText());
            }
        }
    }

    private void define(String name, ObjectNode row) {
        Rows rows = organisation.rows("environmentvariabledefinitions");
        Optional<ObjectNode> now = rows.first("schemaname", name);
        String id = now.map(each -> each.path("environmentvariabledefinitionid").asText())
                .orElseGet(() -> organisation.idOf("environmentvariabledefinition/" + name));
        boolean managed = now.map(each -> each.path("ismanaged").asBoolean()).orElse(true);
        row.put("schemaname", name);
        if (now.isPresent() && !arrival.layering().shows("variable:" + name, now.get(), managed)) {
            // The managed package takes the definition over, but the edit stays on top (dataverse-facts.md, A8).
            rows.update(id, arrival.owned(Rows.row()));
            return;
        }
        arrival.layering().set("variable:" + name, row);
        rows.put(id, arrival.owned(row));
    }

    private static Iterable<JsonNode> values(Part part) {
        return part.files().entrySet().stream()
                .filter(each -> each.getKey().endsWith("/" + VALUES + ".json"))
                .map(each -> Json.objectOrEmpty(each.getValue()).path(VALUES).path("environmentvariablevalue"))
                .<JsonNode>flatMap(
                        each -> each.isArray() ? StreamSupport.stream(each.spliterator(), false) : Stream.of(each))
                .toList();
    }

    /** A value of the package goes over that of the organisation. */
    private void value(String name, String id, String text) {
        Rows rows = organisation.rows(VALUES);
        Optional<ObjectNode> known = rows.first("schemaname", name);
        String row = known.map(each -> each.path("environmentvariablevalueid").asText())
                .orElse(id.isEmpty() ? organisation.idOf("environmentvariablevalue/" + name) : id);
        rows.put(row, row(name, text));
    }

    /** The row of a value, without its id. */
    ObjectNode row(String name, String text) {
        String definition = organisation
                .rows("environmentvariabledefinitions")
                .first("schemaname", name)
                .map(each -> each.path("environmentvariabledefinitionid").asText())
                .orElseThrow(() -> new ImportFailure(
                        ImportFailure.NOT_FOUND,
                        "environmentvariabledefinition With schemaname = " + name + " Does Not Exist"));
        return Rows.row()
                .put("schemaname", name)
                .put("value", text)
                .put("_environmentvariabledefinitionid_value", definition);
    }
}
