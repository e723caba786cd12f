package io.powermigrate.cds.carrier;

import io.powermigrate.cds.choice.GlobalChoice;
import io.powermigrate.cds.table.DataverseTable;
import io.powermigrate.cds.webapi.Answer;
import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.cds.webapi.DataverseException;
import io.powermigrate.cds.webapi.Parameters;
import io.powermigrate.cds.webapi.Query;
import io.powermigrate.model.Document;
import io.powermigrate.model.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an export leaves out because nobody has published it: each table and choice is read twice, as it is published and as it would
 * be, and what differs is a draft (wire/dataverse-facts.md, D2). Roles, permission sets, variables, connection references and flows
 * have no draft. Of what cannot be read it is said that it is not known.
 */
final class Drafts {

    /** Two answers of a table take up to some hundred kilobytes. */
    private static final int AT_ONCE = 50;

    private static final List<String> OF_NO_WEIGHT = List.of("HasChanged", "ModifiedOn", "@odata.context");

    private final Dataverse source;
    private final List<String> unpublished = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    Drafts(Dataverse source) {
        this.source = source;
    }

    /** As a member of a solution's content: {@code unpublished} and {@code unknown}, both texts. */
    Document of(Solution solution) {
        pairs(solution, DataverseTable.TYPE, "EntityMetadata", Drafts::table);
        pairs(solution, GlobalChoice.TYPE, "OptionSetMetadata", Drafts::choice);
        return Document.of(Map.of("unpublished", unpublished, "unknown", unknown));
    }

    private interface Asked {
        Query of(Solution.Component component, boolean asIfPublished);
    }

    private static Query table(Solution.Component table, boolean asIfPublished) {
        return Query.function(
                "RetrieveEntity",
                Parameters.none()
                        .andEnum("EntityFilters", "EntityFilters", "Attributes")
                        .andText("LogicalName", table.key().name())
                        .andGuid("MetadataId", table.id())
                        .andFlag("RetrieveAsIfPublished", asIfPublished));
    }

    private static Query choice(Solution.Component choice, boolean asIfPublished) {
        return Query.function(
                "RetrieveOptionSet",
                Parameters.none()
                        .andGuid("MetadataId", choice.id())
                        .andText("Name", choice.key().name())
                        .andFlag("RetrieveAsIfPublished", asIfPublished));
    }

    private void pairs(Solution solution, ResourceType<?> type, String member, Asked asked) {
        List<Solution.Component> all = solution.components().stream()
                .filter(each -> each.key().type().equals(type.name()))
                .toList();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Solution.Component> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            List<Query> queries = new ArrayList<>();
            some.forEach(each -> {
                queries.add(asked.of(each, false));
                queries.add(asked.of(each, true));
            });
            compare(some, queries, member);
        }
    }

    /** A plan does not end because drafts cannot be read. */
    private void compare(List<Solution.Component> some, List<Query> queries, String member) {
        try {
            List<Answer> answers = source.batch(queries);
            for (int i = 0; i < some.size(); i++) {
                compare(some.get(i), member, answers.get(2 * i), answers.get(2 * i + 1));
            }
        } catch (DataverseException refused) {
            some.forEach(each -> unknown.add(each.key() + ": " + refused.error().toLine()));
        }
    }

    private void compare(Solution.Component component, String member, Answer published, Answer asIf) {
        String name = component.key().toString();
        DataverseException refused = asIf.error() == null ? published.error() : asIf.error();
        if (refused == null) {
            differences(name, published.json().at(member), asIf.json().at(member));
        } else if (asIf.error() == null && refused.status() == 404) {
            unpublished.add(name + " is new");
        } else {
            unknown.add(name + ": " + refused.error().toLine());
        }
    }

    private void differences(String name, Document published, Document asIf) {
        if (!published.isObject() || !asIf.isObject()) {
            unknown.add(name + ": the service does not tell its definition");
            return;
        }
        Map<String, String> before = columns(published);
        Map<String, String> after = columns(asIf);
        after.forEach((column, text) -> {
            if (!before.containsKey(column)) {
                unpublished.add(name + ": the column " + column + " is new");
            } else if (!before.get(column).equals(text)) {
                unpublished.add(name + ": the column " + column + " has changed");
            }
        });
        if (!text(published.without("Attributes")).equals(text(asIf.without("Attributes")))) {
            unpublished.add(name + " has changed");
        }
    }

    private static Map<String, String> columns(Document definition) {
        Map<String, String> columns = new TreeMap<>();
        definition
                .at("Attributes")
                .items()
                .forEach(each -> columns.put(each.text("LogicalName").orElse(""), text(each)));
        return columns;
    }

    private static String text(Document definition) {
        Document bare = definition;
        for (String member : OF_NO_WEIGHT) {
            bare = bare.without(member);
        }
        return bare.canonical();
    }
}
