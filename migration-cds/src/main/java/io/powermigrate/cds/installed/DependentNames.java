package io.powermigrate.cds.installed;

import io.powermigrate.cds.webapi.Answer;
import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.cds.webapi.Key;
import io.powermigrate.cds.webapi.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names of dependents that no list shows, asked for in one batch. One that is not told stays without a name. */
final class DependentNames {

    /** Where the rows of a kind are, and which column is their name. */
    private static final Map<String, List<String>> ROWS = Map.of(
            "workflow", List.of("workflows", "name"),
            "systemform", List.of("systemforms", "name"),
            "savedquery", List.of("savedqueries", "name"),
            "webresource", List.of("webresourceset", "name"),
            "canvasapp", List.of("canvasapps", "displayname"),
            "entityrelationship", List.of("RelationshipDefinitions", "SchemaName"));

    private final Dataverse dataverse;
    private final Names names;

    DependentNames(Dataverse dataverse, Names names) {
        this.dataverse = dataverse;
        this.names = names;
    }

    List<Need> in(List<Need> needs) {
        ask(needs);
        return needs.stream()
                .map(need -> new Need(
                        need.required(), need.dependent().named(names.best(need.dependent().id())), need.sure()))
                .toList();
    }

    private void ask(List<Need> needs) {
        Map<String, List<String>> open = new LinkedHashMap<>();
        needs.stream()
                .map(Need::dependent)
                .filter(part -> names.of(part.id()).isEmpty())
                .filter(part -> ROWS.containsKey(Kinds.lower(part.kind())))
                .forEach(part -> open.put(part.id(), ROWS.get(Kinds.lower(part.kind()))));
        if (open.isEmpty()) {
            return;
        }
        List<String> ids = new ArrayList<>(open.keySet());
        List<Answer> answers = dataverse.batch(ids.stream()
                .map(id -> Query.of(open.get(id).get(0)).key(Key.id(id)).select(open.get(id).get(1)))
                .toList());
        for (int i = 0; i < answers.size(); i++) {
            String id = ids.get(i);
            if (answers.get(i).isSuccess()) {
                answers.get(i).json().text(open.get(id).get(1)).ifPresent(name -> names.put(id, name));
            }
        }
    }
}
