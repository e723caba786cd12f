package io.powermigrate.cds.solution.comparison;

import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.cds.solution.schema.PrivilegeDepth;
import io.powermigrate.cds.solution.schema.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Roles and column security profiles, which are told by id and clash by name (wire/dataverse.md, section 4). */
final class SecurityIssues {

    private final SolutionFacts facts;
    private final Destination destination;
    private final List<ImportIssue> issues = new ArrayList<>();

    SecurityIssues(SolutionFacts facts, Destination destination) {
        this.facts = facts;
        this.destination = destination;
    }

    List<ImportIssue> all() {
        facts.schema().roles().forEach(this::role);
        return issues;
    }

    private void role(Role role) {
        List<Role> sameName = destination.schema().roles().stream()
                .filter(there -> there.name().equalsIgnoreCase(role.name()))
                .toList();
        if (!sameName.isEmpty()
                && sameName.stream().noneMatch(there -> there.id().equals(role.id()))) {
            nameTaken(role, sameName.get(0));
        }
        Map<String, Set<PrivilegeDepth>> allowed = destination.privileges();
        if (allowed != null) {
            depths(role, allowed);
        }
        issues.add(ImportIssue.info(
                role.name(),
                "who has the role does not travel",
                "Assign the role in the destination after the import"));
    }

    private void nameTaken(Role role, Role there) {
        issues.add(
                there.template() != null
                        ? ImportIssue.warn(
                                role.name(),
                                "the package changes the built-in role '" + role.name() + "', whose id differs in each"
                                        + " environment",
                                "Check that everybody who has the role may have what the package grants")
                        : ImportIssue.error(
                                role.name(),
                                "the destination holds another role of that name, with the id " + there.id()
                                        + " instead of " + role.id(),
                                "Rename or delete the role in the destination",
                                "0x80048017"));
    }

    private void depths(Role role, Map<String, Set<PrivilegeDepth>> allowed) {
        Set<String> own = Stream.concat(facts.schema().tables().stream(), destination.schema().tables().stream())
                .map(table -> table.logicalName().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        role.privileges().forEach((privilege, depth) -> {
            Set<PrivilegeDepth> depths = allowed.get(privilege);
            if (depths == null && own.stream().noneMatch(table -> endsWith(privilege, table))) {
                issues.add(ImportIssue.warn(
                                role.name(),
                                "the role grants '" + privilege + "', which the destination does not have",
                                "Install what brings the table of that privilege first")
                        .unsure());
            } else if (depths != null && !depths.contains(depth)) {
                issues.add(ImportIssue.error(
                        role.name(),
                        "the role grants '" + privilege + "' at the depth " + depth.word()
                                + ", which the destination does not allow for it",
                        "Grant it at another depth in the source",
                        null));
            }
        });
    }

    /** Privileges end with the name of their table. */
    private static boolean endsWith(String privilege, String table) {
        return privilege.toLowerCase(Locale.ROOT).endsWith(table);
    }
}
