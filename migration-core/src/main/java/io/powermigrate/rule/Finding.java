package io.powermigrate.rule;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Candidate;
import io.powermigrate.model.ResourceKey;
import java.util.List;
import java.util.Objects;

/**
 * What a rule found.
 *
 * @param rule the stable id of the rule
 * @param resource what it is about
 * @param verdict what it means
 * @param reason why
 * @param remedy what a person does, in exact steps
 * @param locations where
 * @param suggestions lines that would settle it, to be pasted into the mapping; never applied by themselves
 * @param candidates those of the destination that the lines lead to, with their names
 * @param basis what the rule rests on
 */
public record Finding(
        String rule,
        ResourceKey resource,
        Verdict verdict,
        String reason,
        String remedy,
        List<Location> locations,
        List<Binding> suggestions,
        List<Candidate> candidates,
        Basis basis) {

    public Finding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(remedy, "remedy");
        Objects.requireNonNull(basis, "basis");
        locations = List.copyOf(locations);
        suggestions = List.copyOf(suggestions);
        candidates = candidates == null ? List.of() : List.copyOf(candidates); // of earlier versions
    }

    /** A finding about a resource as a whole. */
    public static Finding of(String rule, ResourceKey resource, Verdict verdict, Explanation because) {
        return new Finding(
                rule,
                resource,
                verdict,
                because.reason(),
                because.remedy(),
                List.of(),
                List.of(),
                List.of(),
                because.basis());
    }

    /** This finding with lines to paste. */
    public Finding suggesting(List<Binding> lines) {
        return new Finding(rule, resource, verdict, reason, remedy, locations, lines, candidates, basis);
    }

    /** This finding with what its lines lead to. */
    public Finding among(List<Candidate> some) {
        return new Finding(rule, resource, verdict, reason, remedy, locations, suggestions, some, basis);
    }

    /** This finding at some places. */
    public Finding at(List<Location> places) {
        return new Finding(rule, resource, verdict, reason, remedy, places, suggestions, candidates, basis);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
