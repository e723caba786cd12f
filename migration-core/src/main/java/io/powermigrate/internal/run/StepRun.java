package io.powermigrate.internal.run;

import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.finding.EngineFindings;
import io.powermigrate.internal.plan.Checks;
import io.powermigrate.internal.plan.Reading;
import io.powermigrate.internal.plan.ResolvedBindings;
import io.powermigrate.journal.Subject;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Coverage;
import io.powermigrate.model.Depth;
import io.powermigrate.model.Difference;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Resource;
import io.powermigrate.plan.Step;
import io.powermigrate.report.Event;
import io.powermigrate.report.Outcome;
import io.powermigrate.rule.Assessment;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import io.powermigrate.spi.JournaledSteps;
import io.powermigrate.spi.Migrator;
import io.powermigrate.spi.WriteContext;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One step while it is executed: written, then verified, then proved. Used by one thread at a time. */
final class StepRun<R extends Resource> {

    private final Step step;
    private final R source;
    private final Migrator<R> migrator;
    private final Surroundings around;
    private @Nullable R desired;
    private @Nullable WriteContext context;
    private String destinationId = "";
    private String shows = "";
    private List<Finding> checked = List.of();
    private @Nullable Outcome outcome;

    /** What the steps of one execution share. */
    record Surroundings(RunContext context, WriteContext.Setting setting, ResolvedBindings bindings, Reading reading) {}

    private StepRun(Step step, R source, Migrator<R> migrator, Surroundings around) {
        this.step = step;
        this.source = source;
        this.migrator = migrator;
        this.around = around;
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

    /** Whether it was written and waits to be verified. */
    boolean isOpen() {
        return outcome == null;
    }

    String type() {
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
            R wanted = migrator.adapt(
                    source, around.setting().bindings(), around.setting().workspace());
            WriteContext writing = context(wanted);
            desired = wanted;
            context = writing;
            migrator.stage(wanted, writing);
            destinationId =
                    actual().map(held -> update(wanted, held, writing)).orElseGet(() -> create(wanted, writing));
            around.bindings().made(step.key(), destinationId);
        });
        return isOpen();
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

    /** Brings it to a scratch place and starts nothing; returns what went wrong, if anything did. */
    Optional<Finding> rehearse() {
        guarded(() -> {
            R wanted = migrator.adapt(
                    source, around.setting().bindings(), around.setting().workspace());
            migrator.stage(wanted, context(wanted));
        });
        return Optional.ofNullable(outcome)
                .map(failed -> EngineFindings.stagingFailed(step.key(), failed.reason(), failed.remedy()));
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
        byte[] before = Document.of(held.item()).canonical().getBytes(StandardCharsets.UTF_8);
        Artifact kept = around.setting()
                .workspace()
                .put(step.key() + " before its update.json", "application/json", new ByteArrayInputStream(before));
        writing.progress("what it held before is kept as " + kept.sha256());
        String updated = migrator.update(wanted, held, writing);
        writing.updated(updated);
        return updated;
    }

    private String create(R wanted, WriteContext writing) {
        String created = migrator.create(wanted, writing);
        writing.arrived(created);
        return created;
    }

    /** Looks for it in what the destination shows now, and proves it as soon as it is there as wanted. */
    boolean verify(Inventory shown, Endpoint destination) {
        R wanted = desired;
        WriteContext writing = context;
        if (wanted != null && writing != null) {
            shownAsWanted(wanted, shown, destination)
                    .ifPresent(actual -> guarded(() -> outcome =
                            proved(Stream.concat(checked.stream(), migrator.prove(wanted, actual, writing).stream())
                                    .toList())));
        }
        return isOpen();
    }

    private Optional<R> shownAsWanted(R wanted, Inventory shown, Endpoint destination) {
        Optional<R> listed = shown.byId(migrator.type(), destinationId);
        if (listed.isEmpty()) {
            shows = shown.coverage(type())
                    .filter(coverage -> !coverage.isReadable())
                    .map(Coverage::reason)
                    .orElse("written, but not visible");
            return Optional.empty();
        }
        try {
            R one = migrator.type().of(Depth.fetched(listed.get().item()));
            R actual = migrator.fetch(one, destination, around.setting().workspace());
            List<Difference> differences = migrator.differences(wanted, actual);
            shows = differences.stream().map(Difference::toString).collect(Collectors.joining("; "));
            return differences.isEmpty() ? Optional.of(actual) : Optional.empty();
        } catch (MigrationException e) { // it is written; that it cannot be read yet does not undo that
            shows = e.problem();
        } catch (RuntimeException | Error e) {
            shows = migrator.getClass().getName() + " threw " + e;
        }
        return Optional.empty();
    }

    Outcome outcome() {
        return outcome == null ? unverified() : outcome;
    }

    private Outcome unverified() {
        return new Outcome(
                step.key(),
                step.action(),
                Outcome.State.UNVERIFIED,
                destinationId,
                shows + " after " + around.context().patience().verify().toSeconds() + " s",
                "Look at it in the destination, then plan again: it comes out SKIP if all is well",
                "",
                List.of());
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

    private WriteContext context(R wanted) {
        Inventory destination = around.reading().destination();
        Subject crossing = new Subject(
                around.reading().source().id(),
                destination.id(),
                step.key().base(),
                source.id(),
                wanted.fingerprint().value());
        RunContext context = around.context();
        JournaledSteps steps = new JournaledSteps(
                context.journal().steps(crossing, context.time().clock()),
                context.time(),
                new JournaledSteps.Sight(destination.name(), context.patience().lists(), id -> destination
                        .byId(type(), id)
                        .isPresent()));
        return new WriteContext(
                around.setting(), steps, message -> context.events().of(Event.Kind.PROGRESS, step.key(), message));
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
