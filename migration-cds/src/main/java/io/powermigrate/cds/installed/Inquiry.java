package io.powermigrate.cds.installed;

import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.cds.webapi.Answer;
import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.cds.webapi.Filter;
import io.powermigrate.cds.webapi.Query;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Counted;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Asks a destination what a package meets that is to replace an installed managed solution: who needs what an upgrade removes, and what
 * people changed of what the package holds. Three requests at most, whatever the number of components; belongs to one solution.
 */
public final class Inquiry {

    private final Dataverse dataverse;
    private final SolutionFacts facts;
    private final Inventory destination;
    private final boolean upgrade;
    private final List<String> notKnown = new ArrayList<>();
    private final List<InstalledPart> kept = new ArrayList<>();
    private final Map<InstalledPart, String> removed = new LinkedHashMap<>();
    private final Set<String> installed = new HashSet<>();
    private final Map<String, Integer> uncompared = new TreeMap<>();

    private Inquiry(Dataverse dataverse, SolutionFacts facts, Inventory destination, boolean upgrade) {
        this.dataverse = dataverse;
        this.facts = facts;
        this.destination = destination;
        this.upgrade = upgrade;
    }

    /**
     * What the destination tells. What it refuses to tell stands in {@link Installed#notKnown}.
     *
     * @param solutionId of the installed solution
     * @param facts the package
     * @param destination what was read of it
     * @param upgrade whether what the package no longer holds is to be removed
     */
    public static Installed of(
            Dataverse dataverse, String solutionId, SolutionFacts facts, Inventory destination, boolean upgrade) {
        try {
            return new Inquiry(dataverse, facts, destination, upgrade).asked(solutionId);
        } catch (MigrationException notTold) {
            return Installed.unknown("what the destination holds of the solution: " + notTold.problem());
        }
    }

    private Installed asked(String solutionId) {
        Columns columns = new Columns(destination, facts);
        List<Query> queries = new ArrayList<>(List.of(
                Query.of("solutioncomponents")
                        .select("componenttype", "objectid")
                        .filter(Filter.id("_solutionid_value", solutionId)),
                Query.of("msdyn_solutioncomponentsummaries")
                        .select("msdyn_objectid", "msdyn_name", "msdyn_schemaname")
                        .filter(Filter.id("msdyn_solutionid", solutionId)),
                Query.of("solutioncomponentdefinitions").select("name", "solutioncomponenttype")));
        int own = queries.size();
        queries.addAll(columns.queries());
        List<Answer> answers = dataverse.batch(queries);
        Kinds kinds = new Kinds(told(answers.get(2), "the names of the types of components"));
        Names names = new Names(destination, told(answers.get(1), "the names of its components"));
        columns.take(answers.subList(own, answers.size()))
                .forEach(table -> notKnown.add("the columns of the table " + table));
        compare(answers.get(0).rows(), kinds, names);
        Questions questions = new Questions(kinds);
        if (upgrade) {
            removed.forEach(questions::needed);
            String column = kinds.number(Kinds.COLUMN).orElse("");
            columns.removed().forEach(part -> questions.needed(part, column));
        }
        kept.forEach(questions::layered);
        columns.changed().forEach(questions::layered);
        return answered(questions, names);
    }

    private List<Document> told(Answer answer, String what) {
        if (answer.error() != null) {
            notKnown.add(what + ": " + answer.error().problem());
            return List.of();
        }
        return answer.rows();
    }

    private void compare(List<Document> rows, Kinds kinds, Names names) {
        Packaged packaged = new Packaged(facts, kinds);
        for (Document row : rows) {
            String number = row.text("componenttype").orElse("");
            String kind = kinds.name(number);
            String id = Kinds.lower(row.text("objectid").orElse(""));
            InstalledPart part = new InstalledPart(kind, id, names.best(id));
            installed.add(id);
            if (packaged.holds(kind, id, names.of(id))) {
                kept.add(part);
            } else if (Kinds.isCompared(kind) && !names.of(id).isEmpty()) {
                removed.put(part, number);
            } else if (!kind.equalsIgnoreCase(Kinds.COLUMN)) {
                uncompared.merge(kind, 1, Integer::sum);
            }
        }
        if (upgrade && !uncompared.isEmpty()) {
            notKnown.add("whether the package still holds these components, which it does not tell by name: "
                    + uncompared.entrySet().stream()
                            .map(each -> Counted.of(each.getValue(), each.getKey()))
                            .collect(Collectors.joining(", ")));
        }
    }

    private Installed answered(Questions questions, Names names) {
        questions.ask(dataverse, notKnown);
        List<InstalledPart> gone = List.copyOf(removed.keySet());
        Judgement judgement = new Judgement(questions, kept, gone, installed);
        List<Need> needs = new DependentNames(dataverse, names).in(judgement.needs());
        return new Installed(upgrade ? gone : List.of(), needs, questions.changed(), notKnown);
    }
}
