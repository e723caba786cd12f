package io.powermigrate.cds.webapi;

import io.powermigrate.cds.solution.facts.MissingDependency;
import io.powermigrate.internal.text.Shown;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What Dataverse says went wrong, taken apart: in an answer, in a job, in staging. Immutable.
 *
 * @param code in the spelling {@code 0x80040217}; empty where none was given
 * @param words of the service, without secrets, places of vaults, and what the other components hold; empty where it said nothing
 * @param kind of the component that the words are about, such as {@code CanvasApp}; null where they do not tell it
 * @param component its name or id; null where the words do not tell it
 * @param missing components that are needed and not there, as far as the words tell them
 * @param blockers what keeps something from being removed, as far as the words tell it
 * @param privilege that the caller lacks, such as {@code prvCreateEntity}; null where the words name none
 */
public record DataverseError(
        String code,
        String words,
        @Nullable String kind,
        @Nullable String component,
        List<MissingDependency> missing,
        List<Blocker> blockers,
        @Nullable String privilege) {

    /** Nothing was said. */
    static final DataverseError NONE = new DataverseError("", "", null, null, List.of(), List.of(), null);

    public DataverseError {
        missing = List.copyOf(missing);
        blockers = List.copyOf(blockers);
    }

    /**
     * Takes a code and words apart.
     *
     * @param code in any spelling; empty where there is none
     * @param message as the service sent it, with XML and all
     */
    public static DataverseError of(String code, String message) {
        return ErrorWords.read(ErrorCode.of(code), message);
    }

    /** Whether the code is this one, in whatever spelling. */
    public boolean is(String wanted) {
        return !code.isEmpty() && code.equals(ErrorCode.of(wanted));
    }

    /** Why, in our words, where the words or the code are known: a clause without a full stop. */
    public Optional<String> reason() {
        return known().map(ErrorTable.Row::reason);
    }

    /** Words are more precise than the code that they share with others. */
    private Optional<ErrorTable.Row> known() {
        return ErrorPhrases.of(words).or(() -> ErrorTable.of(code));
    }

    /** What to do, where it is known: one imperative sentence without a full stop. */
    public Optional<String> remedy() {
        if (privilege != null) {
            return Optional.of("Give the signed-in user or application a security role that holds " + privilege);
        }
        return known().map(ErrorTable.Row::remedy);
    }

    /** One line: code, kind, words. */
    public String toLine() {
        String line = Stream.of(code, kind == null ? "" : component == null ? kind : kind + " " + component, words)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(": "));
        return line.isEmpty() ? "no explanation" : Shown.message(line);
    }

    /** The reason as the end of a sentence. */
    String meaning() {
        return reason().map(reason -> ", which means that " + reason).orElse("");
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
