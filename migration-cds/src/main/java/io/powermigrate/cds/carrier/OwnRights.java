package io.powermigrate.cds.carrier;

import io.powermigrate.cds.environment.Organization;
import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.model.Inventory;
import io.powermigrate.rule.Basis;
import io.powermigrate.rule.Explanation;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether the signed-in identity may import what a package holds, as far as it can be asked; for each package, because one may hold
 * roles and another none (wire/dataverse-situations.md, S34, S35).
 */
final class OwnRights {

    private static final Basis BASIS = Basis.sure("docs/wire/dataverse-situations.md, S34, S35", "2026-08-21");

    private OwnRights() {}

    static List<Finding> lacking(Solution solution, SolutionFacts facts, Inventory destination) {
        Optional<Organization> organization =
                destination.all(Organization.TYPE).stream().findFirst();
        Set<String> own = organization.map(Organization::ownPrivileges).orElse(Set.of());
        if (own.isEmpty()) {
            return List.of();
        }
        String lacking = needed(facts).entrySet().stream()
                .filter(each -> !own.contains(each.getKey()))
                .map(each -> each.getKey() + " (for " + each.getValue() + ")")
                .collect(Collectors.joining(", "));
        return lacking.isEmpty()
                ? List.of()
                : List.of(Finding.of(
                        "IMPORT-RIGHTS",
                        solution.key(),
                        Verdict.BLOCK,
                        new Explanation(
                                "the signed-in identity lacks " + lacking,
                                "Give it a role of the destination that has these privileges, such as System Administrator,"
                                        + " then plan again",
                                BASIS)));
    }

    private static Map<String, String> needed(SolutionFacts facts) {
        Map<String, String> needed = new LinkedHashMap<>();
        needed.put("prvImportCustomization", "every import");
        if (!facts.schema().tables().isEmpty()) {
            needed.put("prvCreateEntity", "its tables");
        }
        if (!facts.schema().choices().isEmpty()) {
            needed.put("prvCreateOptionSet", "its choices");
        }
        if (!facts.schema().roles().isEmpty()) {
            needed.put("prvWriteRole", "its roles");
        }
        return needed;
    }
}
