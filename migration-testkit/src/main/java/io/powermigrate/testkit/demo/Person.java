package io.powermigrate.testkit.demo;

import io.powermigrate.cds.Cds;
import io.powermigrate.model.Binding;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.RecreateItem;
import io.powermigrate.testkit.fake.FakeConnection;
import io.powermigrate.testkit.fake.FakeConnector;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeFlow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Plays the person who does what a recreate list asks for, item by item, by hand: makes in the destination what stands on
 * the list, and nothing else; and who knows what only the destination knows.
 */
public final class Person {

    private static final Map<String, String> VALUES = Map.of(CustomerVisits.VARIABLE, "https://maps.fabrikam.com");

    private final FakeEnvironment origin;
    private final FakeEnvironment destination;

    /** Somebody who may look at the source and work in the destination. */
    public Person(FakeEnvironment origin, FakeEnvironment destination) {
        this.origin = origin;
        this.destination = destination;
    }

    /** Makes everything that is still missing, in the order of the list. */
    public void does(Plan plan) {
        plan.recreate().stream()
                .filter(item -> item.state() == RecreateItem.State.MISSING)
                .forEach(item -> make(item, plan));
    }

    /** The lines that say of apps with the same name that each is one of its own. */
    public static List<Binding> pastes(Plan plan) {
        return plan.steps().stream()
                .filter(step -> step.action() == Action.BLOCKED)
                .flatMap(step -> step.findings().stream())
                .flatMap(finding -> finding.suggestions().stream())
                .filter(Binding::isNew)
                .toList();
    }

    /**
     * The lines for what only the destination knows: a value for each variable that lacks one, and a connection, which is made, for each
     * reference of a solution that has none.
     */
    public List<Binding> fillsIn(Plan plan) {
        Stream<Binding> values = plan.steps().stream()
                .filter(step -> step.key().type().equals("variable-value") && step.action() == Action.HELD)
                .map(step -> Cds.value(step.key().name(), value(step.key())));
        Stream<Binding> references = plan.steps().stream()
                .filter(step -> step.key().type().equals("reference-binding"))
                .map(step -> Cds.reference(step.key().name(), connection(step.key())));
        return Stream.concat(values, references).toList();
    }

    private static String value(ResourceKey variable) {
        return Optional.ofNullable(VALUES.get(variable.name())).orElseThrow(() -> unknown(variable));
    }

    private String connection(ResourceKey reference) {
        return origin.organisation().rows("connectionreferences").stream()
                .filter(row -> row.value("connectionreferencelogicalname")
                        .filter(reference.name()::equals)
                        .isPresent())
                .flatMap(row -> row.value("connectorid").stream())
                .map(connector -> connector.substring(connector.lastIndexOf('/') + 1))
                .map(connector -> destination
                        .connection(connectorThere(connector), reference.name())
                        .name())
                .findFirst()
                .orElseThrow(() -> unknown(reference));
    }

    private void make(RecreateItem item, Plan plan) {
        String originId = plan.step(item.key()).orElseThrow().originId();
        switch (item.key().type()) {
            case "gateway" -> destination.gateway(item.displayName());
            case "custom-connector" -> destination.customConnector(item.displayName());
            case "connection" -> connection(item, originId);
            case "cloud-flow" -> flow(originId);
            case "canvas-app" -> app(item, originId, plan);
            default -> throw unknown(item.key());
        }
    }

    private void connection(RecreateItem item, String originId) {
        FakeConnection old = origin.connections().stream()
                .filter(each -> each.name().equals(originId))
                .findFirst()
                .orElseThrow(() -> unknown(item.key()));
        FakeConnection made = destination.connection(connectorThere(old.connectorName()), item.displayName());
        old.gateway().ifPresent(gateway -> made.through(destination.gateway(gateway.name())));
    }

    private String connectorThere(String connectorName) {
        Optional<FakeConnector> custom = origin.customConnectors().stream()
                .filter(each -> each.name().equals(connectorName))
                .findFirst();
        return custom.flatMap(old -> destination.customConnectors().stream()
                        .filter(each -> each.displayName().equals(old.displayName()))
                        .findFirst())
                .map(FakeConnector::name)
                .orElse(connectorName);
    }

    /** The form of a list is made on the list of the destination; here it looks as it did. */
    private void app(RecreateItem item, String originId, Plan plan) {
        boolean form = plan.step(item.key()).orElseThrow().findings().stream()
                .anyMatch(finding -> finding.rule().equals("APP-009"));
        if (form) {
            origin.apps().stream()
                    .filter(each -> each.id().equals(originId))
                    .forEach(each -> destination.app(each.published().document()));
        } else {
            firstApp();
        }
    }

    /** Where no app of the source gives a package that the service takes, one in the destination has to. */
    private void firstApp() {
        if (destination.apps().isEmpty()) {
            destination.app("Imported by hand");
        }
    }

    private void flow(String originId) {
        FakeFlow old = origin.flows().stream()
                .filter(each -> each.id().equals(originId))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the source has no flow " + originId));
        FakeFlow made = destination.flow(old.displayName());
        for (FakeConnection called : old.calls().values()) {
            String connector = connectorThere(called.connectorName());
            destination.connections().stream()
                    .filter(each -> each.connectorName().equals(connector))
                    .findFirst()
                    .ifPresent(made::calling);
        }
    }

    private static IllegalStateException unknown(ResourceKey key) {
        return new IllegalStateException("this person does not know how to make " + key + ". Teach them.");
    }
}
