package io.powermigrate.cds.carrier;

import io.powermigrate.rule.Basis;
import io.powermigrate.rule.Explanation;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What a plan says of the source of a solution: what is changed there, what was left there, and what is not published. */
final class SourceCheck {

    private static final Basis BASIS = Basis.sure("docs/wire/dataverse-facts.md, D", "2026-11-29");
    private static final int NAMED = 10;

    private final Solution solution;
    private final SolutionOptions options;

    SourceCheck(Solution solution, SolutionOptions options) {
        this.solution = solution;
        this.options = options;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (solution.isScratch()) {
            findings.add(changed());
            if (!solution.content().at(Solution.DRAFTS).isObject()) {
                findings.add(unknown("all that it carries, because the plan was made of a snapshot"));
            }
        }
        tell(findings, solution.content().at(Solution.LEFTOVERS).texts("same"), this::inUse);
        tell(findings, solution.content().at(Solution.LEFTOVERS).texts("old"), this::left);
        List<String> drafts = solution.content().at(Solution.DRAFTS).texts("unpublished");
        tell(findings, drafts, options.publishesBeforeExport() ? this::published : this::staysBehind);
        tell(findings, solution.content().at(Solution.DRAFTS).texts("unknown"), this::unknown);
        return findings;
    }

    private interface Told {
        Finding of(String names);
    }

    private static void tell(List<Finding> findings, List<String> texts, Told told) {
        if (!texts.isEmpty()) {
            String more = texts.size() > NAMED ? "; and " + (texts.size() - NAMED) + " others" : "";
            findings.add(told.of(String.join("; ", texts.subList(0, Math.min(NAMED, texts.size()))) + more));
        }
    }

    private Finding changed() {
        return finding(
                "SOL-012",
                Verdict.WARN,
                "making its package changes the source: the solution "
                        + solution.key().name() + " of the publisher " + solution.publisher()
                        + " is made there, filled with what was selected, exported and deleted again",
                "Name a solution that people made with SolutionOptions.solutions if the source is not to be changed");
    }

    private Finding inUse(String names) {
        return finding(
                "SOL-014",
                Verdict.BLOCK,
                "the source holds a scratch solution of this selection already, so another run makes its package now, or one was"
                        + " cut off: " + names,
                "Wait for the other run; if there is none, delete this solution in the source, or call Cds.removeLeftovers(source,"
                        + " Duration.ZERO), which also removes those that runs of other selections use now; then plan again");
    }

    private Finding left(String names) {
        return finding(
                "SOL-015",
                Verdict.WARN,
                "the source holds scratch solutions that runs have left there: " + names,
                "Remove them with Cds.removeLeftovers(source), which deletes nothing that they hold");
    }

    private Finding staysBehind(String names) {
        return finding(
                "SOL-013",
                Verdict.WARN,
                "changes in the source that are not published will not travel: " + names,
                "Publish them in the source, or add SolutionOptions.publishBeforeExport() to have them published, then plan again");
    }

    private Finding published(String names) {
        return finding(
                "SOL-018",
                Verdict.WARN,
                "changes in the source that nobody has published are published there before the export, no matter who made them: "
                        + names,
                "Ask who made them whether they are finished, or leave out SolutionOptions.publishBeforeExport()");
    }

    private Finding unknown(String names) {
        return finding(
                "SOL-019",
                Verdict.WARN,
                options.publishesBeforeExport()
                        ? "whether these have changes that are not published is not known; such changes are published before the"
                                + " export, no matter who made them: " + names
                        : "whether these have changes that are not published, which would not travel, is not known: "
                                + names,
                options.publishesBeforeExport()
                        ? "Ask who works on them, or leave out SolutionOptions.publishBeforeExport()"
                        : "Publish them in the source if somebody has changed them");
    }

    private Finding finding(String rule, Verdict verdict, String reason, String remedy) {
        return Finding.of(rule, solution.key(), verdict, new Explanation(reason, remedy, BASIS));
    }
}
