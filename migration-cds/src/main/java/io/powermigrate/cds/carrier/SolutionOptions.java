package io.powermigrate.cds.carrier;

import io.powermigrate.internal.text.Shown;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How solutions travel. Immutable; every method that changes something makes a copy.
 *
 * <pre>{@code
 * Cds.plugin(SolutionOptions.defaults().solutions("Orders").managed())
 * }</pre>
 */
public final class SolutionOptions {

    private static final SolutionOptions DEFAULTS = new SolutionOptions(List.of(), Set.of());

    private final List<String> solutions;
    private final Set<Choice> chosen;

    private enum Choice {
        MANAGED,
        UPGRADE,
        OVERWRITE,
        WITHOUT_EXPORT
    }

    private SolutionOptions(List<String> solutions, Set<Choice> chosen) {
        this.solutions = List.copyOf(solutions);
        this.chosen = Set.copyOf(chosen);
    }

    /**
     * Unmanaged packages of the one visible unmanaged solution that holds what was selected, exported when a plan is made; nothing in
     * the source is published, nothing unmanaged in the destination is overwritten.
     */
    public static SolutionOptions defaults() {
        return DEFAULTS;
    }

    /**
     * These unmanaged solutions of the source travel, and no others.
     *
     * @param uniqueNames their unique names, in any case; the plan says which of them the source does not hold
     */
    public SolutionOptions solutions(String... uniqueNames) {
        return new SolutionOptions(List.of(uniqueNames), chosen);
    }

    /** Packages are exported as managed ones: what they bring cannot be edited in the destination, and goes with its solution. */
    public SolutionOptions managed() {
        return with(Choice.MANAGED);
    }

    /**
     * A managed package takes the place of its earlier version, and what it no longer holds is deleted, with its data. The plan names
     * the tables and columns. Without this they stay.
     */
    public SolutionOptions upgrade() {
        return with(Choice.UPGRADE);
    }

    /** Unmanaged changes that people made to a managed solution of the destination are overwritten. */
    public SolutionOptions overwriteUnmanaged() {
        return with(Choice.OVERWRITE);
    }

    /** Nothing is exported to make a plan; the plan says what it therefore does not know. */
    public SolutionOptions planWithoutExport() {
        return with(Choice.WITHOUT_EXPORT);
    }

    private SolutionOptions with(Choice choice) {
        Set<Choice> more = EnumSet.of(choice);
        more.addAll(chosen);
        return new SolutionOptions(solutions, more);
    }

    /** Unique names of the solutions that travel; empty where the packager looks for them. */
    public List<String> solutions() {
        return solutions;
    }

    /** Whether packages are exported as managed ones. */
    public boolean isManaged() {
        return chosen.contains(Choice.MANAGED);
    }

    /** Whether a managed package takes the place of its earlier version. */
    public boolean isUpgrade() {
        return chosen.contains(Choice.UPGRADE);
    }

    /** Whether unmanaged changes of the destination are overwritten. */
    public boolean overwritesUnmanaged() {
        return chosen.contains(Choice.OVERWRITE);
    }

    /** Whether plans export what travels. */
    public boolean plansWithExport() {
        return !chosen.contains(Choice.WITHOUT_EXPORT);
    }

    @Override
    public String toString() {
        return Shown.message("SolutionOptions[solutions=" + solutions + ", " + chosen + "]");
    }
}
