package io.powermigrate.cds.installed;

import io.powermigrate.cds.choice.GlobalChoice;
import io.powermigrate.cds.flow.FlowState;
import io.powermigrate.cds.permission.PermissionSet;
import io.powermigrate.cds.reference.ReferenceDefinition;
import io.powermigrate.cds.role.SecurityRole;
import io.powermigrate.cds.table.DataverseTable;
import io.powermigrate.cds.variable.VariableDefinition;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.ResourceType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What components are called, by their ids: as the lists of the destination have it, and what the solution's own summary tells. */
final class Names {

    private static final List<ResourceType<?>> LISTED = List.of(
            DataverseTable.TYPE,
            GlobalChoice.TYPE,
            SecurityRole.TYPE,
            PermissionSet.TYPE,
            FlowState.TYPE,
            ReferenceDefinition.TYPE,
            VariableDefinition.TYPE);

    private final Map<String, List<String>> byId = new HashMap<>();

    /** @param summaries rows of {@code msdyn_solutioncomponentsummaries}, which may be none */
    Names(Inventory destination, List<Document> summaries) {
        LISTED.forEach(type -> destination
                .all(type.name())
                .forEach(each -> put(each.id(), each.key().name())));
        for (Document row : summaries) {
            String id = row.text("msdyn_objectid").orElse("");
            for (String member : List.of("msdyn_name", "msdyn_schemaname")) {
                row.text(member).filter(name -> !name.isBlank()).ifPresent(name -> put(id, name));
            }
        }
    }

    void put(String id, String name) {
        byId.computeIfAbsent(Kinds.lower(id), any -> new ArrayList<>()).add(name);
    }

    /** All names, the best one first. */
    List<String> of(String id) {
        return byId.getOrDefault(id, List.of());
    }

    String best(String id) {
        return of(id).stream().findFirst().orElse("");
    }
}
