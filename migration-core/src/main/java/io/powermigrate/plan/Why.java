package io.powermigrate.plan;

import io.powermigrate.model.ResourceKey;
import java.util.List;

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
        StringBuilder text = new StringBuilder();
        PlanText.describe(step, text);
        for (Step each : chain) {
            text.append("  because of ");
            PlanText.describe(each, text);
        }
        return text.toString();
    }
}
