package io.powermigrate.page;

import io.powermigrate.internal.text.Shown;
import java.util.List;
import java.util.Locale;

/**
 * A part of a page under a title of its own.
 *
 * @param key what it is
 * @param title its title
 * @param count how many there are, in words, such as {@code 5 to choose, 1 job by hand}; empty where nothing is counted
 * @param intro what holds for all groups; empty where each says all
 * @param groups in the order in which they are read
 */
public record Section(Key key, String title, String count, String intro, List<Group> groups) {

    /** What a section is about. */
    public enum Key {
        /** Lists that could not be read, and settings of the caller that made no difference. */
        WARNINGS,
        /** What somebody has to decide or to make. */
        DECISIONS,
        /** What can go wrong although every step succeeds. */
        RISKS,
        /** What will be written. */
        HAPPENS,
        /** What waits. */
        WAITS,
        /** What the destination holds already. */
        THERE,
        /** What was not checked. */
        UNCHECKED,
        /** What needs somebody after a run. */
        NEEDS_YOU,
        /** What a person does after a run. */
        AFTER,
        /** What is done. */
        DONE,
        /** What differs, in a comparison. */
        CHANGES,
        /** How what was written is taken back. */
        UNDO,
        /** Customers of a rollout, by ring. */
        CUSTOMERS,
        /** What each customer got. */
        MATRIX,
        /** Where values of customers came from. */
        VALUES;

        /** As formats spell it, in lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Section {
        groups = List.copyOf(groups);
    }

    @Override
    public String toString() {
        return Shown.value(title + " " + count);
    }
}
