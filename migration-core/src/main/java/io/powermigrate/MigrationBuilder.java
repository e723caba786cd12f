package io.powermigrate;

import io.powermigrate.approval.ApprovalPolicy;
import io.powermigrate.endpoint.Effect;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.plan.PlanOptions;
import io.powermigrate.internal.plan.PlanTools;
import io.powermigrate.internal.plan.Plugins;
import io.powermigrate.internal.run.EndpointOrSnapshot;
import io.powermigrate.internal.run.EnvironmentReader;
import io.powermigrate.internal.run.Events;
import io.powermigrate.internal.run.RunContext;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.journal.Journal;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.ResourceType;
import io.powermigrate.model.Scope;
import io.powermigrate.plan.Waiver;
import io.powermigrate.report.MigrationListener;
import io.powermigrate.rule.Rule;
import io.powermigrate.rule.RuleSet;
import io.powermigrate.rule.RuleSets;
import io.powermigrate.spi.MigrationPlugin;
import io.powermigrate.store.Workspace;
import io.powermigrate.time.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a migration needs. Only a plugin is required; everything else has a default, which its method names. No
 * method takes null. Not thread-safe.
 *
 * <pre>{@code
 * Migration migration = Migration.from(source).to(target).install(plugin).mapping(lines).maxChanges(20).build();
 * }</pre>
 */
public final class MigrationBuilder {

    private EndpointOrSnapshot source;
    private final EndpointOrSnapshot destination;
    private final List<MigrationPlugin> plugins = new ArrayList<>();
    private final List<Rule<?>> ownRules = new ArrayList<>();
    private final Set<String> recreate = new TreeSet<>();
    private final Set<String> mayStayUnread = new TreeSet<>();
    private final List<Waiver> waivers = new ArrayList<>();
    private final List<MigrationListener> listeners = new ArrayList<>();
    private @Nullable String ruleSet;
    private Scope scope = Scope.everything();
    private Mapping mapping = Mapping.none();
    private Effect inSource = Effect.EXPORT;
    private ApprovalPolicy approvals = ApprovalPolicy.anybody();
    private int limit = Integer.MAX_VALUE;
    private int parallelism = 8;
    private Duration verifyWithin = Duration.ofMinutes(2);
    private Duration listsWithin = Duration.ofMinutes(3);
    private Duration stepDeadline = Duration.ofHours(2);
    private Time time = Time.system();
    private Journal journal = Journal.inMemory();
    private @Nullable Workspace workspace;
    private boolean nothingDiscovered;

    MigrationBuilder(EndpointOrSnapshot source, EndpointOrSnapshot destination) {
        this.source = source;
        this.destination = destination;
    }

    /** Adds plugins; each brings readers, migrators and rules of some types. No two may read the same type. */
    public MigrationBuilder install(MigrationPlugin... some) {
        plugins.addAll(List.of(some));
        return this;
    }

    /** Adds every plugin that the class path offers to {@link ServiceLoader}; without this nothing is found by itself. */
    public MigrationBuilder discoverPlugins() {
        List<MigrationPlugin> found = new ArrayList<>();
        ServiceLoader.load(MigrationPlugin.class).forEach(found::add);
        nothingDiscovered = found.isEmpty();
        plugins.addAll(found);
        return this;
    }

    /**
     * Judges by the rule set of this name, such as {@link RuleSets#CLASSIC_2016}. Unless said otherwise it is the one that an
     * installed plugin names as its default; where no plugin or several name one, the only one that all have in common.
     */
    public MigrationBuilder ruleSet(String name) {
        this.ruleSet = name;
        return this;
    }

    /** Adds rules of your own to the rule set, see {@link Rule}. */
    public MigrationBuilder addRules(Rule<?>... own) {
        ownRules.addAll(List.of(own));
        return this;
    }

    /** Which resources of the source the migration is about; everything unless said otherwise. */
    public MigrationBuilder scope(Scope only) {
        this.scope = only;
        return this;
    }

    /** What stands for what in the destination; no line unless said otherwise. A second call replaces the first. */
    public MigrationBuilder mapping(Mapping lines) {
        this.mapping = lines;
        return this;
    }

    /** Lets the library make resources of these types again where a rule says so; otherwise a person has to make them. */
    public MigrationBuilder recreate(ResourceType<?>... types) {
        for (ResourceType<?> type : types) {
            recreate.add(type.name());
        }
        return this;
    }

    /**
     * Allows that the lists of these types cannot be read, in either environment: {@link io.powermigrate.report.Report#orThrow}
     * does not throw because of them. Plan and report still name them.
     */
    public MigrationBuilder allowUnread(ResourceType<?>... types) {
        for (ResourceType<?> type : types) {
            mayStayUnread.add(type.name());
        }
        return this;
    }

    /** Makes a mere warning of what a rule, given by its id, found in a resource; the plan names it with the reason. */
    public MigrationBuilder waive(String rule, ResourceKey key, String because) {
        waivers.add(new Waiver(rule, key, because));
        return this;
    }

    /** Refuses to approve plans that change more resources than this; at least 1, no limit unless said otherwise. */
    public MigrationBuilder maxChanges(int changes) {
        this.limit = changes;
        return this;
    }

    /** What an execution wants of the approvals of its plan; {@link ApprovalPolicy#anybody} unless said otherwise. */
    public MigrationBuilder approvals(ApprovalPolicy policy) {
        this.approvals = policy;
        return this;
    }

    /**
     * Lets an execution, and a rehearsal before it, change the source, such as to make a package of what is selected there;
     * {@link Effect#EXPORT} unless said otherwise, which changes nothing. The plan says so, and approving it approves that.
     */
    public MigrationBuilder allowInSource(Effect most) {
        this.inSource = most;
        return this;
    }

    /** The same source, opened as far as it may be changed. */
    void from(Function<Effect, EndpointOrSnapshot> opened) {
        source = opened.apply(inSource);
    }

    /** How many resources are worked on at once; at least 1, 8 unless said otherwise. */
    public MigrationBuilder parallelism(int threads) {
        this.parallelism = threads;
        return this;
    }

    /** How long the destination is read again until it shows what was written; two minutes unless said otherwise. */
    public MigrationBuilder verifyWithin(Duration deadline) {
        this.verifyWithin = deadline;
        return this;
    }

    /**
     * How long the destination may not list what was made there; three minutes unless said otherwise, a guess. That long a run
     * looks for what an operation may have made whose answer was lost. A time that is too short can make things twice.
     */
    public MigrationBuilder listsWithin(Duration delay) {
        this.listsWithin = delay;
        return this;
    }

    /**
     * How long each piece of work may take in real time: a list, the reading of one resource, the making of a plan, a step, a
     * call of a listener. Two hours unless said otherwise, zero for no limit. What takes longer is interrupted and told as
     * failed; a step that ignores its interrupt is told as one that may still be running, and such a listener goes on.
     */
    public MigrationBuilder stepDeadline(Duration deadline) {
        this.stepDeadline = deadline;
        return this;
    }

    /** Where artifacts lie; the caller closes it. Unless said otherwise a temporary one, which ends with the migration. */
    public MigrationBuilder workspace(Workspace folder) {
        this.workspace = folder;
        return this;
    }

    /** What runs did and do; the caller closes it. {@link Journal#inMemory} otherwise: a later process may make things twice. */
    public MigrationBuilder journal(Journal runs) {
        this.journal = runs;
        return this;
    }

    /** The clock, and what waits; the system's unless said otherwise. Tests give their own. */
    public MigrationBuilder time(Time clock) {
        this.time = clock;
        return this;
    }

    /** Tells somebody what happens, while it happens; may be called for several. */
    public MigrationBuilder listener(MigrationListener who) {
        listeners.add(who);
        return this;
    }

    /**
     * The migration.
     *
     * @throws MigrationException when both environments are the same one, no plugin is installed, two read the same
     *     type, a number or time is too small, or the rule set is not known
     */
    public Migration build() {
        if (source.id().equals(destination.id())) {
            throw new MigrationException(
                    "The migration was not built because source and destination are the same environment, "
                            + source.name() + " (" + source.id() + ")",
                    "Give two different environments");
        }
        Plugins installed = installed();
        AtLeast.one("parallelism", parallelism);
        AtLeast.one("maxChanges", limit);
        AtLeast.export("allowInSource", inSource);
        AtLeast.zero("verifyWithin", verifyWithin);
        AtLeast.zero("listsWithin", listsWithin);
        AtLeast.zero("stepDeadline", stepDeadline);
        RuleSet rules = rules(installed);
        Workspace given = workspace;
        Workspace folder = given == null ? Workspace.temporary() : given;
        RunContext context = setup(installed, rules, folder);
        return new Migration(source, destination, mapping, context, given == null ? folder : null);
    }

    /** The source in full; rules have no part in it, and of the mapping only what chooses packages. */
    Inventory inventory() {
        Workspace folder = Objects.requireNonNull(workspace, "workspace");
        return new EnvironmentReader(setup(installed(), RuleSet.of("none"), folder)).fetch(source, mapping);
    }

    private Plugins installed() {
        if (nothingDiscovered) {
            throw new MigrationException(
                    "The migration was not built because discoverPlugins found no plugin on the class path",
                    "Add a jar that offers one as a service, or leave the call out");
        }
        if (plugins.isEmpty()) {
            throw new MigrationException(
                    "The migration was not built because no plugin is installed",
                    "Install the plugin of the types that are to be moved");
        }
        return new Plugins(plugins);
    }

    private RunContext setup(Plugins installed, RuleSet rules, Workspace folder) {
        PlanOptions options =
                new PlanOptions(scope, rules, recreate, mayStayUnread, waivers, limit, inSource, journal.isKept());
        return new RunContext(
                new PlanTools(installed, options, folder),
                journal,
                time,
                new Events(listeners, time, stepDeadline),
                parallelism,
                new RunContext.Patience(verifyWithin, listsWithin, stepDeadline),
                approvals);
    }

    private RuleSet rules(Plugins installed) {
        String name = ruleSet == null ? installed.standardRuleSet() : ruleSet;
        List<RuleSet> parts = new ArrayList<>(installed.ruleSets());
        if (!ownRules.isEmpty() || (ruleSet == null && parts.isEmpty())) { // else joining says which names there are
            parts.add(new RuleSet(name, ownRules));
        }
        return RuleSets.join(name, parts);
    }

    /** In one line: from where to where, and with which plugins. */
    @Override
    public String toString() {
        return Shown.message("MigrationBuilder from " + source.name() + " to " + destination.name() + ", plugins "
                + plugins.stream().map(MigrationPlugin::name).toList());
    }
}
