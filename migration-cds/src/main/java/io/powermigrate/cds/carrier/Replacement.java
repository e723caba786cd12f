package io.powermigrate.cds.carrier;

import io.powermigrate.cds.installed.Installed;
import io.powermigrate.cds.installed.InstalledPart;
import io.powermigrate.cds.installed.Need;
import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.rule.Basis;
import io.powermigrate.rule.Explanation;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import io.powermigrate.spi.CheckContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a managed package meets of the installed version that it is to replace: what an upgrade deletes, what keeps it from doing so,
 * and what people changed, which stays on top (wire/dataverse-situations.md, S10, S11, S29).
 */
final class Replacement {

    private static final Basis SURE = Basis.sure("docs/wire/dataverse-situations.md, S10, S11", "2026-08-21");
    private static final Basis GUESS = Basis.unsure("docs/wire/dataverse.md, sections 2.9 and 7", "2026-08-21");
    private static final int NAMED = 30;

    private final Solution solution;
    private final SolutionOptions options;
    private final List<Finding> findings = new ArrayList<>();

    private Replacement(Solution solution, SolutionOptions options) {
        this.solution = solution;
        this.options = options;
    }

    /** Nothing where the destination holds no managed version of it. */
    static List<Finding> findings(
            Solution solution, SolutionFacts facts, CheckContext context, SolutionOptions options) {
        Optional<Solution> there = context.destination().named(solution.key()).stream()
                .map(Solution.TYPE.model()::cast)
                .filter(each -> each.isManaged() && facts.manifest().managed())
                .findFirst();
        Replacement replacement = new Replacement(solution, options);
        there.ifPresent(each -> each.installed().ifPresentOrElse(replacement::told, replacement::notAsked));
        return replacement.findings;
    }

    private void told(Installed installed) {
        blocked(installed.needs().stream().filter(Need::sure).toList())
                .forEach((required, dependents) -> add(
                        "UPGRADE-001",
                        Verdict.BLOCK,
                        "the upgrade removes " + required.words() + ", which the destination still needs: "
                                + words(dependents),
                        "Remove these uses in the destination first, put the component back into the solution, or import it as an"
                                + " update: leave out SolutionOptions.upgrade()",
                        SURE));
        blocked(installed.needs().stream().filter(need -> !need.sure()).toList())
                .forEach((required, dependents) -> add(
                        "UPGRADE-002",
                        Verdict.WARN,
                        "the upgrade may stop at " + required.words()
                                + ", which the package no longer holds and these need: " + words(dependents),
                        "Check whether the new version changes these, and remove what it does not change in the destination first",
                        GUESS));
        deleted(installed.removed());
        changed(installed.changed());
        installed.notKnown().forEach(this::unknown);
    }

    private static Map<InstalledPart, List<InstalledPart>> blocked(List<Need> needs) {
        return needs.stream()
                .collect(Collectors.groupingBy(
                        Need::required, LinkedHashMap::new, Collectors.mapping(Need::dependent, Collectors.toList())));
    }

    private void deleted(List<InstalledPart> removed) {
        if (!removed.isEmpty()) {
            add(
                    "UPGRADE-003",
                    Verdict.WARN,
                    "the upgrade deletes what the package no longer holds, tables with their rows, unless another solution holds it,"
                            + " too: " + words(removed),
                    "Check whether anybody still needs it; leave out SolutionOptions.upgrade() to keep it",
                    SURE);
        }
    }

    /** Forms, site maps and apps are merged even where the import overwrites (wire/dataverse.md, section 7). */
    private void changed(List<InstalledPart> changed) {
        if (changed.isEmpty()) {
            return;
        }
        if (options.overwritesUnmanaged()) {
            add(
                    "LAYER-003",
                    Verdict.WARN,
                    "people changed components of the package in the destination, and the import overwrites these changes: "
                            + words(changed),
                    "Leave out SolutionOptions.overwriteUnmanaged() to keep them, or bring them into the source first",
                    GUESS);
        } else {
            add(
                    "LAYER-002",
                    Verdict.WARN,
                    "people changed components of the package in the destination, and their unmanaged layer stays on top: what the"
                            + " package changes in these does not show: " + words(changed),
                    "Add SolutionOptions.overwriteUnmanaged(), or remove the unmanaged layer there (Solution layers) before the import",
                    GUESS);
        }
    }

    private void notAsked() {
        unknown("what it holds of the solution: it was not asked when the destination was read");
    }

    private void unknown(String what) {
        add(
                "UPGRADE-UNKNOWN",
                Verdict.WARN,
                "the destination did not tell " + what,
                "Plan again as an identity that may read it, such as a system administrator, or look at it in the destination",
                GUESS);
    }

    /** Tables first, each of them: their rows go with them. */
    private static String words(List<InstalledPart> parts) {
        List<InstalledPart> tables = parts.stream()
                .filter(part -> part.kind().equalsIgnoreCase("Entity"))
                .toList();
        List<InstalledPart> others =
                parts.stream().filter(part -> !tables.contains(part)).toList();
        String some = Stream.concat(tables.stream(), others.stream().limit(NAMED))
                .map(InstalledPart::words)
                .collect(Collectors.joining(", "));
        return others.size() > NAMED ? some + " and " + (others.size() - NAMED) + " others" : some;
    }

    private void add(String rule, Verdict verdict, String reason, String remedy, Basis basis) {
        findings.add(Finding.of(rule, solution.key(), verdict, new Explanation(reason, remedy, basis)));
    }
}
