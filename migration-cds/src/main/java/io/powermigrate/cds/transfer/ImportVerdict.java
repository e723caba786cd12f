package io.powermigrate.cds.transfer;

import io.powermigrate.internal.text.Shown;
import java.util.List;

/**
 * How an import ended that succeeded as a whole: a component may still have failed in it, which is read back
 * (wire/dataverse-facts.md, A2).
 *
 * @param importJob the id of its job
 * @param components what was said of single components
 * @param warnings what was said of the whole, and what could not be read of it
 */
public record ImportVerdict(String importJob, List<ComponentResult> components, List<String> warnings) {

    /** Copies the lists. */
    public ImportVerdict {
        components = List.copyOf(components);
        warnings = List.copyOf(warnings);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
