package io.powermigrate.spi;

import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Bindings;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.rule.Finding;
import io.powermigrate.store.Workspace;
import io.powermigrate.time.Time;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a migrator is handed while it changes a destination. Belongs to one resource and one thread. */
public final class WriteContext {

    private final Setting setting;
    private final JournaledSteps steps;
    private final Told told;

    /**
     * The same for every resource of a run.
     *
     * @param source where resources come from, open for EXPORT, or as far as the caller allows; null when only a snapshot is there
     * @param destination what is changed
     * @param workspace where artifacts are
     * @param bindings what every slot is bound to; ids of earlier waves are in it
     * @param time for waiting
     * @param arrives whether the destination holds a resource of the source, or this plan brings it
     */
    public record Setting(
            @Nullable Endpoint source,
            Endpoint destination,
            Workspace workspace,
            Bindings bindings,
            Time time,
            Predicate<ResourceKey> arrives) {}

    /**
     * Who hears what a migrator says.
     *
     * @param progress how far it is
     * @param found what it found
     */
    public record Told(Consumer<String> progress, Consumer<Finding> found) {}

    /** The context of one resource. */
    public WriteContext(Setting setting, JournaledSteps steps, Told told) {
        this.setting = setting;
        this.steps = steps;
        this.told = told;
    }

    /** Where resources come from, open for EXPORT, or as far as the caller allows; empty when only a snapshot is there. */
    public Optional<Endpoint> source() {
        return Optional.ofNullable(setting.source());
    }

    /** What is changed. */
    public Endpoint destination() {
        return setting.destination();
    }

    /** Where artifacts are. */
    public Workspace workspace() {
        return setting.workspace();
    }

    /** What every slot is bound to; ids of earlier waves are in it. */
    public Bindings bindings() {
        return setting.bindings();
    }

    /** For waiting. */
    public Time time() {
        return setting.time();
    }

    /**
     * Runs something that must not be started twice, or attaches to what an earlier run started.
     *
     * @param step the operation in words; the same in every version, because it stands in journals
     */
    public <T> T run(String step, Operation<T> operation) {
        return steps.run(step, operation);
    }

    /** Records the id in the destination as soon as it is known, so that no later run makes a second one. */
    public void arrived(String destinationId) {
        steps.arrived(destinationId);
    }

    /** Records which resource of the destination was brought up to date. */
    public void updated(String destinationId) {
        steps.updated(destinationId);
    }

    /** Whether a run of this journal has brought a resource of this type to this id of the destination. */
    public boolean hasArrived(String destinationId) {
        return steps.hasArrived(destinationId);
    }

    /** How late the destination may list what was made there. */
    public Duration listsWithin() {
        return steps.listsWithin();
    }

    /** Whether the destination holds a resource of the source, or this plan brings it. */
    public boolean arrives(ResourceKey key) {
        return setting.arrives().test(key);
    }

    /**
     * Tells what the service said of a resource. What names something that the step carries stands with the outcome of
     * that, and explains it if it does not arrive; anything else stands with the outcome of the step.
     */
    public void found(Finding finding) {
        told.found().accept(finding);
    }

    /** Tells who watches how far it is; no secrets. */
    public void progress(String message) {
        told.progress().accept(message);
    }

    /** In one line: the destination that is written to. */
    @Override
    public String toString() {
        return Shown.message("WriteContext for " + setting.destination().name());
    }
}
