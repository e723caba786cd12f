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
import java.util.stream.Stream;

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
        Set<String> known =
                organization.map(Organization::depths).orElse(Map.of()).keySet();
        Map<String, String> further = further(facts);
        further.keySet().retainAll(known);
        return Stream.of(
                        finding(solution, lacking(needed(facts), own), Verdict.BLOCK, "lacks "),
                        finding(solution, lacking(further, own), Verdict.WARN, "may need and lacks "))
                .flatMap(Optional::stream)
                .toList();
    }

    private static String lacking(Map<String, String> needed, Set<String> own) {
        return needed.entrySet().stream()
                .filter(each -> !own.contains(each.getKey()))
                .map(each -> each.getKey() + " (for " + each.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    private static Optional<Finding> finding(Solution solution, String lacking, Verdict verdict, String words) {
        return lacking.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.of(
                        "IMPORT-RIGHTS",
                        solution.key(),
                        verdict,
                        new Explanation(
                                "the signed-in identity " + words + lacking,
                                "Give it a role of the destination that has these privileges, such as System Administrator,"
                                        + " then plan again",
                                BASIS)));
    }

    /** What an import is known to ask for. */
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

    /** What making such components by hand asks for; whether an import does, too, is not known. */
    private static Map<String, String> further(SolutionFacts facts) {
        Map<String, String> further = new LinkedHashMap<>();
        note(
                further,
                "prvCreateAttribute",
                "its columns",
                !facts.schema().tables().isEmpty());
        note(
                further,
                "prvCreateRelationship",
                "its relationships",
                !facts.schema().relationships().isEmpty());
        note(further, "prvCreateRole", "its roles", !facts.schema().roles().isEmpty());
        note(
                further,
                "prvCreateFieldSecurityProfile",
                "its permission sets",
                !facts.schema().profiles().isEmpty());
        note(
                further,
                "prvCreateWorkflow",
                "its flows",
                !facts.content().workflows().isEmpty());
        note(
                further,
                "prvCreateWebResource",
                "its web resources",
                !facts.content().webResources().isEmpty());
        return further;
    }

    private static void note(Map<String, String> further, String privilege, String what, boolean isNeeded) {
        if (isNeeded) {
            further.put(privilege, what);
        }
    }
}
