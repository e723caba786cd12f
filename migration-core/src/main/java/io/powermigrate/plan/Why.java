package io.powermigrate.plan;

import io.powermigrate.internal.text.Counted;
import io.powermigrate.internal.text.Lines;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.rule.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    static Why of(Step step, Map<ResourceKey, Step> steps) {
        Set<ResourceKey> seen = new LinkedHashSet<>(step.waitsFor());
        List<Step> chain = new ArrayList<>();
        for (List<ResourceKey> next = List.copyOf(seen); !next.isEmpty(); ) {
            List<ResourceKey> further = new ArrayList<>();
            for (ResourceKey waited : next) {
                Step behind = steps.get(waited);
                if (behind != null) {
                    chain.add(behind);
                    behind.waitsFor().stream().filter(seen::add).forEach(further::add);
                }
            }
            next = further;
        }
        return new Why(step, chain);
    }

    /** The keys at the end of the chain: what has to be settled first. */
    public List<ResourceKey> roots() {
        return chain.stream()
                .filter(each -> each.waitsFor().isEmpty())
                .map(Step::key)
                .toList();
    }

    /** In one line: the step, and how many others are behind it. */
    @Override
    public String toString() {
        return Shown.value(
                step + (chain.isEmpty() ? "" : " (because of " + Counted.of(chain.size(), "other step") + ")"));
    }

    /** For people, one line for each step: the resource asked for, then what it waits for, nearest first. */
    public String toText() {
        Lines page = new Lines();
        tell("  ", step, page);
        chain.forEach(each -> tell("  because of ", each, page));
        return page.toString();
    }

    private static void tell(String before, Step step, Lines page) {
        page.line(before + PlanText.head(step));
        SameFindings.once(step.findings()).stream()
                .filter(finding -> finding.verdict() != Verdict.MIGRATE)
                .forEach(finding -> PlanText.advise(step, finding, page));
    }
}
