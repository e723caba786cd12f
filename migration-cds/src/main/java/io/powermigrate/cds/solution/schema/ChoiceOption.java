package io.powermigrate.cds.solution.schema;

import io.powermigrate.internal.text.Shown;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One option of a choice.
 *
 * @param value its number, which rows keep
 * @param labels by code of the language, such as 1033
 * @param state the state that a status reason belongs to; null for other choices
 */
public record ChoiceOption(
        String value, Map<String, String> labels, @Nullable String state) {

    /** Copies what it is given. */
    public ChoiceOption {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }

    /** Its label in a language; any other where it has none there; empty without labels. */
    public String label(String language) {
        String label = labels.get(language);
        return label != null ? label : labels.values().stream().findFirst().orElse("");
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
