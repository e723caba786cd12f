package io.powermigrate;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.plan.Plugins;
import io.powermigrate.internal.run.EndpointOrSnapshot;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Scope;
import io.powermigrate.rollout.Overlays;
import io.powermigrate.rollout.StopRule;
import io.powermigrate.rollout.Target;
import io.powermigrate.spi.MigrationPlugin;
import io.powermigrate.store.Workspace;
import io.powermigrate.time.Time;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a rollout needs. Customers and a plugin are required; everything else has a default, which its method
 * names. No method takes null. Not thread-safe.
 */
public final class RolloutBuilder {

    private final EndpointOrSnapshot source;
    private final List<Target> targets;
    private final List<MigrationPlugin> plugins = new ArrayList<>();
    private Scope scope = Scope.everything();
    private Overlays overlays = Overlays.of(Mapping.none());
    private BiConsumer<MigrationBuilder, Target> each = (builder, target) -> {};
    private StopRule stopRule = StopRule.never();
    private int atOnce = 4;
    private Time time = Time.system();
    private @Nullable Consumer<Target> makeMissing;
    private @Nullable Workspace workspace;
    private @Nullable Path journals;

    RolloutBuilder(EndpointOrSnapshot source, List<Target> targets) {
        this.source = source;
        this.targets = targets;
    }

    /**
     * Builds the migration of each customer further, such as with rules or a limit of its own; a second call replaces the
     * first. Called by any thread, for each plan and each execution. Plugins, scope, mapping, workspace, journal and clock
     * are set before: leave the first two and the workspace as they are, because the source was read with them.
     *
     * @param further what it throws is told of that customer, and the others go on
     */
    public RolloutBuilder each(BiConsumer<MigrationBuilder, Target> further) {
        this.each = further;
        return this;
    }

    /** Adds plugins; each brings readers, migrators and rules of some types. All customers share them. */
    public RolloutBuilder install(MigrationPlugin... some) {
        plugins.addAll(List.of(some));
        return this;
    }

    /** Which resources of the source the rollout is about; everything unless said otherwise. */
    public RolloutBuilder scope(Scope only) {
        this.scope = only;
        return this;
    }

    /** What stands for what with each customer, in layers; no line unless said otherwise. */
    public RolloutBuilder mapping(Overlays layers) {
        this.overlays = layers;
        return this;
    }

    /** When the rollout stops; {@link StopRule#never} unless said otherwise. */
    public RolloutBuilder stopRule(StopRule rule) {
        this.stopRule = rule;
        return this;
    }

    /**
     * How many customers are worked on at once; at least 1, 4 unless said otherwise. Each of them works on several resources
     * at once ({@link MigrationBuilder#parallelism}); how many requests that makes is limited where environments are opened.
     */
    public RolloutBuilder atOnce(int customers) {
        this.atOnce = customers;
        return this;
    }

    /**
     * Makes the environment of a customer that has none ({@link io.powermigrate.endpoint.NoSuchEnvironmentException}), and
     * returns when it can be opened. Called while plans are made, before anything is approved. Unless said otherwise a
     * person makes it, and the report says so.
     */
    public RolloutBuilder makeMissing(Consumer<Target> make) {
        this.makeMissing = make;
        return this;
    }

    /** Where artifacts lie, once for all customers; the caller closes it. Unless said otherwise a temporary one. */
    public RolloutBuilder workspace(Workspace folder) {
        this.workspace = folder;
        return this;
    }

    /**
     * Where each customer has a folder with its own journal, so that the next process knows what this one has made. Unless
     * said otherwise the journals end with this object, and the next process may make things twice.
     */
    public RolloutBuilder journals(Path folder) {
        this.journals = folder;
        return this;
    }

    /** The clock, and what waits; the system's unless said otherwise. Tests give their own. */
    public RolloutBuilder time(Time clock) {
        this.time = clock;
        return this;
    }

    /**
     * The rollout.
     *
     * @throws MigrationException when there is no customer, two have the same name, no plugin is installed, two read the
     *     same type, or {@code atOnce} is too small
     */
    public Rollout build() {
        if (targets.isEmpty()) {
            throw new MigrationException(
                    "The rollout was not built because it has no customer", "Give toEach a target");
        }
        requireNames();
        AtLeast.one("atOnce", atOnce);
        if (plugins.isEmpty()) {
            throw new MigrationException(
                    "The rollout was not built because no plugin is installed",
                    "Install the plugin of the types that are to be moved");
        }
        requireReadOnce();
        Workspace given = workspace;
        return new Rollout(new RolloutSetup(
                source,
                targets,
                List.copyOf(plugins),
                scope,
                overlays,
                each,
                makeMissing,
                given == null ? Workspace.temporary() : given,
                given == null,
                journals,
                stopRule,
                atOnce,
                time));
    }

    /** No two plugins read one type; what says so is told before the source is read. */
    private void requireReadOnce() {
        new Plugins(plugins);
    }

    private void requireNames() {
        Set<String> names = new TreeSet<>();
        for (Target target : targets) {
            if (!names.add(target.name().toLowerCase(Locale.ROOT))) {
                throw new MigrationException(
                        "The rollout was not built because two customers are called " + target.name(),
                        "Give each customer a name of its own");
            }
        }
    }

    /** In one line: from where, to how many customers. */
    @Override
    public String toString() {
        return Shown.message("RolloutBuilder from " + source.name() + " to " + targets.size() + " customers");
    }
}
