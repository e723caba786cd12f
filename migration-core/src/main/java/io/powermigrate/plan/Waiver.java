package io.powermigrate.plan;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.ResourceKey;
import java.util.Objects;

/**
 * Somebody's word that a finding may be passed over; it stands in the plan.
 *
 * @param rule the id of the rule
 * @param resource what it found something about
 * @param because why that is all right
 */
public record Waiver(String rule, ResourceKey resource, String because) {

    public Waiver {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(resource, "resource");
        if (because.isBlank()) {
            throw new IllegalArgumentException(
                    Shown.message("A waiver of " + rule + " for " + resource + " has no reason. Say why."));
        }
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
