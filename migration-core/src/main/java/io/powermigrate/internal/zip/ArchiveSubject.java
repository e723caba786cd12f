package io.powermigrate.internal.zip;

import io.powermigrate.error.MigrationException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What messages say of a zip.
 *
 * @param refusal who was not read, "The package 'x' was not read": " because …" follows
 * @param kind what it is to be, "package"
 * @param again the remedy for a damaged one, a sentence without its full stop
 * @param raise the remedy for one beyond the limit of that name
 */
public record ArchiveSubject(String refusal, String kind, String again, UnaryOperator<String> raise) {

    public MigrationException refused(String because, String remedy) {
        return refused(because, remedy, null);
    }

    public MigrationException refused(String because, String remedy, @Nullable Throwable cause) {
        return new MigrationException(refusal + " because " + because, remedy, cause);
    }

    /** A limit was passed: says which, its value, what was met and how to raise it. */
    public MigrationException beyond(String what, String met, String limit, long value) {
        return refused(what + " " + met + "; the limit '" + limit + "' is " + value, raise.apply(limit));
    }

    MigrationException incomplete(String because) {
        return refused("it is not a complete zip: " + because, again);
    }
}
