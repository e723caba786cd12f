package io.powermigrate.testkit.fake.internal.solutions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Rows;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.solutions.model.Dom;
import io.powermigrate.testkit.fake.internal.solutions.model.Part;
import io.powermigrate.testkit.fake.internal.solutions.model.PartKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Flows and processes. They come switched off and are switched on at the end, if that was asked and all is bound. */
final class WorkflowImport {
    private final Arrival arrival;
    private final Rows rows;

    WorkflowImport(Arrival arrival) {
        this.arrival = arrival;
        this.rows = arrival.organisation().rows("workflows");
    }

    void workflow(Part part) {
        ObjectNode row = RowFill.of(part, rows.table());
        row.put("name", part.xml().getAttribute("Name"));
        part.files().values().stream().findFirst().ifPresent(file -> content(row, part, file));
        String component = part.section() + ":" + part.key();
        Optional<ObjectNode> now = rows.find(part.key());
        boolean managed = now.map(each -> each.path("ismanaged").asBoolean()).orElse(true);
        if (now.isPresent() && !arrival.layering().shows(component, now.get(), managed)) {
            return;
        }
        row.remove(List.of("statecode", "statuscode"));
        arrival.layering().set(component, row);
        if (arrival.order().isChecked()) {
            row.put("statecode", 0).put("statuscode", 1);
        } else {
            state(row, part);
        }
        rows.put(part.key(), arrival.owned(row));
    }

    private static void content(ObjectNode row, Part part, byte[] file) {
        String member = Dom.find(part.xml(), "JsonFileName").isPresent() ? "clientdata" : "xaml";
        row.put(member, new String(file, StandardCharsets.UTF_8));
    }

    private static void state(ObjectNode row, Part part) {
        boolean on = Dom.text(part.xml(), "StateCode").equals("1");
        row.put("statecode", on ? 1 : 0).put("statuscode", on ? 2 : 1);
    }

    /**
     * Flows whose references have no connection that the importer may use stay off, and the job does not fail (wire/dataverse.md,
     * section 2.6, dataverse-situations.md, S50).
     */
    void switchOn() {
        if (!arrival.order().publishWorkflows() || !arrival.order().isChecked()) {
            return;
        }
        arrival.arriving()
                .parts(PartKind.WORKFLOW)
                .filter(each -> Dom.text(each.xml(), "StateCode").equals("1"))
                .filter(each -> rows.find(each.key()).filter(this::isBound).isPresent())
                .forEach(each ->
                        rows.update(each.key(), Rows.row().put("statecode", 1).put("statuscode", 2)));
    }

    private boolean isBound(ObjectNode flow) {
        Rows references = arrival.organisation().rows("connectionreferences");
        JsonNode all = uses(flow);
        for (JsonNode use : all) {
            String name = use.path("connection")
                    .path("connectionReferenceLogicalName")
                    .asText("");
            boolean bound = references
                    .first("connectionreferencelogicalname", name)
                    .map(each -> each.path("connectionid").asText(""))
                    .filter(each ->
                            !each.isEmpty() && arrival.order().caller().mayUse().test(each))
                    .isPresent();
            if (!bound) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode uses(ObjectNode flow) {
        String text = flow.path("clientdata").asText("");
        return Json.objectOrEmpty(text.getBytes(StandardCharsets.UTF_8))
                .path("properties")
                .path("connectionReferences");
    }

    /** The logical names of the references that a flow uses. */
    static List<String> references(ObjectNode flow) {
        List<String> names = new ArrayList<>();
        for (JsonNode use : uses(flow)) {
            String name = use.path("connection")
                    .path("connectionReferenceLogicalName")
                    .asText("");
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }
}
