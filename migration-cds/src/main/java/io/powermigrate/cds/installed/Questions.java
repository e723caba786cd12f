package io.powermigrate.cds.installed;

import io.powermigrate.cds.webapi.Answer;
import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.cds.webapi.Filter;
import io.powermigrate.cds.webapi.Parameters;
import io.powermigrate.cds.webapi.Query;
import io.powermigrate.internal.text.Counted;
import io.powermigrate.model.Document;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Questions about single components, all asked in one batch (wire/dataverse.md, sections 2.1 and 2.9): who needs it, and whether people
 * changed it. Belongs to one thread.
 */
final class Questions {

    /** The service answers each part of a batch in turn, and a batch has to end in time. */
    private static final int MOST = 500;

    private static final String ACTIVE = "Active";

    private final Kinds kinds;
    private final Map<InstalledPart, Query> needed = new LinkedHashMap<>();
    private final Map<InstalledPart, Query> layered = new LinkedHashMap<>();
    private final Map<InstalledPart, List<InstalledPart>> dependents = new LinkedHashMap<>();
    private final List<InstalledPart> changed = new ArrayList<>();
    private final Set<String> looked = new HashSet<>();
    private final List<InstalledPart> unasked = new ArrayList<>();

    Questions(Kinds kinds) {
        this.kinds = kinds;
    }

    /**
     * Who needs it is to be asked.
     *
     * @param number of its type in this organisation, by which it is asked for
     */
    void needed(InstalledPart part, String number) {
        if (number.matches("\\d{1,9}")) {
            needed.put(
                    part,
                    Query.function(
                            "RetrieveDependenciesForDelete",
                            Parameters.guid("ObjectId", part.id()).andNumber("ComponentType", Long.parseLong(number))));
        } else {
            unasked.add(part);
        }
    }

    /** Whether people changed it is to be asked. */
    void layered(InstalledPart part) {
        layered.put(
                part,
                Query.of("msdyn_componentlayers")
                        .select("msdyn_solutionname", "msdyn_order")
                        .filter(Filter.eq("msdyn_componentid", part.id())
                                .and(Filter.eq("msdyn_solutioncomponentname", part.kind()))));
    }

    void ask(Dataverse dataverse, List<String> notKnown) {
        List<InstalledPart> parts = new ArrayList<>(needed.keySet());
        List<InstalledPart> layers = layered.keySet().stream()
                .limit(Math.max(0, MOST - parts.size()))
                .toList();
        List<Query> queries = new ArrayList<>(needed.values());
        layers.forEach(part -> queries.add(layered.get(part)));
        List<Answer> answers = queries.isEmpty() ? List.of() : dataverse.batch(queries);
        Refused refused = new Refused();
        for (int i = 0; i < answers.size(); i++) {
            if (i < parts.size()) {
                dependents(parts.get(i), answers.get(i), refused);
            } else {
                layers(layers.get(i - parts.size()), answers.get(i), refused);
            }
        }
        refused.tell(notKnown);
        unasked.forEach(part -> notKnown.add("who needs " + part.words() + ": its type has no number there"));
        int left = layered.size() - layers.size();
        if (left > 0) {
            notKnown.add("whether people changed " + Counted.of(left, "more component") + " of it, because only " + MOST
                    + " questions are asked");
        }
    }

    /** Components about which a question was refused, with the first reason. */
    private static final class Refused {

        private final Map<String, List<String>> byQuestion = new LinkedHashMap<>();
        private final Map<String, String> reasons = new LinkedHashMap<>();

        void add(String question, InstalledPart part, Answer answer) {
            byQuestion.computeIfAbsent(question, any -> new ArrayList<>()).add(part.words());
            reasons.putIfAbsent(
                    question, answer.error() == null ? "" : answer.error().problem());
        }

        void tell(List<String> notKnown) {
            byQuestion.forEach((question, parts) -> notKnown.add(question + " " + parts.get(0)
                    + (parts.size() > 1 ? " and " + Counted.of(parts.size() - 1, "other component") : "") + ": "
                    + reasons.get(question)));
        }
    }

    private void dependents(InstalledPart part, Answer answer, Refused refused) {
        if (!answer.isSuccess()) {
            refused.add("who needs", part, answer);
            return;
        }
        List<InstalledPart> found = new ArrayList<>();
        for (Document row : answer.rows()) {
            String kind = kinds.name(row.text("dependentcomponenttype").orElse(""));
            row.text("dependentcomponentobjectid")
                    .ifPresent(id -> found.add(new InstalledPart(kind, Kinds.lower(id), "")));
        }
        dependents.put(part, found.stream().distinct().toList());
    }

    private void layers(InstalledPart part, Answer answer, Refused refused) {
        if (!answer.isSuccess()) {
            refused.add("whether people changed", part, answer);
            return;
        }
        looked.add(part.id());
        List<Document> layers = answer.rows();
        boolean unmanaged = layers.stream().anyMatch(row -> row.text("msdyn_solutionname")
                .filter(ACTIVE::equalsIgnoreCase)
                .isPresent());
        if (unmanaged && layers.size() > 1) {
            changed.add(part);
        }
    }

    /** Who needs what, of those that were told. */
    Map<InstalledPart, List<InstalledPart>> dependents() {
        return dependents;
    }

    /** Managed components that have an unmanaged layer. */
    List<InstalledPart> changed() {
        return changed;
    }

    /** Whether it was told that nobody changed a component. */
    boolean isUnchanged(String id) {
        return looked.contains(id)
                && changed.stream().noneMatch(part -> part.id().equals(id));
    }

    boolean isChanged(String id) {
        return changed.stream().anyMatch(part -> part.id().equals(id));
    }
}
