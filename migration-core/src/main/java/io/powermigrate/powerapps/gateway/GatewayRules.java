package io.powermigrate.powerapps.gateway;

import io.powermigrate.model.SlotType;
import io.powermigrate.powerapps.shape.Place;
import io.powermigrate.powerapps.shape.Sources;
import io.powermigrate.rule.Basis;
import io.powermigrate.rule.Rule;
import io.powermigrate.rule.RuleContext;
import io.powermigrate.rule.RuleSet;
import io.powermigrate.rule.RuleSets;
import java.util.List;

/** What the rule sets say about gateways (rules.md). */
public final class GatewayRules {

    private static final Rule<Gateway> CLASSIC =
            recreate("GW-001", Sources.CLASSIC, true, "gateways cannot be migrated: they are software on a machine");

    private static final Rule<Gateway> PACKAGE =
            recreate("GW-011", Sources.PACKAGE, true, "packages carry no gateways: they are software on a machine");

    private static final Rule<Gateway> SOLUTION =
            recreate("GW-021", Sources.REGIONS, false, "nothing copies a gateway: it is software on a machine");

    private static final Rule<Gateway> CLASSIC_PLACE = defaultOnly("GW-002", Sources.CLASSIC);

    private static final Rule<Gateway> PACKAGE_PLACE = defaultOnly("GW-012", Sources.PACKAGE);

    private static final Rule<Gateway> REGION = Rule.withId("GW-022")
            .forEach(Gateway.TYPE)
            .when("goes to an environment of another region", (gateway, context) -> place(context)
                    .isInAnotherRegionThan(Place.of(context.source())))
            .warns()
            .becauseOf((gateway, context) -> "the destination is in the region "
                    + place(context).region() + ", the source in "
                    + Place.of(context.source()).region()
                    + ", and an environment can use only gateways whose region maps to its own")
            .accordingTo(Sources.REGIONS)
            .remedyFor(
                    (gateway, context) -> "Register the gateway of the destination in an Azure region that belongs to "
                            + place(context).region());

    private GatewayRules() {}

    /** The parts of the rule sets that are about gateways. */
    public static List<RuleSet> sets() {
        return List.of(
                RuleSet.of(RuleSets.CLASSIC_2016, CLASSIC, CLASSIC_PLACE),
                RuleSet.of(RuleSets.PACKAGE_2018, PACKAGE, PACKAGE_PLACE),
                RuleSet.of(RuleSets.SOLUTION_AWARE, SOLUTION, REGION));
    }

    /** @param defaultOnly whether only a default environment can hold one: what forbids it has the same recipe */
    private static Rule<Gateway> recreate(String id, Basis basis, boolean defaultOnly, String reason) {
        return Rule.withId(id)
                .forEach(Gateway.TYPE)
                .always()
                .mustBeRecreatedByHand()
                .because(reason)
                .accordingTo(basis)
                .remedyFor((gateway, context) ->
                        defaultOnly && isMisplaced(gateway, context) ? elsewhere(gateway, context) : install(gateway));
    }

    private static String install(Gateway gateway) {
        return "Install the on-premises data gateway on a machine that reaches the data. "
                + "Sign in with an account of the destination's tenant and register it as \""
                + gateway.displayName()
                + "\". Add the signed-in account as a gateway administrator. Make its connections, then plan again";
    }

    private static String elsewhere(Gateway gateway, RuleContext context) {
        return "Migrate what needs the gateway to the default environment of the tenant; or, if a gateway can be used in "
                + place(context).name() + ", install one and bind it with a line of the mapping";
    }

    /** A gateway that the mapping names was chosen by somebody who knows that it works there. */
    private static Rule<Gateway> defaultOnly(String id, Basis basis) {
        return Rule.withId(id)
                .forEach(Gateway.TYPE)
                .when("goes to an environment that cannot hold gateways, and is not bound", GatewayRules::isMisplaced)
                .blocks()
                .becauseOf((gateway, context) -> "gateways are supported in a default environment only, and "
                        + place(context).name() + " is not one")
                .accordingTo(basis)
                .remedyFor(GatewayRules::elsewhere);
    }

    private static boolean isMisplaced(Gateway gateway, RuleContext context) {
        return !place(context).canHoldGateways() && !isBound(gateway, context);
    }

    private static boolean isBound(Gateway gateway, RuleContext context) {
        return context.mapping()
                .find(SlotType.of(Gateway.TYPE), gateway.id(), gateway.key().name())
                .isPresent();
    }

    private static Place place(RuleContext context) {
        return Place.of(context.destination());
    }
}
