package io.powermigrate.plan;

import io.powermigrate.internal.text.Shown;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something that the caller set and that made no difference, such as a line of the mapping with a mistyped name.
 *
 * @param setting what was set
 * @param because why it made no difference
 * @param candidates what may have been meant; empty where nothing is similar
 */
public record Unmatched(String setting, String because, List<String> candidates) {

    public Unmatched {
        candidates = List.copyOf(candidates);
    }

    /** In one line. */
    @Override
    public String toString() {
        String meant =
                candidates.stream().map(name -> "\"" + Shown.name(name) + "\"").collect(Collectors.joining(", "));
        return Shown.message(setting + ": " + because + (meant.isEmpty() ? "" : ". Similar: " + meant));
    }
}
