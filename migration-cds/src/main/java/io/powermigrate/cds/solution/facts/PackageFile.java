package io.powermigrate.cds.solution.facts;

import io.powermigrate.internal.text.Shown;
import java.util.Locale;

/**
 * A file of a package.
 *
 * @param path below the package's root, with slashes
 * @param bytes its size
 */
public record PackageFile(String path, long bytes) {

    /** The path in lower case: names of files differ in case only by accident (wire/dataverse.md, section 6.1). */
    public String folded() {
        return path.toLowerCase(Locale.ROOT);
    }

    /** The name without its folders. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
