package io.powermigrate.cds.solution.comparison;

import io.powermigrate.cds.solution.schema.Choice;
import io.powermigrate.cds.solution.schema.ChoiceOption;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares the options of one choice in two schemas; labels in the languages that both have.
 *
 * @param holder the choice, or the table of its column
 * @param prefix what stands before the value in the name of the part
 * @param changes where to
 */
record OptionComparison(String holder, String prefix, List<SchemaChange> changes) {

    void compare(Choice old, Choice now, ChangeKind added, ChangeKind removed, ChangeKind label) {
        TwoSchemas.pairs(old.options(), now.options(), ChoiceOption::value, (was, is) -> {
            if (was == null && is != null) {
                add(added, is.value(), null, is.label(""));
            } else if (is == null && was != null) {
                add(removed, was.value(), was.label(""), null);
            } else if (was != null && is != null) {
                labels(was, is, label);
            }
        });
    }

    private void labels(ChoiceOption was, ChoiceOption is, ChangeKind kind) {
        TreeSet<String> languages = new TreeSet<>(was.labels().keySet());
        languages.retainAll(is.labels().keySet());
        languages.stream()
                .filter(language -> !was.label(language).equals(is.label(language)))
                .findFirst()
                .ifPresent(language -> add(kind, was.value(), was.label(language), is.label(language)));
    }

    private void add(ChangeKind kind, String value, @Nullable String before, @Nullable String after) {
        changes.add(new SchemaChange(kind, holder, prefix + value, before, after));
    }
}
