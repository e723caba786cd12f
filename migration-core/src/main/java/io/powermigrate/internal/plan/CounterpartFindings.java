package io.powermigrate.internal.plan;

import io.powermigrate.internal.finding.EngineFindings;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Candidate;
import io.powermigrate.model.Coverage;
import io.powermigrate.model.Difference;
import io.powermigrate.model.Match;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.SlotType;
import io.powermigrate.plan.Counterpart;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the engine finds where it is not settled which one of the destination a resource is. */
final class CounterpartFindings {

    private static final String AMBIGUOUS = "ENG-AMBIGUOUS";
    private static final String NOT_FOUND = "ENG-NOT-FOUND";
    private static final String MATCH_FAILED = "ENG-MATCH-FAILED";
    private static final String DESTINATION_UNREADABLE = "ENG-DESTINATION-UNREADABLE";
    private static final Set<String> ALL = Set.of(AMBIGUOUS, NOT_FOUND, MATCH_FAILED, DESTINATION_UNREADABLE);

    private CounterpartFindings() {}

    /** Only a person could change it, and nobody needs to. */
    static Finding differsAndServes(ResourceKey key, Counterpart held) {
        return EngineFindings.finding(
                "ENG-SERVES",
                key,
                Verdict.WARN,
                "the destination's " + new Candidate(held.id(), held.displayName())
                        + " serves those who need it, although "
                        + held.differences().stream().map(Difference::toString).collect(Collectors.joining("; ")),
                "Change it by hand in the destination if it is to be the same");
    }

    /** Whether this says that it is not known which one of the destination a resource is. */
    static boolean isOne(Finding finding) {
        return ALL.contains(finding.rule());
    }

    /**
     * Several could be it.
     *
     * @param byHand whether only a person makes it: then a line that says that it is new settles nothing
     */
    static Finding ambiguous(Resource source, Match<?> match, boolean byHand) {
        List<Candidate> candidates = candidates(match);
        List<Binding> lines = new ArrayList<>(lines(source, candidates));
        if (!byHand) {
            lines.add(line(source, Binding.NEW));
        } else if (candidates.isEmpty()) {
            lines.add(Binding.toBeFilledIn(new SlotType(source.key().type()), source.id()));
        }
        return EngineFindings.finding(
                        AMBIGUOUS,
                        source.key(),
                        Verdict.BLOCK,
                        "cannot be matched to one resource in the destination, because " + match.how()
                                + words(": ", candidates),
                        "Paste one of the suggested lines into the mapping")
                .suggesting(lines)
                .among(candidates);
    }

    /** A line leads to nothing that it could be. */
    static Finding notFound(Resource source, Match<?> match) {
        List<Candidate> candidates = candidates(match);
        return EngineFindings.finding(
                        NOT_FOUND,
                        source.key(),
                        Verdict.BLOCK,
                        "it is " + match.how() + words("; the nearest there: ", candidates),
                        candidates.isEmpty()
                                ? "Correct that line, or take it out of the mapping"
                                : "Put a suggested line in the place of that one, or take that one out of the mapping")
                .suggesting(lines(source, candidates))
                .among(candidates);
    }

    /** Its reader broke down; no line helps. */
    static Finding matchFailed(Resource source, Match<?> match) {
        return EngineFindings.finding(
                MATCH_FAILED,
                source.key(),
                Verdict.BLOCK,
                "which one of the destination it is is " + match.how(),
                "Fix this, then plan again");
    }

    static Finding destinationUnreadable(ResourceKey key, Coverage coverage, String destination) {
        return EngineFindings.finding(
                DESTINATION_UNREADABLE,
                key,
                Verdict.BLOCK,
                "whether " + destination + " holds it is not known, because " + coverage.reason(),
                coverage.remedy());
    }

    /** Another one is written to its counterpart; a line says that it is none of those that are there. */
    static Finding sharedCounterpart(Resource source, ResourceKey other, Candidate there) {
        return EngineFindings.finding(
                        "ENG-SHARED",
                        source.key(),
                        Verdict.BLOCK,
                        "it and " + other + " would both be written to " + there,
                        "Put the suggested line into the mapping, in the place of a line that binds it; or bind one of the"
                                + " two to another resource there")
                .suggesting(List.of(line(source, Binding.NEW)));
    }

    /** What could be it, in words; empty without any. */
    static String words(String before, List<Candidate> candidates) {
        return candidates.isEmpty()
                ? ""
                : candidates.stream().map(Candidate::toString).collect(Collectors.joining(", ", before, ""));
    }

    static List<Candidate> candidates(Match<?> match) {
        return match.candidates().stream().map(Candidate::of).toList();
    }

    private static List<Binding> lines(Resource source, List<Candidate> candidates) {
        return candidates.stream().map(each -> line(source, each.id())).toList();
    }

    private static Binding line(Resource source, String to) {
        return new Binding(new SlotType(source.key().type()), source.id(), to);
    }
}
