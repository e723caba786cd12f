package io.powermigrate.cds.solution.writing;

import java.util.Map;
import java.util.Set;

/**
 * What becomes of the files of a package.
 *
 * @param changed by path of the file, in lower case
 * @param removed paths of the files that go, in lower case
 */
public record PackageEdits(Map<String, FileEdit> changed, Set<String> removed) {

    /** Copies both. */
    public PackageEdits {
        changed = Map.copyOf(changed);
        removed = Set.copyOf(removed);
    }

    boolean isEmpty() {
        return changed.isEmpty() && removed.isEmpty();
    }
}
