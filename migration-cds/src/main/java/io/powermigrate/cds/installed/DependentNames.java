package io.powermigrate.cds.installed;

import io.powermigrate.cds.webapi.Answer;
import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.cds.webapi.Key;
import io.powermigrate.cds.webapi.Query;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
                        need.required(),
                        need.dependent().named(names.best(need.dependent().id())),
                        need.sure()))
                .toList();
    }

    private void ask(List<Need> needs) {
        List<Asked> open = needs.stream()
                .map(Need::dependent)
                .filter(part -> names.of(part.id()).isEmpty())
                .distinct()
                .flatMap(part -> Stream.ofNullable(ROWS.get(Kinds.lower(part.kind())))
                        .map(row -> new Asked(part.id(), row.get(0), row.get(1))))
                .toList();
        if (open.isEmpty()) {
            return;
        }
        List<Answer> answers = dataverse.batch(open.stream().map(Asked::query).toList());
        for (int i = 0; i < answers.size(); i++) {
            Asked asked = open.get(i);
            if (answers.get(i).isSuccess()) {
                answers.get(i).json().text(asked.column()).ifPresent(name -> names.put(asked.id(), name));
            }
        }
    }

    /** A row whose name is asked for. */
    private record Asked(String id, String set, String column) {

        Query query() {
            return Query.of(set).key(Key.id(id)).select(column);
        }
    }
}
