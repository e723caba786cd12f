package io.powermigrate.cds.carrier;

import io.powermigrate.cds.flow.FlowState;
import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.cds.solution.facts.Workflow;
import io.powermigrate.cds.solution.schema.Role;
import io.powermigrate.cds.webapi.Answer;
import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.cds.webapi.DataverseException;
import io.powermigrate.cds.webapi.Key;
import io.powermigrate.cds.webapi.Parameters;
import io.powermigrate.cds.webapi.Query;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Document;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.rule.Basis;
import io.powermigrate.rule.Explanation;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a destination had before an import and does not have after it: flows that were on, and privileges of roles, although the import
 * said nothing of them (wire/dataverse-situations.md, S31, S50). One request for roles and one for flows, before and after.
 */
final class Losses {

    private static final Basis BASIS = Basis.sure("docs/wire/dataverse-situations.md, S31 and S50", "2026-08-21");
    private static final int NAMED = 10;

    private final Dataverse destination;
    private final List<Role> roles;
    private final List<String> flows;
    private Map<String, Set<String>> privileges = Map.of();
    private Map<String, String> on = Map.of();
    private List<Finding> unknown = List.of();

    private Losses(Dataverse destination, SolutionFacts facts) {
        this.destination = destination;
        this.roles = facts.schema().roles();
        this.flows = facts.content().workflows().stream()
                .filter(Workflow::isCloudFlow)
                .map(Workflow::id)
                .toList();
    }

    /** What is there now. That it cannot be read keeps nobody from importing. */
    static Losses before(Dataverse destination, SolutionFacts facts, ResourceKey solution) {
        Losses losses = new Losses(destination, facts);
        try {
            losses.privileges = losses.privileges();
            losses.on = losses.on();
        } catch (MigrationException notRead) {
            losses.unknown = List.of(unknown(solution, notRead));
        }
        return losses;
    }

    /** What is there no more; a flow is switched on again, as it was. The import has succeeded, whatever is said here. */
    List<Finding> after(ResourceKey solution) {
        try {
            return Stream.concat(unknown.stream(), lost(solution).stream()).toList();
        } catch (MigrationException notRead) {
            return List.of(unknown(solution, notRead));
        }
    }

    private static Finding unknown(ResourceKey solution, MigrationException notRead) {
        return finding(
                "LOST-UNKNOWN",
                solution,
                "whether its roles lost privileges and its flows were switched off is not known: " + notRead.problem(),
                notRead.remedy());
    }

    private List<Finding> lost(ResourceKey solution) {
        List<Finding> lost = new ArrayList<>();
        if (!privileges.isEmpty()) {
            Map<String, Set<String>> now = privileges();
            roles.forEach(role -> lost(role, now, solution, lost));
        }
        if (!on.isEmpty()) {
            Set<String> still = on().keySet();
            on.forEach((id, name) -> {
                if (!still.contains(id)) {
                    lost.add(switchedOn(id, name, solution));
                }
            });
        }
        return lost;
    }

    /** Of the roles that are there; one that is not answers with a refusal. */
    private Map<String, Set<String>> privileges() {
        List<Query> queries = roles.stream()
                .map(role -> Query.function("RetrieveRolePrivilegesRole", Parameters.guid("RoleId", role.id())))
                .toList();
        Map<String, Set<String>> known = new LinkedHashMap<>();
        List<Answer> answers = queries.isEmpty() ? List.of() : destination.batch(queries);
        for (int i = 0; i < Math.min(answers.size(), roles.size()); i++) {
            if (answers.get(i).error() == null) {
                known.put(
                        roles.get(i).id(),
                        answers.get(i).json().at("RolePrivileges").items().stream()
                                .flatMap(privilege -> privilege.text("PrivilegeName").stream())
                                .collect(Collectors.toCollection(TreeSet::new)));
            }
        }
        return known;
    }

    private void lost(Role role, Map<String, Set<String>> now, ResourceKey solution, List<Finding> lost) {
        Set<String> gone = new TreeSet<>(privileges.getOrDefault(role.id(), Set.of()));
        gone.removeAll(now.getOrDefault(role.id(), Set.of()));
        if (!gone.isEmpty()) {
            String names = gone.stream().limit(NAMED).collect(Collectors.joining(", "))
                    + (gone.size() > NAMED ? " and " + (gone.size() - NAMED) + " others" : "");
            lost.add(finding(
                    "ROLE-LOST",
                    solution,
                    "the role \"" + role.name() + "\" had " + names
                            + " in the destination before the import, and has not after it",
                    "Check who needs that; grant it in a role of its own, or add it to the role in the source"));
        }
    }

    private Map<String, String> on() {
        return destination
                .rowsWhere(Query.of("workflows").select("workflowid", "name", "statecode"), "workflowid", flows)
                .stream()
                .filter(row -> row.text("statecode").filter("1"::equals).isPresent())
                .collect(Collectors.toMap(
                        row -> row.text("workflowid").orElse(""),
                        row -> row.text("name").orElse(""),
                        (first, second) -> first,
                        LinkedHashMap::new));
    }

    private Finding switchedOn(String id, String name, ResourceKey solution) {
        try {
            destination.update("workflows", Key.id(id), Document.of(Map.of("statecode", 1, "statuscode", 2)));
            return finding(
                    "STATE-AGAIN",
                    solution,
                    "the import switched off the flow \"" + name + "\", which was on before: it is on again",
                    "Check that it runs");
        } catch (DataverseException refused) {
            return finding(
                    "STATE-LOST",
                    solution,
                    "the import switched off the flow \"" + name + "\", which was on before, and it stays off: "
                            + refused.problem(),
                    refused.remedy() + ", then switch on " + FlowState.TYPE.key(name));
        }
    }

    private static Finding finding(String rule, ResourceKey key, String reason, String remedy) {
        return Finding.of(rule, key, Verdict.WARN, new Explanation(reason, remedy, BASIS));
    }
}
