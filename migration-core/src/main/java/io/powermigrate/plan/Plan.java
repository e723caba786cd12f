package io.powermigrate.plan;

import io.powermigrate.approval.Approval;
import io.powermigrate.approval.ApprovalRequest;
import io.powermigrate.endpoint.Effect;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.page.PageFile;
import io.powermigrate.internal.page.text.TextPage;
import io.powermigrate.internal.text.Counted;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.MappingFile;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.page.Page;
import io.powermigrate.page.TextStyle;
import io.powermigrate.rule.Finding;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What will happen, what cannot, why, and what to do about it. {@code Migration.plan()} makes it; nothing happens before
 * it was approved. A plan can be saved as JSON, reviewed and approved elsewhere; the same inventories, mapping and rules give
 * the same bytes. Immutable.
 *
 * <pre>{@code
 * Plan plan = migration.plan();
 * System.out.println(plan.toText());                     // for people
 * plan.why("Expense report").toText();                   // why this app waits
 * plan.writeTo(Path.of("plan.json"));                    // for another process, which reads it with Plan.read
 * ApprovedPlan approved = plan.approve(Approval.by("ada@contoso.com", Instant.now()));
 * }</pre>
 */
public final class Plan {

    private final PlanContent content;

    private Plan(PlanContent content) {
        this.content = content;
    }

    /**
     * Reads a plan back.
     *
     * @throws MigrationException when it is damaged, holds a member that no plan has, or is of another version
     */
    public static Plan fromJson(String json) {
        return of(PlanContent.FORM.read(json));
    }

    /** As {@link #fromJson}, from a stream of UTF-8, which is read to its end and stays open. */
    public static Plan read(InputStream json) {
        return of(PlanContent.FORM.read(json));
    }

    /** As {@link #fromJson}, from a file; what is wrong with it is told with its name and the place. */
    public static Plan read(Path file) {
        return of(PlanContent.FORM.read(file));
    }

    /**
     * A plan that says this; the engine makes plans, users read them back.
     *
     * @throws MigrationException when it is not whole
     */
    public static Plan of(PlanContent content) {
        return new Plan(Preconditions.whole(content));
    }

    /**
     * What tells this plan from every other one: the SHA-256 of its canonical JSON in UTF-8, 64 lower-case hex digits. An
     * approval is for this digest. Who asked for the plan, and when, is no part of it.
     */
    public String digest() {
        return PlanContent.FORM.digest(content);
    }

    /** Canonical JSON as one text: sorted members, no time stamps; large ones rather as a stream. */
    public String toJson() {
        return PlanContent.FORM.text(content);
    }

    /**
     * Writes the canonical JSON as a stream of UTF-8, which stays open.
     *
     * @throws MigrationException when the stream cannot be written to
     */
    public void writeTo(OutputStream out) {
        PlanContent.FORM.write(content, out);
    }

    /**
     * Writes the plan to a file that only its owner may read, in the form that its ending names: {@code .json} is the plan itself,
     * which {@link #read(Path)} reads back, the others are pages for people, such as {@code .html} (docs/pages.md). It is there
     * whole or as it was before.
     *
     * @throws MigrationException when the ending is another one, or the file cannot be written
     */
    public void writeTo(Path file) {
        PageFile.write("plan", this::page, file, json -> PlanContent.FORM.write(content, json));
    }

    /** For people, in at most 120 lines: whether it can be approved, what to decide, what can go wrong, what will happen. */
    public String toText() {
        return toText(TextStyle.brief());
    }

    /** As {@link #toText()}, in another style, such as {@link TextStyle#everything}. */
    public String toText(TextStyle style) {
        return TextPage.of(page(), style);
    }

    /** For people: a line for each step, with all that was found about it; as long as the plan is. */
    public String toLongText() {
        return new PlanText(this).toText();
    }

    /** What people read of it, without any format. */
    public Page page() {
        return new PlanPage(this).page();
    }

    /** The name of the rule set by which resources were judged. */
    public String ruleSet() {
        return content.ruleSet();
    }

    /** Every step, in the order in which they are done, then those where nothing is done. */
    public List<Step> steps() {
        return content.steps();
    }

    /** What a person has to make again in the destination, in the order in which it is needed; made things are in it, too. */
    public List<RecreateItem> recreate() {
        return content.recreate();
    }

    /** The lists that could not be read: what they would have shown is not in the plan. */
    public List<NotRead> notRead() {
        return content.notRead();
    }

    /** Settings of the caller that made no difference, such as a line of the mapping with a mistyped name. */
    public List<Unmatched> unmatched() {
        return content.unmatched();
    }

    /** What lacks a line of the mapping, with those of the destination that it could be; for a file that people fill in. */
    public MappingFile openLines() {
        return OpenLines.of(this);
    }

    /** What the plan could not check, in words: lists that were not read, and references to what no plugin reads. */
    public List<String> notLookedAt() {
        return Stream.concat(notRead().stream().map(NotRead::toString), content.notLookedAt().stream())
                .toList();
    }

    /** The environment that resources come from, and who was signed in to it. */
    public Party source() {
        return content.source().party();
    }

    /** The environment that the plan is for, and who was signed in to it. */
    public Party destination() {
        return content.destination().party();
    }

    /** The id of the environment that resources come from. */
    public String sourceId() {
        return content.source().id();
    }

    /** The id of the environment that the plan is for; it cannot be executed in another one. */
    public String destinationId() {
        return content.destination().id();
    }

    /** The step of a resource; empty where the plan is not about it. */
    public Optional<Step> step(ResourceKey key) {
        return steps().stream().filter(step -> step.key().equals(key)).findFirst();
    }

    /**
     * Whether the journal of the migration outlives its process. If not, a later run does not know what this one made: it
     * makes a second one of what was renamed in the destination since, and of what the mapping says to create as new.
     */
    public boolean isJournalKept() {
        return content.journalKept();
    }

    /** How many steps change the destination. */
    public long changes() {
        return steps().stream().filter(step -> step.action().writes()).count();
    }

    /**
     * Why the plan does with a resource what it does.
     *
     * @throws MigrationException when the plan is not about it; the nearest names are named
     */
    public Why why(ResourceKey key) {
        return Why.of(new NamedSteps(this).step(key), byKey());
    }

    /**
     * As {@link #why(ResourceKey)}, for a resource that is known by what people call it.
     *
     * @param name its display name or its id in the source, without regard to case
     * @throws MigrationException when nothing has that name (the nearest names are named) or several resources have it
     *     (all are named, with their ids)
     */
    public Why why(String name) {
        return Why.of(new NamedSteps(this).step(name), byKey());
    }

    /**
     * The plan with somebody's word that it may be executed; who asked for it is not told.
     *
     * @param first who approves it, and when
     * @param more further people; all of them stand in the report
     * @throws MigrationException when it would change more than the caller allowed
     */
    public ApprovedPlan approve(Approval first, Approval... more) {
        return approve(ApprovalRequest.of(
                digest(), Stream.concat(Stream.of(first), Stream.of(more)).toList()));
    }

    /**
     * The plan with the approvals that were given to it elsewhere. Whether they are enough is checked when it is executed.
     *
     * @throws MigrationException when they are of another plan, or this one was altered since; or when it would change more
     *     than the caller allowed
     */
    public ApprovedPlan approve(ApprovalRequest request) {
        request.requireFor(digest());
        Preconditions.withinLimit(this, "approved");
        return new ApprovedPlan(this, request);
    }

    /**
     * Compares this plan with one that was made just now; {@code Migration.execute} does that before it begins.
     *
     * @throws StalePlanException when a step that writes is not the same in both or was decided otherwise, a list that it
     *     rests on shows more or less than it did, or somebody else is signed in
     * @throws MigrationException when it changes more than is allowed now
     */
    public void requireStillTrue(Plan now) {
        Preconditions.stillTrue(this, now);
    }

    /**
     * Checks that the plan was made for an environment.
     *
     * @param what what was to be done with it, for the message
     * @throws MigrationException when it was made for another one
     */
    public void requireFor(String destinationId, String what) {
        Preconditions.madeFor(this, destinationId, what);
    }

    /** How far the source may be changed while the plan is executed; {@link Effect#EXPORT} means not at all. */
    public Effect inSource() {
        return content.inSource();
    }

    /** What a rehearsal found; it stays true until the plan is executed. */
    public List<Finding> rehearsed() {
        return content.rehearsed();
    }

    Map<ResourceKey, Step> byKey() {
        Map<ResourceKey, Step> byKey = new LinkedHashMap<>();
        steps().forEach(step -> byKey.put(step.key(), step));
        return byKey;
    }

    /** What it says, as it is saved; {@link #of} makes the plan of it. */
    public PlanContent content() {
        return content;
    }

    @Override
    public String toString() {
        return Shown.message("Plan from " + content.source().name() + " to "
                + content.destination().name() + ": " + Counted.of(changes(), "change"));
    }
}
