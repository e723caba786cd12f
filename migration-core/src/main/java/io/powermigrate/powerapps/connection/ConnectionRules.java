package io.powermigrate.powerapps.connection;

import io.powermigrate.model.Candidate;
import io.powermigrate.model.Match;
import io.powermigrate.powerapps.connector.ConnectorRules;
import io.powermigrate.powerapps.gateway.Gateway;
import io.powermigrate.powerapps.shape.Place;
import io.powermigrate.powerapps.shape.Sources;
import io.powermigrate.rule.Basis;
import io.powermigrate.rule.Rule;
import io.powermigrate.rule.RuleContext;
import io.powermigrate.rule.RuleSet;
import io.powermigrate.rule.RuleSets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the rule sets say about connections (rules.md). */
public final class ConnectionRules {

    private static final Rule<Connection> CLASSIC =
            recreate("CON-001", Sources.CLASSIC, "connections cannot be migrated: they hold somebody's consent");

    private static final Rule<Connection> PACKAGE =
            recreate("CON-011", Sources.PACKAGE, "packages carry no connections: they hold somebody's consent");

    private static final Rule<Connection> SOLUTION = recreate(
            "CON-021",
            Sources.REFERENCES,
            "solutions carry references to connections, but no connection: consent is given in the destination");

    private static final Rule<Connection> OTHER_CONNECTOR = Rule.withId("CON-002")
            .forEach(Connection.TYPE)
            .when("is bound to a connection of another connector", (c, context) -> wrong(c, context)
                    .isPresent())
            .blocks()
            .becauseOf((c, context) ->
                    "the mapping binds it to " + wrong(c, context).orElse(""))
            .accordingTo(Sources.REFERENCES)
            .remedyFor((c, context) -> "Bind it to a connection of "
                    + c.connector().everywhere() + ", or take the line out of the mapping");

    private static final Rule<Connection> BROKEN = Rule.withId("CON-003")
            .forEach(Connection.TYPE)
            .when(
                    "does not work in the source itself",
                    (c, context) -> !c.status().isEmpty() && !c.isConnected())
            .warns()
            .becauseOf((c, context) -> "its status in the source is " + c.status() + ": what uses it may not run there")
            .accordingTo(Sources.WIRE)
            .remedy("Check whether it is still needed before you create it again");

    private ConnectionRules() {}

    /** The parts of the rule sets that are about connections. */
    public static List<RuleSet> sets() {
        return List.of(
                RuleSet.of(RuleSets.CLASSIC_2016, CLASSIC, OTHER_CONNECTOR, BROKEN),
                RuleSet.of(RuleSets.PACKAGE_2018, PACKAGE, OTHER_CONNECTOR, BROKEN),
                RuleSet.of(RuleSets.SOLUTION_AWARE, SOLUTION, OTHER_CONNECTOR, BROKEN));
    }

    private static Rule<Connection> recreate(String id, Basis basis, String reason) {
        return Rule.withId(id)
                .forEach(Connection.TYPE)
                .always()
                .mustBeRecreatedByHand()
                .because(reason)
                .accordingTo(basis)
                .remedyFor(ConnectionRules::steps);
    }

    private static Optional<String> wrong(Connection connection, RuleContext context) {
        Fit fit = new Fit(connection, context.destination(), context.mapping());
        return fit.bound()
                .flatMap(Match::found)
                .filter(found -> !fit.hasConnectorOf(found))
                .map(fit::mismatch);
    }

    private static String steps(Connection connection, RuleContext context) {
        String place = Place.of(context.destination()).name();
        String connector = ConnectorRules.title(connection.connector(), context);
        return "Open make.powerapps.com and choose the environment " + place
                + ". Open Connections, New connection. Choose the connector \""
                + connector + "\"." + where(connection, context)
                + " Sign in and consent. Then plan again";
    }

    /** Most connections tell the id of their gateway only. */
    private static Candidate gateway(Connection connection, String id, RuleContext context) {
        return new Candidate(
                id,
                connection
                        .gatewayName()
                        .or(() -> context.source().byId(Gateway.TYPE, id).map(Gateway::displayName))
                        .orElse(id));
    }

    private static String where(Connection connection, RuleContext context) {
        String parameters = connection.parameters().entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
        String gateway = connection
                .gateway()
                .map(id -> " Choose the gateway that stands for " + gateway(connection, id, context) + ".")
                .orElse("");
        return (parameters.isEmpty() ? "" : " In the source it has " + parameters + "; enter what stands for it.")
                + gateway;
    }
}
