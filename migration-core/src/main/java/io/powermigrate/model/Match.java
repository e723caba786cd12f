package io.powermigrate.model;

import io.powermigrate.internal.text.Shown;
import java.util.List;
import java.util.Optional;

/**
 * Which resource of the destination a resource of the source is.
 *
 * @param kind whether it is one, none, or could be several
 * @param candidates those of the destination that it is or could be; where it was not found, those that may be meant
 * @param how how it was found, or why not, in words
 * @param <R> the type of resource
 */
public record Match<R extends Resource>(Kind kind, List<R> candidates, String how) {

    /** Whether it is one, none, or could be several. */
    public enum Kind {
        /** None of the destination is it. */
        ABSENT,
        /** One is. */
        ONE,
        /** Several could be; only a person knows. */
        AMBIGUOUS,
        /** A line of the mapping leads to one that the destination does not show, or that cannot be it. */
        NOT_FOUND
    }

    public Match {
        candidates = List.copyOf(candidates);
    }

    /** None of the destination is it. */
    public static <R extends Resource> Match<R> absent(String how) {
        return new Match<>(Kind.ABSENT, List.of(), how);
    }

    /** This one is it. */
    public static <R extends Resource> Match<R> one(R found, String how) {
        return new Match<>(Kind.ONE, List.of(found), how);
    }

    /** Each of these could be it; only a person knows. */
    public static <R extends Resource> Match<R> ambiguous(List<R> candidates, String how) {
        return new Match<>(Kind.AMBIGUOUS, candidates, how);
    }

    /**
     * A line of the mapping leads to nothing that it could be.
     *
     * @param nearest those that may be meant, the likeliest one first
     */
    public static <R extends Resource> Match<R> notFound(List<R> nearest, String how) {
        return new Match<>(Kind.NOT_FOUND, nearest, how);
    }

    /** The one that it is. */
    public Optional<R> found() {
        return kind == Kind.ONE ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
