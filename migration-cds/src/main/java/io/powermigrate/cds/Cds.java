package io.powermigrate.cds;

import io.powermigrate.cds.carrier.Leftover;
import io.powermigrate.cds.carrier.Leftovers;
import io.powermigrate.cds.carrier.SolutionMigrator;
import io.powermigrate.cds.carrier.SolutionOptions;
import io.powermigrate.cds.carrier.SolutionPackager;
import io.powermigrate.cds.choice.ChoiceReader;
import io.powermigrate.cds.environment.OrganizationReader;
import io.powermigrate.cds.flow.FlowStateMigrator;
import io.powermigrate.cds.member.DataverseTeam;
import io.powermigrate.cds.member.DataverseUser;
import io.powermigrate.cds.member.MembersMigrator;
import io.powermigrate.cds.member.PrincipalReader;
import io.powermigrate.cds.permission.PermissionSetReader;
import io.powermigrate.cds.publisher.PublisherReader;
import io.powermigrate.cds.reference.BindingMigrator;
import io.powermigrate.cds.reference.ReferenceBinding;
import io.powermigrate.cds.reference.ReferenceReader;
import io.powermigrate.cds.role.RoleReader;
import io.powermigrate.cds.role.SecurityRole;
import io.powermigrate.cds.rules.DataverseRules;
import io.powermigrate.cds.solution.settings.DeploymentSettings;
import io.powermigrate.cds.table.TableReader;
import io.powermigrate.cds.variable.ValueMigrator;
import io.powermigrate.cds.variable.VariableReader;
import io.powermigrate.cds.variable.VariableValue;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.SlotType;
import io.powermigrate.rule.RuleSet;
import io.powermigrate.rule.RuleSets;
import io.powermigrate.spi.MigrationPlugin;
import io.powermigrate.spi.Packager;
import io.powermigrate.spi.ResourceReader;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Dataverse as a plugin: tables, choices, roles, permission sets, variables, connection references and flows travel in solutions.
 * Also makes the lines of a mapping for them. Install it beside {@code PowerApps.plugin()}: connections, custom connectors and flows
 * are read by that one.
 *
 * <pre>{@code
 * Migration.from(dev).to(prod)
 *         .install(PowerApps.plugin(), Cds.plugin(SolutionOptions.defaults().solutions("Orders").managed()))
 *         .mapping(Mapping.of(Cds.value("new_Url", "https://fabrikam.com"), Cds.reference("new_orders_sql", "b1946ac9")))
 * }</pre>
 */
public final class Cds implements MigrationPlugin {

    private final SolutionOptions options;

    /** As {@link #plugin()}; for {@link java.util.ServiceLoader}. */
    public Cds() {
        this(SolutionOptions.defaults());
    }

    private Cds(SolutionOptions options) {
        this.options = options;
    }

    /** The plugin with {@link SolutionOptions#defaults()}. */
    public static Cds plugin() {
        return new Cds();
    }

    /** The plugin. Immutable, holds no state. */
    public static Cds plugin(SolutionOptions options) {
        return new Cds(options);
    }

    /**
     * A variable of the destination gets this value.
     *
     * @param schemaName of the variable, such as {@code new_Url}
     * @param value not empty; of a secret variable a reference to a secret of a vault
     */
    public static Binding value(String schemaName, String value) {
        return new Binding(VariableValue.SLOT, schemaName, value);
    }

    /**
     * A connection reference of the destination gets this connection of the destination.
     *
     * @param logicalName of the reference
     * @param connectionId its id there
     */
    public static Binding reference(String logicalName, String connectionId) {
        return new Binding(ReferenceBinding.SLOT, logicalName, connectionId);
    }

    /**
     * A solution of the source carries something that several of them hold.
     *
     * @param type such as {@code table} or {@code security-role}
     * @param name the name of its key
     * @param solution the unique name of the solution
     */
    public static Binding carriedBy(String type, String name, String solution) {
        return new Binding(SolutionPackager.LINE, type + " " + name, solution);
    }

    /** A role of the source, by id or name, is this one of the destination, by id or name. */
    public static Binding role(String from, String to) {
        return new Binding(SlotType.of(SecurityRole.TYPE), from, to);
    }

    /**
     * A user of the source, a member of permission sets, is this one of the destination; see {@link SolutionOptions#withMembers}.
     *
     * @param from sign-in name or id there
     * @param to sign-in name or id in the destination
     */
    public static Binding user(String from, String to) {
        return new Binding(SlotType.of(DataverseUser.TYPE), from, to);
    }

    /** A team of the source is this one of the destination, by name or id; as {@link #user}. */
    public static Binding team(String from, String to) {
        return new Binding(SlotType.of(DataverseTeam.TYPE), from, to);
    }

    /**
     * The settings that other tools use for one destination, as a mapping; an empty value or connection is no line.
     *
     * @param settings sections that this library does not use are told by {@link DeploymentSettings#unknown}
     */
    public static Mapping mapping(DeploymentSettings settings) {
        Stream<Binding> values = settings.variables().stream()
                .filter(setting -> !setting.isOpen())
                .map(setting -> value(setting.schemaName(), setting.value()));
        Stream<Binding> connections = settings.connections().stream()
                .filter(setting -> !setting.isOpen())
                .map(setting -> reference(setting.logicalName(), setting.connectionId()));
        return Mapping.of(Stream.concat(values, connections).toList());
    }

    /**
     * The scratch solutions that are in a source now ({@link SolutionOptions#scratchSolution}): an export uses them, or was cut off.
     * Asks, and changes nothing.
     *
     * @return the oldest first
     */
    public static List<Leftover> leftovers(Endpoint source) {
        return new Leftovers(source).all();
    }

    /**
     * Removes the scratch solutions from a source that are older than a day: no export takes that long, so runs that were cut off left
     * them.
     *
     * @return each that was there, the oldest first: removed, or why it was kept
     */
    public static List<Leftover> removeLeftovers(Endpoint source) {
        return removeLeftovers(source, Leftovers.OLD);
    }

    /**
     * Removes scratch solutions from a source. They are unmanaged, so nothing that they hold is deleted; an export that uses one now
     * fails. What scratch solutions of other environments brought here by an import is no leftover, and stays.
     *
     * @param source open for changes
     * @param olderThan how old a solution must at least be; zero for all of them, once it is known that no run is under way
     * @return each that was there, the oldest first: removed, or why it was kept
     * @throws io.powermigrate.error.MigrationException when the age is negative
     */
    public static List<Leftover> removeLeftovers(Endpoint source, Duration olderThan) {
        return new Leftovers(source).remove(olderThan);
    }

    @Override
    public String name() {
        return "Dataverse";
    }

    @Override
    public List<ResourceReader<?>> readers() {
        List<ResourceReader<?>> members = options.bringsMembers()
                ? List.of(PrincipalReader.ofUsers(), PrincipalReader.ofTeams(), new MembersMigrator())
                : List.of();
        return Stream.concat(always().stream(), members.stream()).toList();
    }

    private List<ResourceReader<?>> always() {
        return List.of(
                new OrganizationReader(),
                new TableReader(),
                new ChoiceReader(),
                new RoleReader(),
                new PermissionSetReader(),
                new PublisherReader(),
                new VariableReader(),
                new ReferenceReader(),
                new SolutionMigrator(options),
                new ValueMigrator(),
                new BindingMigrator(),
                new FlowStateMigrator());
    }

    @Override
    public List<Packager<?>> packagers() {
        return List.of(new SolutionPackager(options));
    }

    /** The one that {@code PowerApps.plugin()} names, too. */
    @Override
    public String standardRuleSet() {
        return RuleSets.CLASSIC_2016;
    }

    @Override
    public List<RuleSet> ruleSets() {
        return options.bringsMembers()
                ? Stream.concat(DataverseRules.sets().stream(), DataverseRules.ofMembers().stream())
                        .toList()
                : DataverseRules.sets();
    }

    /** In one line: its name, and how solutions travel. */
    @Override
    public String toString() {
        return name() + " with " + options;
    }
}
