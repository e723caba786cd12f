package io.powermigrate.cds.solution.input;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Shown;

/**
 * What one XML file may cost to read, and how a file that is beyond, or no good XML, is refused.
 *
 * @param file its path in the package
 * @param taken what the reading of the package took so far
 */
public record XmlLimits(String file, Taken taken) {

    int depth() {
        return (int) of(Limit.DEPTH);
    }

    int attributes() {
        return (int) of(Limit.ATTRIBUTES);
    }

    int text() {
        return (int) of(Limit.TEXT);
    }

    long bytes() {
        return of(Limit.XML);
    }

    private long of(Limit limit) {
        return taken.refusals().limits().of(limit);
    }

    MigrationException beyond(String met, Limit limit) {
        return taken.refusals().beyond(named(), met, limit);
    }

    MigrationException refused(String because, String remedy) {
        return taken.refusals().refused("of its file '" + Shown.name(file) + "': " + because, remedy);
    }

    private String named() {
        return "its file '" + Shown.name(file) + "'";
    }
}
