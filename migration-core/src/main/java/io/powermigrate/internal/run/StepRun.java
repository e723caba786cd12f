package io.powermigrate.internal.run;

import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.finding.EngineFindings;
import io.powermigrate.internal.plan.Checks;
import io.powermigrate.internal.plan.ResolvedBindings;
import io.powermigrate.internal.plan.Returned;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.plan.Step;
import io.powermigrate.report.Event;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Undo;
import io.powermigrate.rule.Assessment;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import io.powermigrate.spi.Migrator;
import io.powermigrate.spi.WriteContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One step while it is executed: written, then verified, then proved. Used by one thread at a time. */
final class StepRun<R extends Resource> implements ReadBack {

    private final Step step;
    private final R source;
    private final Migrator<R> migrator;
    private final Surroundings around;
    private @Nullable R desired;
    private @Nullable WriteContext context;
    private String destinationId = "";
    private List<Finding> checked = List.of();
    private final Staging<R> staging;
    private final Sighting<R> sighting;
    private final Undoing undoing;
    private @Nullable Outcome outcome;

    private StepRun(Step step, R source, Migrator<R> migrator, Surroundings around) {
        this.step = step;
        this.source = source;
        this.migrator = migrator;
        this.around = around;
        this.staging = new Staging<>(step, source, migrator, around);
        this.sighting = new Sighting<>(migrator, around.setting().workspace());
        this.undoing = new Undoing(step, around);
    }

    static StepRun<?> of(Step step, Resource source, Surroundings around) {
        Migrator<?> migrator =
                around.context().plugins().migrator(step.key().type()).orElseThrow();
        return typed(step, source, migrator, around);
    }

    private static <R extends Resource> StepRun<R> typed(
            Step step, Resource source, Migrator<R> migrator, Surroundings around) {
        return new StepRun<>(step, migrator.type().model().cast(source), migrator, around);
    }

    /** Whether nothing is known of its end: it was staged and waits to be written, or written and waits to be verified. */
    @Override
    public boolean isOpen() {
        return outcome == null;
    }

    /** How it is taken back; empty where it has not begun to write. */
    Optional<Undo> undo() {
        return undoing.undo();
    }

    ResourceKey key() {
        return step.key();
    }

    @Override
    public String type() {
        return step.key().type();
    }

    /** Makes it or brings it up to date; returns whether it now waits to be verified. */
    boolean write() {
        around.context()
                .events()
                .of(
                        Event.Kind.STARTED,
                        step.key(),
                        "started: " + step.action().name().toLowerCase(Locale.ROOT));
        guarded(() -> {
            checked = checks();
            if (!isUsable(checked)) {
                outcome = proved(checked);
                return;
            }
            R wanted = staged();
            WriteContext writing = staging.context(wanted);
            desired = wanted;
            context = writing;
            if (outcome != null) {
                return;
            }
            destinationId =
                    actual().map(held -> update(wanted, held, writing)).orElseGet(() -> create(wanted, writing));
            around.bindings().made(step.key(), destinationId);
        });
        return isOpen();
    }

    Step step() {
        return step;
    }

    /** Brings it to a scratch place before anything is written; returns whether the destination takes it. */
    boolean stage() {
        guarded(this::staged);
        return isOpen();
    }

    /** What is wanted now, staged; where the destination does not take it, that is the outcome. */
    private R staged() {
        R wanted = staging.wanted();
        if (!isUsable(staging.found())) {
            outcome = proved(staging.found());
        }
        return wanted;
    }

    /** Takes away what was staged, because the step is not run. */
    void unstage() {
        staging.takenAway();
    }

    /**
     * Now with the ids that earlier waves gave; what such a step needs and what did not arrive does not count. What only says that
     * something may travel as it is stands in the plan.
     */
    private List<Finding> checks() {
        ResolvedBindings bindings = around.bindings();
        return new Checks(around.context().tools(), around.reading(), bindings)
                .of(source, key -> bindings.destinationId(key).isPresent()).stream()
                        .filter(finding -> finding.verdict() != Verdict.MIGRATE)
                        .toList();
    }

    private static boolean isUsable(List<Finding> findings) {
        return Assessment.highest(findings).compareTo(Verdict.WARN) <= 0;
    }

    /** Brings it to a scratch place and starts nothing; returns what was found and what went wrong. */
    List<Finding> rehearse() {
        guarded(staging::wanted);
        Outcome failed = outcome;
        return failed == null
                ? staging.found()
                : List.of(EngineFindings.stagingFailed(step.key(), failed.reason(), failed.remedy()));
    }

    /** What was found of one resource that travels in this one. */
    List<Finding> found(ResourceKey content) {
        return staging.found().stream()
                .filter(finding -> finding.resource().equals(content))
                .toList();
    }

    /** How the write ended, where it did not end by itself. */
    boolean end(Ended<?> how, MigrationException why) {
        String remedy = how.how() == Ended.How.OVERDUE
                ? "End this process before you run again, because the step may still be running; " + why.remedy()
                : why.remedy();
        outcome = how.how() == Ended.How.NOT_BEGUN
                ? Outcome.notRun(step.key(), step.action(), "the run was stopped before it began", why.remedy())
                : failed(why.problem(), remedy, why.requestId());
        return isOpen();
    }

    /** What is overwritten stays in the workspace. */
    private String update(R wanted, R planned, WriteContext writing) {
        R held = new Counterparts<>(migrator, around.setting()).requireUnchanged(planned);
        Optional<String> byHand = Returned.by(migrator, "takenBackByHand", migrator.takenBackByHand(held));
        writing.progress(undoing.updating(held, byHand));
        String updated = migrator.update(wanted, held, writing);
        writing.updated(updated);
        return updated;
    }

    private String create(R wanted, WriteContext writing) {
        undoing.creating("");
        String created = migrator.create(wanted, writing);
        undoing.creating(created);
        writing.arrived(created);
        return created;
    }

    @Override
    public Optional<R> listed(Inventory shown) {
        return shown.byId(migrator.type(), destinationId);
    }

    /** Looks for it in what the destination shows now, and proves it as soon as it is there as wanted. */
    @Override
    public boolean verify(Inventory shown, Endpoint destination) {
        R wanted = desired;
        WriteContext writing = context;
        if (wanted != null && writing != null) {
            sighting.asWanted(wanted, listed(shown), shown, destination)
                    .ifPresent(actual -> guarded(() -> {
                        undoing.verified(actual);
                        outcome = proved(Stream.of(checked, ownFindings(), migrator.prove(wanted, actual, writing))
                                .flatMap(List::stream)
                                .toList());
                    }));
        }
        return isOpen();
    }

    /** Without those of what travels in it, which stand with the outcomes of that. */
    private List<Finding> ownFindings() {
        return staging.found().stream()
                .filter(finding -> around.links().carrierOf(finding.resource()).isEmpty())
                .toList();
    }

    @Override
    public Outcome outcome() {
        Outcome known = outcome;
        return known == null
                ? sighting.unverified(
                        step, destinationId, around.context().patience().verify())
                : known;
    }

    private Outcome proved(List<Finding> findings) {
        if (isUsable(findings)) {
            return Outcome.done(step.key(), step.action(), destinationId, findings);
        }
        Finding worst = findings.stream()
                .filter(finding -> finding.verdict() == Assessment.highest(findings))
                .findFirst()
                .orElseThrow();
        return new Outcome(
                step.key(),
                step.action(),
                Outcome.State.FAILED,
                destinationId,
                worst.reason(),
                worst.remedy(),
                "",
                findings);
    }

    private Optional<R> actual() {
        return step.counterpart().flatMap(held -> around.reading().destination().byId(migrator.type(), held.id()));
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (MigrationException e) {
            outcome = failed(e.problem(), e.remedy(), e.requestId());
        } catch (RuntimeException | Error e) {
            outcome = failed(
                    migrator.getClass().getName() + " threw " + e,
                    "Look at what the destination holds, fix the migrator, then plan again",
                    "");
        }
    }

    private Outcome failed(String problem, String remedy, String requestId) {
        return new Outcome(
                step.key(), step.action(), Outcome.State.FAILED, destinationId, problem, remedy, requestId, List.of());
    }
}
