package io.powermigrate.powerapps;

import io.powermigrate.canvas.Limits;
import io.powermigrate.powerapps.app.CanvasAppRules;
import io.powermigrate.powerapps.app.CanvasApps;
import io.powermigrate.powerapps.connection.ConnectionReader;
import io.powermigrate.powerapps.connection.ConnectionRules;
import io.powermigrate.powerapps.connector.ConnectorRules;
import io.powermigrate.powerapps.connector.CustomConnectorReader;
import io.powermigrate.powerapps.flow.CloudFlowReader;
import io.powermigrate.powerapps.flow.FlowRules;
import io.powermigrate.powerapps.gateway.GatewayReader;
import io.powermigrate.powerapps.gateway.GatewayRules;
import io.powermigrate.rule.RuleSet;
import io.powermigrate.rule.RuleSets;
import io.powermigrate.spi.MigrationPlugin;
import io.powermigrate.spi.ResourceReader;
import java.util.List;
import java.util.stream.Stream;

/** Power Apps as a plugin: canvas apps, cloud flows, connections, custom connectors and gateways, and their rules. */
public final class PowerApps implements MigrationPlugin {

    private static final PowerApps PLUGIN = new PowerApps();

    private final Limits limits;

    /** As {@link #plugin()}; for {@link java.util.ServiceLoader}, which makes what the class path offers. */
    public PowerApps() {
        this(Limits.defaults());
    }

    private PowerApps(Limits limits) {
        this.limits = limits;
    }

    /** The plugin, to be installed into a migration. Immutable, holds no state. */
    public static PowerApps plugin() {
        return PLUGIN;
    }

    /**
     * As {@link #plugin()}, for documents that are larger than the defaults allow.
     *
     * <pre>{@code
     * PowerApps.plugin(Limits.defaults().withRatio(1_000))
     * }</pre>
     *
     * @param limits what the document of an app may cost to read, in the source, in the destination and to rebind
     */
    public static PowerApps plugin(Limits limits) {
        return new PowerApps(limits);
    }

    @Override
    public String name() {
        return "Power Apps";
    }

    /** In one line: its name. */
    @Override
    public String toString() {
        return name();
    }

    @Override
    public List<ResourceReader<?>> readers() {
        return List.of(
                CanvasApps.migrator(limits),
                new CloudFlowReader(),
                new ConnectionReader(),
                new CustomConnectorReader(),
                new GatewayReader());
    }

    @Override
    public String standardRuleSet() {
        return RuleSets.CLASSIC_2016;
    }

    @Override
    public List<RuleSet> ruleSets() {
        return Stream.of(
                        CanvasAppRules.sets(),
                        FlowRules.sets(),
                        ConnectionRules.sets(),
                        ConnectorRules.sets(),
                        GatewayRules.sets())
                .flatMap(List::stream)
                .toList();
    }
}
