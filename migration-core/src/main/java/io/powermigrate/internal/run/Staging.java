package io.powermigrate.internal.run;

import io.powermigrate.internal.plan.Returned;
import io.powermigrate.journal.Subject;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Resource;
import io.powermigrate.plan.Step;
import io.powermigrate.report.Event;
import io.powermigrate.rule.Finding;
import io.powermigrate.spi.JournaledSteps;
import io.powermigrate.spi.Migrator;
import io.powermigrate.spi.WriteContext;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What is wanted of one resource, brought to a scratch place once. Used by one thread at a time. */
final class Staging<R extends Resource> {

    private final Step step;
    private final R source;
    private final Migrator<R> migrator;
    private final Surroundings around;
    private final List<Finding> found = new CopyOnWriteArrayList<>();
    private @Nullable R staged;

    Staging(Step step, R source, Migrator<R> migrator, Surroundings around) {
        this.step = step;
        this.source = source;
        this.migrator = migrator;
        this.around = around;
    }

    /** What is wanted with the ids that are known now, staged; what was staged before is good as long as it is the same. */
    R wanted() {
        R wanted = migrator.adapt(
                source, around.setting().bindings(), around.setting().workspace());
        R before = staged;
        if (before != null && before.fingerprint().equals(wanted.fingerprint())) {
            return wanted;
        }
        takenAway();
        found.clear();
        found.addAll(Returned.by(migrator, "stage", migrator.stage(wanted, context(wanted))));
        staged = wanted;
        return wanted;
    }

    /** What the migrator told so far. */
    List<Finding> found() {
        return List.copyOf(found);
    }

    /** That this fails changes nothing for anybody: what is staged is a scratch. */
    void takenAway() {
        R before = staged;
        staged = null;
        if (before == null) {
            return;
        }
        try {
            migrator.unstage(before, context(before));
        } catch (RuntimeException | Error e) {
            around.context()
                    .events()
                    .of(Event.Kind.PROGRESS, step.key(), "what was staged stays behind because of " + e);
        }
    }

    /** The context of a wish: another wish is another subject of the journal. */
    WriteContext context(R wanted) {
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
                        .byId(step.key().type(), id)
                        .isPresent()));
        return new WriteContext(
                around.setting(),
                steps,
                new WriteContext.Told(
                        message -> context.events().of(Event.Kind.PROGRESS, step.key(), message), found::add));
    }
}
