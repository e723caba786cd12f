package io.powermigrate.testkit.fake.packaging;

import java.util.Set;

/**
 * How this platform behaves where the facts leave it open. Immutable.
 *
 * @param variants what differs from the default
 * @param polls how often a job answers {@code Running} before its end
 */
public record Settings(Set<Variant> variants, int polls) {
    /** Copies the set. */
    public Settings {
        variants = Set.copyOf(variants);
    }
}
