package io.powermigrate.spi;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Resource;
import io.powermigrate.rule.Finding;
import java.util.List;

/**
 * What a packager answers: what travels, and what does not. Immutable.
 *
 * @param <C> the carrier
 * @param carriers each once; one that the source lists is fetched before its contents are asked for
 * @param findings why a selected resource is in no carrier or in several, with the lines to paste that the packager then
 *     takes; or what is to be known of a carrier
 * @param notChecked what the plan can say nothing about, in words
 */
public record Packed<C extends Resource>(List<C> carriers, List<Finding> findings, List<String> notChecked) {

    public Packed {
        carriers = List.copyOf(carriers);
        findings = List.copyOf(findings);
        notChecked = List.copyOf(notChecked);
    }

    /** Carriers alone. */
    public static <C extends Resource> Packed<C> of(List<C> carriers) {
        return new Packed<>(carriers, List.of(), List.of());
    }

    /** The same carriers, with what was found on the way. */
    public Packed<C> finding(List<Finding> some) {
        return new Packed<>(carriers, some, notChecked);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
