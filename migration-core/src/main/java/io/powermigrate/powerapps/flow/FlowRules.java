package io.powermigrate.powerapps.flow;

import io.powermigrate.model.ResourceKey;
import io.powermigrate.powerapps.connection.Connection;
import io.powermigrate.powerapps.connector.ConnectorRules;
import io.powermigrate.powerapps.shape.Kept;
import io.powermigrate.powerapps.shape.Place;
import io.powermigrate.powerapps.shape.Sources;
import io.powermigrate.rule.Basis;
import io.powermigrate.rule.Rule;
import io.powermigrate.rule.RuleContext;
import io.powermigrate.rule.RuleSet;
import io.powermigrate.rule.RuleSets;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** What the rule sets say about cloud flows (rules.md). */
public final class FlowRules {

    private static final Rule<CloudFlow> CLASSIC = Rule.withId("FLOW-001")
            .forEach(CloudFlow.TYPE)
            .always()
            .mustBeRecreated()
            .because("flows cannot be migrated: they must be made again with the destination's connections")
            .accordingTo(Sources.CLASSIC)
            .remedyFor(FlowRules::steps);

    private static final Rule<CloudFlow> SUSPENDED = warns(
            "FLOW-002",
            new If("is suspended in the source", (flow, context) -> !flow.suspension()
                    .isEmpty()),
            Sources.WIRE,
            "the service suspended it in the source, so it does not run there",
            "Find out why in Power Automate, and whether it is still needed, before it is made again");

    private static final Rule<CloudFlow> NOT_READ = warns(
            "FLOW-003",
            new If("could not be opened by who is signed in", (flow, context) -> !flow.notRead()
                    .isEmpty()),
            Sources.WIRE,
            "its definition and its connections are not known, because who is signed in may not open it",
            "Have its owner make you a co-owner, then plan again");

    private static final Rule<CloudFlow> OFF = warns(
            "FLOW-004",
            new If("is on in the source and off in the destination, and solutions keep both", FlowRules::isOffThere),
            Sources.WIRE,
            "it is off in the destination: what calls it does not work there, and nothing starts it",
            "Turn it on in Power Automate once its connections are chosen; with Cds.plugin() the step flow-state does so");

    private static final Rule<CloudFlow> PACKAGE = warns(
            "FLOW-011",
            new If("is not in a solution", (flow, context) -> !flow.isInSolution()),
            Sources.PACKAGE,
            "a package carries it, and its connections are chosen at import",
            "Export it as a package. Import it in the destination and choose its connections. Turn it on");

    private static final Rule<CloudFlow> PACKAGE_SOLUTION = warns(
            "FLOW-012",
            new If("is in a solution", (flow, context) -> flow.isInSolution()),
            Sources.PACKAGE,
            "packages take only what is in no solution, so its solution has to carry it",
            "Export its solution and import that in the destination. Choose its connections. Turn it on");

    private static final Rule<CloudFlow> PACKAGE_INSTANT = warns(
            "FLOW-013",
            new If("is called by an app", (flow, context) -> flow.isCallable()),
            Sources.PACKAGE,
            "the package of its app carries it, and the user of the app provides the connections",
            "Export the app with its flow in one package, so that both are bound to each other");

    private static final Rule<CloudFlow> OUTSIDE = warns(
            "FLOW-021",
            new If("is not in a solution", (flow, context) -> !flow.isInSolution()),
            Sources.SOLUTIONS,
            "no solution carries it; its package is refused where \"Create in Dataverse solutions\" is on",
            "Add it to a solution in the source first, or import its package where that setting is off. Choose its "
                    + "connections. Turn it on");

    private static final Rule<CloudFlow> IN_SOLUTION = warns(
            "FLOW-022",
            new If(
                    "is in a solution and goes to an environment with Dataverse",
                    (flow, context) -> flow.isInSolution() && place(context).hasDataverse()),
            Sources.REFERENCES,
            "it arrives turned off unless the person who turns it on may use all its connections",
            "Make its connections in the destination, or have them shared with who turns it on. Bind its connection "
                    + "references. Turn it on and set its owner");

    private static final Rule<CloudFlow> INSTANT = warns(
            "FLOW-023",
            new If("is called by an app", (flow, context) -> flow.isCallable()),
            Sources.SOLUTIONS,
            "a flow of an app can be in a solution only if it was made from an app that already is in one",
            "Make the flow from inside the app of the solution again, if it cannot be added to the solution");

    private static final Rule<CloudFlow> NO_DATAVERSE = warns(
            "FLOW-024",
            new If(
                    "is in a solution and goes to an environment without Dataverse",
                    (flow, context) -> flow.isInSolution() && !place(context).hasDataverse()),
            Sources.PACKAGE,
            "the destination has no Dataverse, so it can hold no solution: the rules of packages hold",
            "Add Dataverse to the destination; or save the flow as a copy outside of solutions in the source and move "
                    + "that as a package");

    private static final Rule<CloudFlow> MANAGED = warns(
            "FLOW-025",
            new If("goes to a Managed Environment", (flow, context) -> place(context)
                    .isManaged()),
            Sources.PIPELINES,
            "everybody who runs something in a Managed Environment needs a premium licence",
            "Check the licences of those who run it");

    private static final Rule<CloudFlow> FROM_DEFAULT = Rule.withId("FLOW-026")
            .forEach(CloudFlow.TYPE)
            .when("comes from a default environment", (flow, context) -> Place.of(context.source())
                    .isDefault())
            .migrates()
            .because("a default environment cannot be copied or moved as a whole; its resources go one by one")
            .accordingTo(Sources.WHOLE)
            .remedy("Nothing has to be done");

    private static final Rule<CloudFlow> OTHER_REGION = Rule.withId("FLOW-027")
            .forEach(CloudFlow.TYPE)
            .when("goes through a gateway to another region", FlowRules::gatewayToAnotherRegion)
            .warns()
            .becauseOf((flow, context) -> "it uses a gateway, and the destination is in another region, "
                    + place(context).region() + ": a gateway serves only environments of its own region")
            .accordingTo(Sources.REGIONS)
            .remedy("Bind its connections to ones through a gateway of the destination's region");

    private FlowRules() {}

    /** The parts of the rule sets that are about cloud flows. */
    public static List<RuleSet> sets() {
        return List.of(
                RuleSet.of(RuleSets.CLASSIC_2016, CLASSIC, SUSPENDED, NOT_READ, OFF),
                RuleSet.of(RuleSets.PACKAGE_2018, PACKAGE, PACKAGE_SOLUTION, PACKAGE_INSTANT, SUSPENDED, NOT_READ, OFF),
                RuleSet.of(
                        RuleSets.SOLUTION_AWARE,
                        OUTSIDE,
                        IN_SOLUTION,
                        INSTANT,
                        NO_DATAVERSE,
                        MANAGED,
                        FROM_DEFAULT,
                        OTHER_REGION,
                        SUSPENDED,
                        NOT_READ,
                        OFF));
    }

    private record If(String words, BiPredicate<CloudFlow, RuleContext> holds) {}

    private static Rule<CloudFlow> warns(String id, If condition, Basis basis, String reason, String remedy) {
        return Rule.withId(id)
                .forEach(CloudFlow.TYPE)
                .when(condition.words(), condition.holds())
                .warns()
                .because(reason)
                .accordingTo(basis)
                .remedy(remedy);
    }

    private static boolean isOffThere(CloudFlow flow, RuleContext context) {
        return flow.isInSolution()
                && flow.isStarted()
                && context.match(flow.key()).found().map(CloudFlow.class::cast).stream()
                        .anyMatch(there -> there.isInSolution() && !there.isStarted());
    }

    private static boolean gatewayToAnotherRegion(CloudFlow flow, RuleContext context) {
        return place(context).isInAnotherRegionThan(Place.of(context.source()))
                && flow.knownConnections().stream()
                        .flatMap(use ->
                                context
                                        .source()
                                        .find(ResourceKey.ofId(Connection.TYPE.name(), use.connection()))
                                        .stream())
                        .anyMatch(connection ->
                                connection.content().text("gateway").isPresent());
    }

    private static String steps(CloudFlow flow, RuleContext context) {
        String connectors = flow.knownConnections().stream()
                .map(use -> "\"" + ConnectorRules.title(use.connector(), context) + "\"")
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        String trigger = flow.trigger().isEmpty() ? "" : " with the trigger " + flow.trigger();
        return "Open make.powerautomate.com and choose the environment "
                + place(context).name() + ". Make a flow called \"" + flow.displayName() + "\"" + trigger
                + definition(flow) + "."
                + (connectors.isEmpty() ? "" : " Pick connections of " + connectors + ".")
                + " Turn it on, then plan again";
    }

    private static String definition(CloudFlow flow) {
        String file = Kept.file(flow, ".flow.json", ", after the file ", "");
        return file.isEmpty()
                ? ", as its owner shows you: its definition was not read"
                        + (flow.notRead().isEmpty() ? "" : " because " + flow.notRead())
                : file;
    }

    private static Place place(RuleContext context) {
        return Place.of(context.destination());
    }
}
