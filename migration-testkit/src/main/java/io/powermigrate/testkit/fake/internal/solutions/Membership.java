package io.powermigrate.testkit.fake.internal.solutions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Rows;
import io.powermigrate.testkit.fake.internal.solutions.model.Manifest;
import io.powermigrate.testkit.fake.internal.solutions.model.Part;
import io.powermigrate.testkit.fake.internal.solutions.model.PartKind;
import java.util.Optional;

/** The rows that say what a solution is and holds: solutions, publishers, solutioncomponents (wire/dataverse.md, section 2.1). */
final class Membership {
    private final Arrival arrival;
    private final Organisation organisation;
    private final ObjectIds ids;

    Membership(Arrival arrival) {
        this.arrival = arrival;
        this.organisation = arrival.organisation();
        this.ids = new ObjectIds(organisation);
    }

    void solution() {
        Manifest manifest = arrival.manifest();
        String name = arrival.installedAs();
        Optional<ObjectNode> known = arrival.state().row(name);
        ObjectNode row = Rows.row()
                .put("uniquename", name)
                .put("friendlyname", manifest.displayName())
                .put("description", manifest.description())
                .put("version", manifest.version())
                .put("ismanaged", manifest.managed())
                .put("solutionpackageversion", manifest.root().getAttribute("SolutionPackageVersion"))
                .put("isvisible", true)
                .put("isapimanaged", false)
                .put("_publisherid_value", publisher());
        if (known.isPresent()) {
            row.put("updatedon", organisation.stamp());
            organisation.rows("solutions").update(known.get().path("solutionid").asText(), row);
        } else {
            row.put("installedon", organisation.stamp());
            organisation.rows("solutions").add(row.put("solutionid", organisation.nextId("solution")));
        }
    }

    private String publisher() {
        Manifest.Publisher publisher = arrival.manifest().publisher();
        Rows rows = organisation.rows("publishers");
        return rows.first("uniquename", publisher.uniqueName())
                .map(each -> each.path("publisherid").asText())
                .orElseGet(() -> rows.add(Rows.row()
                        .put("uniquename", publisher.uniqueName())
                        .put("friendlyname", publisher.displayName())
                        .put("customizationprefix", publisher.prefix())
                        .put("customizationoptionvalueprefix", number(publisher.optionPrefix()))
                        .put("isreadonly", false)));
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 10_000;
    }

    /** Root components, and those that are none but belong to the solution: references and variables. */
    void components() {
        for (Manifest.Root root : arrival.manifest().roots()) {
            ids.type(root).ifPresent(number -> add(number, ids.of(root), root.behavior()));
        }
        arrival.arriving().parts(PartKind.REFERENCE).forEach(this::add);
        arrival.arriving().parts(PartKind.VARIABLE).forEach(this::add);
    }

    private void add(Part part) {
        ids.type(part).ifPresent(number -> add(number, ids.of(part), 0));
    }

    private void add(int type, String objectId, int behavior) {
        String solution = arrival.state()
                .row(arrival.installedAs())
                .map(each -> each.path("solutionid").asText())
                .orElseThrow();
        Rows rows = organisation.rows("solutioncomponents");
        boolean known = rows.where("_solutionid_value", solution).stream()
                .anyMatch(each -> each.path("objectid").asText().equalsIgnoreCase(objectId)
                        && each.path("componenttype").asInt() == type);
        if (!known) {
            rows.add(Rows.row()
                    .put("componenttype", type)
                    .put("objectid", objectId)
                    .put("rootcomponentbehavior", behavior)
                    .put("ismetadata", type < 20)
                    .put("_solutionid_value", solution));
        }
    }
}
