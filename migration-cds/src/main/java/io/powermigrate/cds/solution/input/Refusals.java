package io.powermigrate.cds.solution.input;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.internal.zip.ArchiveLimits;
import io.powermigrate.internal.zip.ArchiveSubject;
import org.jspecify.annotations.Nullable;

/**
 * Says why a package is refused.
 *
 * @param name what messages call the package
 * @param limits what it must keep
 */
public record Refusals(String name, LimitValues limits) {

    /** Files other than XML and JSON are copied, never taken apart, so what they inflate to does not matter. */
    private static final int ANY_RATIO = Integer.MAX_VALUE;

    public MigrationException refused(String because, String remedy) {
        return refused(because, remedy, null);
    }

    public MigrationException refused(String because, String remedy, @Nullable Throwable cause) {
        return subject().refused(because, remedy, cause);
    }

    /** A limit was passed: says which, its value, what was met and how to raise it. */
    public MigrationException beyond(String what, String met, Limit limit) {
        return subject().beyond(what, met, limit.word(), limits.of(limit));
    }

    ArchiveSubject subject() {
        return new ArchiveSubject(
                "The solution package '" + Shown.name(name) + "' was not read",
                "solution package",
                "Export the solution again",
                limit -> "Check where the package comes from, and raise the limit if it is right: give"
                        + " SolutionLimits.defaults().with" + Character.toUpperCase(limit.charAt(0))
                        + limit.substring(1)
                        + "(…) to SolutionPackage.open");
    }

    ArchiveLimits zip() {
        return new ArchiveLimits(
                limits.of(Limit.ARCHIVE),
                (int) limits.of(Limit.ENTRIES),
                (int) limits.of(Limit.ENTRY_NAME),
                ANY_RATIO,
                limits.of(Limit.ENTRY),
                limits.of(Limit.TOTAL));
    }
}
