package io.powermigrate.cds.carrier;

import io.powermigrate.cds.member.PermissionMembers;
import io.powermigrate.cds.solution.facts.EnvironmentVariable;
import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.cds.solution.schema.Table;
import io.powermigrate.cds.table.DataverseTable;
import io.powermigrate.rule.Basis;
import io.powermigrate.rule.Explanation;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import io.powermigrate.spi.CheckContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is to be said of a solution before it travels. */
final class SolutionCheck {

    private static final Basis BASIS = Basis.sure("docs/wire/dataverse.md, section 2", "2026-08-21");

    private final Solution solution;
    private final CheckContext context;
    private final SolutionOptions options;

    SolutionCheck(Solution solution, CheckContext context, SolutionOptions options) {
        this.solution = solution;
        this.context = context;
        this.options = options;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(new Patches(solution, context).findings());
        findings.addAll(new SourceCheck(solution, options).findings());
        Optional<SolutionFacts> facts = solution.facts();
        if (facts.isEmpty()) {
            findings.add(notExported());
            deletesUnseen().ifPresent(findings::add);
            if (solution.isScratch()) {
                findings.addAll(expected(new Expected(solution, context, options.isManaged()).facts()));
            }
            return findings;
        }
        findings.addAll(new Forecast(solution, context, options).of(facts.get().withoutVariableValues()));
        findings.addAll(new Standing(solution, facts.get(), context, options).findings());
        findings.addAll(Replacement.findings(solution, facts.get(), context, options));
        findings.addAll(new AppsCheck(solution, facts.get(), context).findings());
        findings.addAll(OwnRights.lacking(solution, facts.get(), context.destination()));
        findings.addAll(left(facts.get()));
        valuesStay(facts.get()).ifPresent(findings::add);
        membersStay(facts.get()).ifPresent(findings::add);
        buildsOn().ifPresent(findings::add);
        comparedElsewhere().ifPresent(findings::add);
        findings.add(kind(facts.get()));
        return findings;
    }

    /** Of what is not exported, as far as its source tells it. */
    private List<Finding> expected(SolutionFacts facts) {
        List<Finding> findings = new ArrayList<>(new Forecast(solution, context, options).of(facts));
        findings.addAll(new Standing(solution, facts, context, options).findings());
        findings.addAll(OwnRights.lacking(solution, facts, context.destination()));
        findings.add(kind(facts));
        return findings;
    }

    /** What an upgrade deletes is known of a package only. */
    private Optional<Finding> deletesUnseen() {
        boolean replaces = context.destination().named(solution.key()).stream()
                .map(Solution.TYPE.model()::cast)
                .anyMatch(Solution::isManaged);
        return options.isUpgrade() && options.isManaged() && replaces
                ? Optional.of(finding(
                        "SOL-030",
                        Verdict.WARN,
                        "the upgrade deletes in the destination what the new package does not hold, tables with their rows, and what"
                                + " that is cannot be told before the package is made",
                        "Leave out SolutionOptions.upgrade(), or export the package first and plan with it"))
                : Optional.empty();
    }

    private Finding notExported() {
        if (solution.isScratch()) {
            return finding(
                    "SOL-005",
                    Verdict.MIGRATE,
                    "its package is made when the plan is executed; until then it was checked by the tables, choices, roles and"
                            + " permission sets of the source",
                    "Rehearse before you execute to have the destination try the package itself");
        }
        return solution.isManaged()
                ? finding(
                        "SOL-004",
                        Verdict.BLOCK,
                        "it is managed in the source, and the service exports no managed solution",
                        "Get its package from its publisher and read it with Packages.in, or export it where it was made")
                : finding(
                        "SOL-005",
                        Verdict.WARN,
                        "it was not exported to make this plan, so what an import would do was not checked",
                        options.publishesBeforeExport()
                                ? "Rehearse before you execute: that publishes and exports it, and the destination tries it"
                                : "Plan without planWithoutExport() and with a source that may be exported, or rehearse before you"
                                        + " execute");
    }

    /**
     * Changes that people made outside of the solution stay where they are (wire/dataverse-situations.md, S29). What another package
     * of a folder holds of a table is not left behind: it travels in that one.
     */
    private List<Finding> left(SolutionFacts facts) {
        List<Finding> findings = new ArrayList<>();
        if (solution.content().at(Solution.COMPARED_ELSEWHERE).isArray()) {
            return findings;
        }
        for (Table packaged : facts.schema().tables()) {
            Set<String> columns = packaged.columns().stream()
                    .map(column -> column.logicalName())
                    .collect(Collectors.toSet());
            context.source()
                    .find(DataverseTable.TYPE.key(packaged.logicalName()))
                    .map(DataverseTable.class::cast)
                    .filter(DataverseTable::isFetched)
                    .ifPresent(table -> table.ownColumns().stream()
                            .filter(column -> !columns.contains(column))
                            .forEach(column -> findings.add(finding(
                                    "SOL-006",
                                    Verdict.WARN,
                                    "the column " + column + " of the table "
                                            + table.key().name() + " is not in its package: it will not travel",
                                    "Add the column to the solution in the source, or publish it there if it is new, then plan"
                                            + " again"))));
        }
        return findings;
    }

    private Optional<Finding> valuesStay(SolutionFacts facts) {
        String names = facts.content().variables().stream()
                .filter(EnvironmentVariable::hasValue)
                .map(EnvironmentVariable::schemaName)
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(finding(
                        "SOL-009",
                        Verdict.WARN,
                        "its package holds values of the source for " + names + ": they are left out of what travels",
                        "Give the values of the destination with Cds.value"));
    }

    /** A package on this computer has no members to be added. */
    private Optional<Finding> membersStay(SolutionFacts facts) {
        String names = facts.schema().profiles().stream()
                .map(profile -> profile.name())
                .filter(name ->
                        context.source().find(PermissionMembers.TYPE.key(name)).isEmpty())
                .collect(Collectors.joining(", "));
        return names.isEmpty() || !options.bringsMembers()
                ? Optional.empty()
                : Optional.of(finding(
                        "SOL-025",
                        Verdict.WARN,
                        "the source tells no members of " + names + ", so withMembers() adds nobody",
                        "Plan from the environment that the package was exported from, or add the members by hand"));
    }

    private Optional<Finding> buildsOn() {
        String names = Providers.of(solution, context).named();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        finding(
                                "SOL-011",
                                Verdict.MIGRATE,
                                "it builds on " + names
                                        + " of the same plan, so the destination tries it only when that is there, after"
                                        + " the first writes",
                                "Import what it builds on by a plan of its own, if nothing is to be written before this one was tried"));
    }

    private Optional<Finding> comparedElsewhere() {
        List<String> names = solution.content().texts(Solution.COMPARED_ELSEWHERE);
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(finding(
                        "SOL-010",
                        Verdict.WARN,
                        "another package of the folder holds " + String.join(", ", names)
                                + " with other contents, and only those of the other one are compared",
                        "Migrate this package from a folder of its own"));
    }

    private Finding kind(SolutionFacts facts) {
        return facts.manifest().managed()
                ? finding(
                        "SOL-007",
                        Verdict.MIGRATE,
                        "its package is managed: what it brings cannot be edited in the destination, and goes when the solution is"
                                + " deleted there",
                        "Leave out SolutionOptions.managed() to bring it unmanaged")
                : finding(
                        "SOL-008",
                        Verdict.MIGRATE,
                        "its package is unmanaged: it overwrites what the destination has of the same name, and deleting the"
                                + " solution there leaves everything that it brought",
                        "Add SolutionOptions.managed() to bring it managed");
    }

    private Finding finding(String rule, Verdict verdict, String reason, String remedy) {
        return Finding.of(rule, solution.key(), verdict, new Explanation(reason, remedy, BASIS));
    }
}
