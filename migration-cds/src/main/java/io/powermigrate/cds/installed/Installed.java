package io.powermigrate.cds.installed;

import io.powermigrate.internal.text.Shown;
import java.util.List;

/**
 * What a destination told of an installed solution and of the package that is to replace it.
 *
 * @param removed what an upgrade removes, because the package no longer holds it; empty where no upgrade is asked for
 * @param needs who needs that
 * @param changed what the package holds and people have changed in the destination, in an unmanaged layer
 * @param notKnown what could not be found out, in words, each with its reason
 */
public record Installed(
        List<InstalledPart> removed, List<Need> needs, List<InstalledPart> changed, List<String> notKnown) {

    /** Copies what it is given. */
    public Installed {
        removed = List.copyOf(removed);
        needs = List.copyOf(needs);
        changed = List.copyOf(changed);
        notKnown = List.copyOf(notKnown);
    }

    /** Of which nothing is known. */
    static Installed unknown(String why) {
        return new Installed(List.of(), List.of(), List.of(), List.of(why));
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
