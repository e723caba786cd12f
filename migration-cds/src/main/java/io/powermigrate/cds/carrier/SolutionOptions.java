package io.powermigrate.cds.carrier;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.internal.text.Shown;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How solutions travel. Immutable; every method that changes something makes a copy.
 *
 * <pre>{@code
 * Cds.plugin(SolutionOptions.defaults().solutions("Orders").managed())
 * }</pre>
 */
public final class SolutionOptions {

    private static final SolutionOptions DEFAULTS = new SolutionOptions(List.of(), "", Set.of());

    private final List<String> solutions;
    private final String scratchPublisher;
    private final Set<Choice> chosen;

    private enum Choice {
        MANAGED,
        UPGRADE,
        OVERWRITE,
        WITHOUT_EXPORT,
        PUBLISH,
        MEMBERS
    }

    private SolutionOptions(List<String> solutions, String scratchPublisher, Set<Choice> chosen) {
        this.solutions = List.copyOf(solutions);
        this.scratchPublisher = scratchPublisher;
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
     * These unmanaged solutions of the source travel, and no others; what is selected beside them travels only with {@link
     * #scratchSolution}.
     *
     * @param uniqueNames their unique names, in any case; the plan says which of them the source does not hold
     */
    public SolutionOptions solutions(String... uniqueNames) {
        return new SolutionOptions(List.of(uniqueNames), scratchPublisher, chosen);
    }

    /**
     * What is selected, and not in a solution that is named or selected, travels in a solution that is made in the source for
     * one export and deleted again: exactly that, and what it requires as long as people made it in the source. What managed
     * solutions bring there has to be installed in the destination. The migration needs {@code allowInSource(Effect.WRITE)}. The
     * destination keeps a solution of the name {@code powermigrate_…}, which a later run of the same selection brings up to date.
     *
     * @param publisher the unique name of a publisher of the source; the solution is of that publisher, also in the destination
     */
    public SolutionOptions scratchSolution(String publisher) {
        return new SolutionOptions(solutions, publisher, chosen);
    }

    /**
     * Publishes tables, with their forms and views, and choices of a solution in the source before it is exported. This also publishes
     * what colleagues have begun there and not finished. The migration needs {@code allowInSource(Effect.WRITE)}. Without it, what is
     * not published does not travel, and the plan names it.
     */
    public SolutionOptions publishBeforeExport() {
        return with(Choice.PUBLISH);
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

    /**
     * Members of permission sets are added in the destination after the import: those that a line of the mapping names
     * ({@code Cds.user}, {@code Cds.team}). The plan tells the others. Reads all users and teams of both environments.
     */
    public SolutionOptions withMembers() {
        return with(Choice.MEMBERS);
    }

    private SolutionOptions with(Choice choice) {
        Set<Choice> more = EnumSet.of(choice);
        more.addAll(chosen);
        return new SolutionOptions(solutions, scratchPublisher, more);
    }

    /** Unique names of the solutions that travel; empty where the packager looks for them. */
    public List<String> solutions() {
        return solutions;
    }

    /** The unique name of the publisher of scratch solutions; empty where none are made. */
    public Optional<String> scratchPublisher() {
        return scratchPublisher.isEmpty() ? Optional.empty() : Optional.of(scratchPublisher);
    }

    /** What making the package of a solution does to the source. */
    Effect inSource(Solution solution) {
        return solution.isScratch() || publishesBeforeExport() && solution.isCandidate() ? Effect.WRITE : Effect.EXPORT;
    }

    /** Whether what travels is published in the source before it is exported. */
    public boolean publishesBeforeExport() {
        return chosen.contains(Choice.PUBLISH);
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

    /** Whether members of permission sets are added in the destination. */
    public boolean bringsMembers() {
        return chosen.contains(Choice.MEMBERS);
    }

    /** Whether plans export what travels. */
    public boolean plansWithExport() {
        return !chosen.contains(Choice.WITHOUT_EXPORT);
    }

    @Override
    public String toString() {
        String scratch = scratchPublisher.isEmpty() ? "" : ", scratch solutions of " + scratchPublisher;
        return Shown.message("SolutionOptions[solutions=" + solutions + scratch + ", " + chosen + "]");
    }
}
