package io.powermigrate.cds.carrier;

import io.powermigrate.cds.choice.GlobalChoice;
import io.powermigrate.cds.environment.Organization;
import io.powermigrate.cds.permission.PermissionSet;
import io.powermigrate.cds.reference.ReferenceDefinition;
import io.powermigrate.cds.role.SecurityRole;
import io.powermigrate.cds.solution.comparison.Destination;
import io.powermigrate.cds.solution.comparison.ImportForecast;
import io.powermigrate.cds.solution.comparison.ImportIssue;
import io.powermigrate.cds.solution.comparison.ImportMode;
import io.powermigrate.cds.solution.comparison.InstalledSolution;
import io.powermigrate.cds.solution.comparison.OrganizationGates;
import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.cds.solution.schema.Ownership;
import io.powermigrate.cds.solution.schema.PrivilegeDepth;
import io.powermigrate.cds.solution.schema.Relationship;
import io.powermigrate.cds.solution.schema.Role;
import io.powermigrate.cds.solution.schema.Schema;
import io.powermigrate.cds.solution.schema.Table;
import io.powermigrate.cds.solution.schema.TableSettings;
import io.powermigrate.cds.table.DataverseTable;
import io.powermigrate.cds.variable.VariableDefinition;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Item;
import io.powermigrate.rule.Basis;
import io.powermigrate.rule.Explanation;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import io.powermigrate.spi.CheckContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an import of a package would really do in a destination, as findings; nothing is sent. */
final class Forecast {

    private static final Basis BASIS = Basis.sure("docs/wire/dataverse.md, section 7", "2026-08-21");
    private static final Basis GUESS = Basis.unsure("docs/wire/dataverse.md, section 7", "2026-08-21");
    private static final TableSettings UNKNOWN = new TableSettings(null, null, null, null, List.of(), 0, 0, 0);

    private static final Organization NOTHING = new Organization(Item.of(Organization.TYPE.key("Dataverse"), "", ""));

    private final Solution solution;
    private final Inventory destination;
    private final Providers providers;
    private final SolutionOptions options;

    Forecast(Solution solution, CheckContext context, SolutionOptions options) {
        this.solution = solution;
        this.destination = context.destination();
        this.providers = Providers.of(solution, context);
        this.options = options;
    }

    List<Finding> of(SolutionFacts facts) {
        List<Finding> findings = new ArrayList<>();
        ImportForecast.of(facts, destination(), mode(facts)).forEach(issue -> findings.add(finding(issue)));
        findings.addAll(notKnown());
        return findings;
    }

    /** An upgrade needs something to replace; a first install is a plain import (wire/dataverse-situations.md, S16, S17). */
    ImportMode mode(SolutionFacts facts) {
        if (!facts.manifest().managed()) {
            return ImportMode.UNMANAGED;
        }
        return options.isUpgrade() ? ImportMode.UPGRADE : ImportMode.UPDATE;
    }

    private Finding finding(ImportIssue issue) {
        Verdict verdict =
                switch (issue.severity()) {
                    case ERROR -> Verdict.BLOCK;
                    case WARN -> Verdict.WARN;
                    case INFO -> Verdict.MIGRATE;
                };
        String code = issue.code();
        return Finding.of(
                code == null ? "IMPORT" : "IMPORT-" + code,
                solution.key(),
                verdict,
                new Explanation(issue.subject() + ": " + issue.reason(), issue.remedy(), issue.sure() ? BASIS : GUESS));
    }

    private Destination destination() {
        Optional<Organization> organization =
                destination.all(Organization.TYPE).stream().findFirst();
        Map<String, Set<PrivilegeDepth>> depths =
                organization.map(Organization::depths).orElse(Map.of());
        Set<String> languages = organization.map(Organization::languages).orElse(Set.of());
        return new Destination(
                schema(),
                providers.over(destination.all(Solution.TYPE).stream()
                        .map(each -> new InstalledSolution(
                                each.key().name(), each.version(), each.isManaged(), each.publisher()))
                        .toList()),
                organization.flatMap(Organization::version).orElse(null),
                organization.flatMap(Organization::baseLanguage).orElse(null),
                languages.isEmpty() ? null : languages,
                depths.isEmpty() ? null : depths,
                names(ReferenceDefinition.TYPE.name()),
                names(VariableDefinition.TYPE.name()),
                organization.map(Organization::gates).orElse(OrganizationGates.UNKNOWN));
    }

    private Set<String> names(String type) {
        return destination.all(type).stream()
                .map(each -> each.key().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** Tables that were only listed are there; nothing is concluded about their columns. */
    private Schema schema() {
        List<Table> tables = new ArrayList<>();
        List<Relationship> relationships = new ArrayList<>();
        for (DataverseTable table : destination.all(DataverseTable.TYPE)) {
            if (table.isFetched()) {
                tables.add(table.definition());
                relationships.addAll(table.relationships());
            } else {
                String name = table.key().name();
                tables.add(new Table(name, name, false, false, Ownership.UNKNOWN, UNKNOWN, List.of(), List.of()));
            }
        }
        tables.addAll(providers.tablesBeside(tables));
        return new Schema(
                tables,
                relationships,
                destination.all(GlobalChoice.TYPE).stream()
                        .map(GlobalChoice::definition)
                        .toList(),
                destination.all(SecurityRole.TYPE).stream().map(Forecast::role).toList(),
                destination.all(PermissionSet.TYPE).stream()
                        .map(PermissionSet::definition)
                        .toList());
    }

    private static Role role(SecurityRole role) {
        return role.isFetched()
                ? role.definition()
                : new Role(
                        role.id(), role.displayName(), Map.of(), role.template().orElse(null));
    }

    /** What the destination did not tell was not compared. */
    private List<Finding> notKnown() {
        Organization known =
                destination.all(Organization.TYPE).stream().findFirst().orElse(NOTHING);
        List<String> missing = new ArrayList<>();
        note(known.version().isEmpty(), "its server version", missing);
        note(known.languages().isEmpty(), "its languages", missing);
        note(known.depths().isEmpty(), "its privileges", missing);
        note(!known.content().at("gates").isObject(), "its limits and locks", missing);
        note(known.ownPrivileges().isEmpty(), "what the signed-in identity may do", missing);
        return missing.isEmpty()
                ? List.of()
                : List.of(Finding.of(
                        "IMPORT-UNKNOWN",
                        solution.key(),
                        Verdict.WARN,
                        new Explanation(
                                "the destination did not tell " + String.join(", ", missing)
                                        + ", so the package was not held against that",
                                "Plan as an identity that may read it, such as a system administrator",
                                BASIS)));
    }

    private static void note(boolean isMissing, String what, List<String> missing) {
        if (isMissing) {
            missing.add(what);
        }
    }
}
