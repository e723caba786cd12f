package io.powermigrate.plan;

import io.powermigrate.model.ResourceKey;
import io.powermigrate.rule.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a plan does with a resource what it does.
 *
 * @param step its step
 * @param chain the steps of what it waits for, of what those wait for, and so on; nearest first
 */
public record Why(Step step, List<Step> chain) {

    public Why {
        chain = List.copyOf(chain);
    }

    /** The keys at the end of the chain: what has to be settled first. */
    public List<ResourceKey> roots() {
        return chain.stream()
                .filter(each -> each.waitsFor().isEmpty())
                .map(Step::key)
                .toList();
    }

    /** For people. */
    public String toText() {
        StringBuilder text = new StringBuilder(told("  ", step));
        chain.forEach(each -> text.append(told("  because of ", each)));
        return text.toString();
    }

    private static String told(String before, Step step) {
        return before + PlanText.head(step) + "\n"
                + SameFindings.once(step.findings()).stream()
                        .filter(finding -> finding.verdict() != Verdict.MIGRATE)
                        .map(finding -> PlanText.advice(step, finding))
                        .collect(Collectors.joining());
    }
}
