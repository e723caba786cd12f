package io.powermigrate.report;

import io.powermigrate.approval.Approval;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.json.Stored;
import io.powermigrate.internal.page.PageFile;
import io.powermigrate.internal.page.text.TextPage;
import io.powermigrate.internal.text.Counted;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.page.Page;
import io.powermigrate.page.TextStyle;
import io.powermigrate.plan.NotRead;
import io.powermigrate.plan.Party;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.RecreateItem;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came of a plan: one outcome for every step that writes, and what a person still has to make. Immutable.
 *
 * <pre>{@code
 * Report report = migration.execute(approved);
 * System.out.println(report.toText());
 * report.writeTo(Path.of("report.json"));
 * report.orThrow();                          // if a step failed, did not run, or stayed unverified
 * }</pre>
 */
public final class Report {

    private static final Stored<ReportContent> FORM = new Stored<>(new Stored.Form<>(
            "report",
            ReportContent.class,
            ReportContent.VERSION,
            "Use the library that has written it",
            ReportContent::version));

    private final Plan plan;
    private final List<Approval> approvals;
    private final List<Outcome> outcomes;
    private final Instant started;
    private final Instant ended;
    private final List<Undo> undo;

    /** The report of an execution. */
    public Report(Plan plan, List<Approval> approvals, List<Outcome> outcomes, Instant started, Instant ended) {
        this.plan = plan;
        this.approvals = List.copyOf(approvals);
        this.outcomes = List.copyOf(outcomes);
        this.started = started;
        this.ended = ended;
        this.undo = List.of();
    }

    private Report(Report other, List<Undo> undo) {
        this.plan = other.plan;
        this.approvals = other.approvals;
        this.outcomes = other.outcomes;
        this.started = other.started;
        this.ended = other.ended;
        this.undo = List.copyOf(undo);
    }

    /**
     * Reads a report back.
     *
     * @throws MigrationException when it is damaged, not whole or of another version
     */
    public static Report fromJson(String json) {
        return FORM.read(json).report();
    }

    /** As {@link #fromJson}, from a stream of UTF-8, which is read to its end and stays open. */
    public static Report read(InputStream json) {
        return FORM.read(json).report();
    }

    /** As {@link #fromJson}, from a file; what is wrong with it is told with its name and the place. */
    public static Report read(Path file) {
        return FORM.read(file).report();
    }

    /** The same report with how the run is taken back. */
    public Report with(List<Undo> steps) {
        return new Report(this, steps);
    }

    /** The plan that was executed. */
    public Plan plan() {
        return plan;
    }

    /** The environment that resources came from, and who was signed in to it. */
    public Party source() {
        return plan.source();
    }

    /** The environment that was changed, and who was signed in to it. */
    public Party destination() {
        return plan.destination();
    }

    /** Who approved the plan; at least one. */
    public List<Approval> approvals() {
        return approvals;
    }

    /** What came of every step that writes, in the order of the plan. */
    public List<Outcome> outcomes() {
        return outcomes;
    }

    /**
     * How what the run has changed is taken back, in the order to do it: what came last first. What travelled in a package
     * goes with it and is not named; what wrote nothing is not, either.
     */
    public List<Undo> undo() {
        return undo;
    }

    /** What a person has to make in the destination, as the plan found it. */
    public List<RecreateItem> recreate() {
        return plan.recreate();
    }

    /** When the execution began, by the clock of the migration. */
    public Instant started() {
        return started;
    }

    /** When the execution ended, by the clock of the migration. */
    public Instant ended() {
        return ended;
    }

    /** What came of one resource; empty when the plan did nothing with it. */
    public Optional<Outcome> outcome(ResourceKey key) {
        return outcomes.stream().filter(outcome -> outcome.key().equals(key)).findFirst();
    }

    /** How many outcomes of each state; a state that did not occur is left out. */
    public Map<Outcome.State, Long> counts() {
        return outcomes.stream().collect(Collectors.groupingBy(Outcome::state, TreeMap::new, Collectors.counting()));
    }

    /**
     * Throws unless every step that was to write is done and every list was read, except where the caller allowed that one
     * stays unread ({@code MigrationBuilder.allowUnread}).
     *
     * @throws MigrationException when a list was not read, or a step failed, did not run, or stayed unverified; all are
     *     named
     */
    public void orThrow() {
        List<Outcome> bad =
                outcomes.stream().filter(outcome -> !outcome.isDone()).toList();
        List<NotRead> unread =
                plan.notRead().stream().filter(each -> !each.allowed()).toList();
        if (!bad.isEmpty()) {
            throw new MigrationException(
                    steps(bad) + (unread.isEmpty() ? "" : "; and " + lists(unread)),
                    "Do what the report says of each, then plan and execute again: finished steps are not repeated");
        }
        if (!unread.isEmpty()) {
            throw new MigrationException(
                    "The migration is not complete because " + lists(unread),
                    unread.get(0).remedy() + ". Then plan again, or allow it with allowUnread(<type>)");
        }
    }

    private String steps(List<Outcome> bad) {
        return bad.size() + " of " + Counted.of(outcomes.size(), "step") + " did not succeed: "
                + bad.stream()
                        .map(each -> each.key() + " " + each.state() + " because " + each.reason())
                        .collect(Collectors.joining("; "));
    }

    private static String lists(List<NotRead> unread) {
        return Counted.of(unread.size(), "list was", "lists were") + " not read: "
                + unread.stream()
                        .map(each -> each.name() + ", because " + each.reason())
                        .collect(Collectors.joining("; "));
    }

    /** What people read of it, without any format. */
    public Page page() {
        return new ReportPage(this).page();
    }

    /** For people: what needs somebody, what to do afterwards, and what is done, in at most 120 lines. */
    public String toText() {
        return toText(TextStyle.brief());
    }

    /** As {@link #toText()}, in another style, such as {@link TextStyle#everything}. */
    public String toText(TextStyle style) {
        return TextPage.of(page(), style);
    }

    /** For people: every outcome with reason and remedy, what must be recreated, and what was not checked; as long as it is. */
    public String toLongText() {
        return ReportText.of(this);
    }

    /** Canonical JSON as one text; large ones rather as a stream. */
    public String toJson() {
        return FORM.text(new ReportContent(this));
    }

    /**
     * Writes the canonical JSON as a stream of UTF-8, which stays open.
     *
     * @throws MigrationException when the stream cannot be written to
     */
    public void writeTo(OutputStream out) {
        FORM.write(new ReportContent(this), out);
    }

    /**
     * Writes the report to a file that only its owner may read, in the form that its ending names: {@code .json} is the report
     * itself, the others are pages for people (docs/pages.md), such as {@code .html}, {@code .md} and {@code .txt}. The file is
     * there whole or as it was before.
     *
     * @throws MigrationException when the ending is another one, or the file cannot be written
     */
    public void writeTo(Path file) {
        PageFile.write("report", this::page, file, json -> FORM.write(new ReportContent(this), json));
    }

    /** In one line: from where to where, and how many outcomes of each state. */
    @Override
    public String toString() {
        return Shown.message(
                "Report from " + source().name() + " to " + destination().name() + ": " + counts());
    }
}
