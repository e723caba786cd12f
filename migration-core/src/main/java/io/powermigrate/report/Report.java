package io.powermigrate.report;

import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Document;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.plan.Approval;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.RecreateItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What came of a plan: one outcome for every step that writes, and what still must be recreated. Immutable. */
public final class Report {

    private final Plan plan;
    private final List<Approval> approvals;
    private final List<Outcome> outcomes;
    private final Instant started;
    private final Instant ended;

    /** The report of an execution. */
    public Report(Plan plan, List<Approval> approvals, List<Outcome> outcomes, Instant started, Instant ended) {
        this.plan = plan;
        this.approvals = List.copyOf(approvals);
        this.outcomes = List.copyOf(outcomes);
        this.started = started;
        this.ended = ended;
    }

    private record Content(
            int version,
            Instant started,
            Instant ended,
            List<Approval> approvals,
            List<Outcome> outcomes,
            List<RecreateItem> recreate) {}

    /** What was executed. */
    public Plan plan() {
        return plan;
    }

    /** Who approved it. */
    public List<Approval> approvals() {
        return approvals;
    }

    /** What came of every step that writes, in the order of the plan. */
    public List<Outcome> outcomes() {
        return outcomes;
    }

    /** What must be recreated, as the plan found it. */
    public List<RecreateItem> recreate() {
        return plan.recreate();
    }

    /** When it began. */
    public Instant started() {
        return started;
    }

    /** When it ended. */
    public Instant ended() {
        return ended;
    }

    /** What came of one resource; empty when the plan did nothing with it. */
    public Optional<Outcome> outcome(ResourceKey key) {
        return outcomes.stream().filter(outcome -> outcome.key().equals(key)).findFirst();
    }

    /** How many outcomes of each state. */
    public Map<Outcome.State, Long> counts() {
        return outcomes.stream().collect(Collectors.groupingBy(Outcome::state, TreeMap::new, Collectors.counting()));
    }

    /**
     * Throws unless every step that was to write is done.
     *
     * @throws MigrationException when a step failed, did not run, or stayed unverified; all are named
     */
    public void orThrow() {
        List<Outcome> bad =
                outcomes.stream().filter(outcome -> !outcome.isDone()).toList();
        if (!bad.isEmpty()) {
            throw new MigrationException(
                    bad.size() + " of " + outcomes.size() + " steps did not end well: "
                            + bad.stream()
                                    .map(each -> each.key() + " " + each.state() + " because " + each.reason())
                                    .collect(Collectors.joining("; ")),
                    "Do what the report says of each, then plan and execute again: finished steps are not repeated");
        }
    }

    /** For people. */
    public String toText() {
        return ReportText.of(this);
    }

    /** Canonical JSON. */
    public String toJson() {
        return Document.of(new Content(0, started, ended, approvals, outcomes, plan.recreate()))
                .canonical();
    }

    /**
     * Writes the report in the form that the file's ending names: {@code .txt} or {@code .json}.
     *
     * @throws MigrationException when the ending is another one, or the file cannot be written
     */
    public void writeTo(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        String content = name.endsWith(".json") ? toJson() : name.endsWith(".txt") ? toText() : "";
        if (content.isEmpty()) {
            throw new MigrationException(
                    "The report was not written to " + file + " because its ending names no known form",
                    "Name a file that ends in .txt or .json");
        }
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new MigrationException(
                    "The report was not written to " + file + " because " + e, "Name a file that can be written", e);
        }
    }

    @Override
    public String toString() {
        return "Report" + counts();
    }
}
