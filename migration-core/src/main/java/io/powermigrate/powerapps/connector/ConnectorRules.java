package io.powermigrate.powerapps.connector;

import io.powermigrate.model.Match;
import io.powermigrate.model.Reference;
import io.powermigrate.model.Resource;
import io.powermigrate.powerapps.shape.ConnectorName;
import io.powermigrate.powerapps.shape.Kept;
import io.powermigrate.powerapps.shape.Place;
import io.powermigrate.powerapps.shape.Sources;
import io.powermigrate.rule.Basis;
import io.powermigrate.rule.Rule;
import io.powermigrate.rule.RuleContext;
import io.powermigrate.rule.RuleSet;
import io.powermigrate.rule.RuleSets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** What the rule sets say about custom connectors (rules.md). */
public final class ConnectorRules {

    private static final Rule<CustomConnector> CLASSIC = recreate(
            "CC-001",
            (connector, context) -> true,
            "custom APIs cannot be migrated: their secrets do not leave the source",
            Sources.CLASSIC);

    private static final Rule<CustomConnector> PACKAGE =
            recreate("CC-011", (connector, context) -> true, "packages carry no custom connectors", Sources.PACKAGE);

    private static final Rule<CustomConnector> OUTSIDE = recreate(
            "CC-021",
            (connector, context) -> !connector.isInSolution(),
            "no solution carries it, and packages carry no custom connectors",
            Sources.PACKAGE);

    private static final Rule<CustomConnector> NO_DATAVERSE = recreate(
            "CC-022",
            (connector, context) ->
                    connector.isInSolution() && !Place.of(context.destination()).hasDataverse(),
            "the destination has no Dataverse, so no solution can carry it there",
            Sources.PACKAGE);

    private static final Rule<CustomConnector> IN_SOLUTION = Rule.withId("CC-023")
            .forEach(CustomConnector.TYPE)
            .when(
                    "lives in a solution and goes to an environment with Dataverse",
                    (connector, context) -> connector.isInSolution()
                            && Place.of(context.destination()).hasDataverse())
            .warns()
            .because("its solution carries it without its secrets, and its id differs in the destination")
            .accordingTo(Sources.SOLUTIONS)
            .remedy("Import its solution first. Enter its secrets again. Register its new redirect address with its "
                    + "identity provider. Make its connections. Add it to the data policies");

    private static final Rule<CustomConnector> TWO_WAVES = Rule.withId("CC-024")
            .forEach(CustomConnector.TYPE)
            .when("is not in the destination yet and has dependants in solutions", ConnectorRules::needsOwnWave)
            .warns()
            .because(
                    "an import of a solution fails where its custom connector is in the same solution and not there yet")
            .accordingTo(Sources.SOLUTIONS)
            .remedy("Put the connector into a solution of its own. Import that one first, then the others");

    private static final Rule<CustomConnector> SECRETS = Rule.withId("CC-002")
            .forEach(CustomConnector.TYPE)
            .when(
                    "has connections that authenticate",
                    (connector, context) ->
                            connector.isFetched() && !connector.authentication().isEmpty())
            .warns()
            .becauseOf((connector, context) ->
                    "it authenticates by " + connector.authentication() + ", and the service never gives secrets back")
            .accordingTo(Sources.WIRE)
            .remedy(
                    "Have the secrets and the registration of the application at hand. Add the redirect address of the new "
                            + "connector to that registration");

    private static final Rule<CustomConnector> DEFINITION = Rule.withId("CC-003")
            .forEach(CustomConnector.TYPE)
            .when(
                    "has a definition that was not read as its maker wrote it",
                    (connector, context) -> connector.isFetched()
                            && !connector.definitionProblem().isEmpty())
            .warns()
            .becauseOf((connector, context) ->
                    "the definition that its maker wrote was not saved because " + connector.definitionProblem())
            .accordingTo(Sources.WIRE)
            .remedyFor((connector, context) -> connector.definition().equals("none")
                    ? "Download its definition from its page in make.powerapps.com: no other copy was found"
                    : "Download its definition from its page in make.powerapps.com, or use the saved copy of the runtime"
                            + " and replace its host and base path by those of the service behind it");

    private ConnectorRules() {}

    /** The parts of the rule sets that are about custom connectors. */
    public static List<RuleSet> sets() {
        return List.of(
                RuleSet.of(RuleSets.CLASSIC_2016, CLASSIC, SECRETS, DEFINITION),
                RuleSet.of(RuleSets.PACKAGE_2018, PACKAGE, SECRETS, DEFINITION),
                RuleSet.of(
                        RuleSets.SOLUTION_AWARE, OUTSIDE, NO_DATAVERSE, IN_SOLUTION, TWO_WAVES, SECRETS, DEFINITION));
    }

    /** What a person chooses in the destination: as the connector is called there, else in the source, else as its name says. */
    public static String title(ConnectorName name, RuleContext context) {
        Optional<CustomConnector> ofSource = context.source().byId(CustomConnector.TYPE, name.wire());
        return ofSource.<Resource>flatMap(found -> context.match(found.key()).found())
                .or(() -> ofSource)
                .map(Resource::displayName)
                .orElseGet(name::everywhere);
    }

    private static Rule<CustomConnector> recreate(
            String id, BiPredicate<CustomConnector, RuleContext> when, String reason, Basis basis) {
        return Rule.withId(id)
                .forEach(CustomConnector.TYPE)
                .when("has to be made again: " + reason, when)
                .mustBeRecreated()
                .because(reason)
                .accordingTo(basis)
                .remedyFor(ConnectorRules::steps);
    }

    private static boolean needsOwnWave(CustomConnector connector, RuleContext context) {
        return connector.isInSolution()
                && context.match(connector.key()).kind() == Match.Kind.ABSENT
                && context.source().all().stream()
                        .filter(each -> each.references().contains(Reference.needs(connector.key())))
                        .anyMatch(each -> each.content().text("solutionEntity").isPresent());
    }

    private static String steps(CustomConnector connector, RuleContext context) {
        String backend = !connector.isFetched() || connector.backend().isEmpty()
                ? ""
                : " Check its host, " + connector.backend() + ".";
        return "Open make.powerapps.com and choose the environment "
                + Place.of(context.destination()).name()
                + ". Open Custom connectors, New custom connector, Import an OpenAPI file. "
                + file(connector) + " and call it \"" + connector.displayName() + "\"." + backend
                + " Enter its settings" + Kept.file(connector, ".settings.json", " (file ", ")")
                + " and its secrets. Save it, then plan again";
    }

    private static String file(CustomConnector connector) {
        String file = Kept.file(connector, ".openapi.json", "Choose the file ", "");
        if (file.isEmpty()) {
            return "Choose the file that you downloaded from the page of the connector in the source, or have somebody who can"
                    + " open it there download it,";
        }
        return connector.definition().equals("runtime")
                ? file + ", replace its host and base path by those of the service behind it,"
                : file;
    }
}
