package io.powermigrate.testkit.fake.internal.solutions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Rows;
import io.powermigrate.testkit.fake.internal.solutions.model.Dom;
import io.powermigrate.testkit.fake.internal.solutions.model.ImportFailure;
import io.powermigrate.testkit.fake.internal.solutions.model.Manifest;
import io.powermigrate.testkit.fake.internal.solutions.model.Part;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Parts that are rows: connectors, connection references, web resources, canvas apps. */
final class RowImport {
    private static final int LARGEST_CONTENT = 1 << 20;

    private final Arrival arrival;

    RowImport(Arrival arrival) {
        this.arrival = arrival;
    }

    void connector(Part part) {
        Rows rows = arrival.organisation().rows("connectors");
        put(rows, part, part.key(), RowFill.of(part, rows.table()));
    }

    void webResource(Part part) {
        Rows rows = arrival.organisation().rows("webresourceset");
        ObjectNode row = RowFill.of(part, rows.table());
        part.files().values().stream()
                .filter(each -> each.length <= LARGEST_CONTENT)
                .findFirst()
                .ifPresent(each -> row.put("content", Base64.getEncoder().encodeToString(each)));
        put(rows, part, part.key(), row);
    }

    /** An app is known by its name; its id is the organisation's (wire/dataverse.md, section 5). */
    void canvasApp(Part part) {
        Rows rows = arrival.organisation().rows("canvasapps");
        String name = Dom.text(part.xml(), "Name");
        rows.first("name", name)
                .filter(each -> arrival.isManaged() && arrival.order().isChecked())
                .filter(each -> !each.path("ismanaged").asBoolean())
                .ifPresent(each -> {
                    throw new ImportFailure(
                            ImportFailure.GENERIC,
                            "CanvasApp import: FAILURE: A managed solution cannot overwrite the CanvasApp component with Id="
                                    + each.path("canvasappid").asText() + ", Name=" + name
                                    + " which has an unmanaged base instance.");
                });
        put(rows, part, idOf(rows, "name", name, "canvasapp/"), RowFill.of(part, rows.table()));
    }

    /** The connection is never in a package; what was bound stays. */
    void reference(Part part) {
        Rows rows = arrival.organisation().rows("connectionreferences");
        String name = part.xml().getAttribute("connectionreferencelogicalname");
        ObjectNode row = RowFill.of(part, rows.table());
        row.remove(List.of("connectionid", "statecode", "statuscode"));
        row.put("connectionreferencelogicalname", name);
        Dom.at(part.xml(), "customconnectorid", "connectorid")
                .ifPresent(each -> row.put("_customconnectorid_value", Manifest.plain(each.getTextContent())));
        put(rows, part, idOf(rows, "connectionreferencelogicalname", name, "connectionreference/"), row);
    }

    private String idOf(Rows rows, String member, String name, String kind) {
        Optional<ObjectNode> known = rows.first(member, name);
        return known.map(each -> each.path(rows.table().primaryId()).asText())
                .orElseGet(() -> arrival.organisation().idOf(kind + name));
    }

    private void put(Rows rows, Part part, String id, ObjectNode row) {
        String component = part.section() + ":" + part.key();
        Optional<ObjectNode> now = rows.find(id);
        boolean managed = now.map(each -> each.path("ismanaged").asBoolean()).orElse(true);
        if (now.isPresent() && !arrival.layering().shows(component, now.get(), managed)) {
            return;
        }
        arrival.layering().set(component, row);
        rows.put(id, arrival.owned(row));
    }
}
