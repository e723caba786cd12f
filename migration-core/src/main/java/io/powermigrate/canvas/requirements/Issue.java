package io.powermigrate.canvas.requirements;

import io.powermigrate.internal.text.Shown;
import org.jspecify.annotations.Nullable;

/**
 * One place of a document that will not work as it did.
 *
 * @param kind what is wrong
 * @param place where
 * @param sure whether the place surely breaks; not where a formula may mean something else, or was broken in the source already
 * @param reason why, as the end of a sentence
 * @param need what is missing in the destination; null where something else is wrong
 */
public record Issue(
        IssueKind kind,
        DocumentPlace place,
        boolean sure,
        String reason,
        @Nullable Requirement need) {

    /** A place that surely breaks, though nothing is missing. */
    static Issue at(DocumentPlace place, IssueKind kind, String reason) {
        return new Issue(kind, place, true, reason, null);
    }

    /** The issue of what is missing. */
    Issue of(Requirement missing) {
        return new Issue(kind, place, sure, reason, missing);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
