package io.powermigrate.cds.installed;

import io.powermigrate.internal.text.Shown;

/**
 * A component that needs another one, which an upgrade removes.
 *
 * @param required what is removed
 * @param dependent what needs it
 * @param sure whether that certainly stops the upgrade: the dependent is not replaced by the package, or what people changed of it
 *     stays on top, and what is removed was brought by the solution
 */
public record Need(InstalledPart required, InstalledPart dependent, boolean sure) {

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
