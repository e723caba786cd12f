package io.powermigrate.powerapps.connection;

import io.powermigrate.model.Binding;
import io.powermigrate.model.Bound;
import io.powermigrate.model.Difference;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Match;
import io.powermigrate.model.SlotType;
import io.powermigrate.powerapps.connector.CustomConnector;
import io.powermigrate.powerapps.gateway.Gateway;
import io.powermigrate.powerapps.shape.ConnectorName;
import io.powermigrate.spi.Matching;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Whether a connection of the destination leads where one of the source should lead there. Pure. */
final class Fit {

    private final Connection source;
    private final Inventory destination;
    private final Mapping mapping;
    private final ConnectorName connector;
    private final String everywhere;
    private final Map<String, Wanted> parameters = new TreeMap<>();

    Fit(Connection source, Inventory destination, Mapping mapping) {
        this.source = source;
        this.destination = destination;
        this.mapping = mapping;
        this.connector = source.connector();
        this.everywhere = connector.everywhere();
        source.parameters().forEach((name, value) -> {
            String wanted = wanted(value);
            parameters.put(name, new Wanted(wanted, normal(value), normal(wanted)));
        });
    }

    /** What a parameter should be, and what counts as the same. */
    private record Wanted(String value, String asItIs, String asMapped) {

        boolean isMetBy(String found) {
            String normal = normal(found);
            return normal.equals(asItIs) || normal.equals(asMapped);
        }
    }

    /** What a line says, without a look at the connector; empty where no line is about the connection. */
    Optional<Match<Connection>> bound() {
        return Matching.byBinding(Connection.TYPE, source, destination, mapping, connector.wire(), everywhere);
    }

    /** Why a bound connection is none that the source could use. */
    String mismatch(Connection found) {
        return "\"" + found.displayName() + "\" (id " + found.id() + "), a connection of " + found.connector()
                + " and not of " + everywhere;
    }

    /** The same connector, or not known which; of a custom one, whatever name the destination gave it. */
    boolean hasConnectorOf(Connection candidate) {
        return isConnector(candidate.connector());
    }

    /** As {@link #hasConnectorOf}, of the connector itself. */
    boolean isConnector(ConnectorName found) {
        return isOfAnyConnector()
                || connector.equals(found)
                || everywhere.equals(found.everywhere())
                || boundConnector().filter(found::equals).isPresent()
                || isOnlyConnectorCalled(everywhere, found);
    }

    /** Where nothing but its id is known. */
    boolean isOfAnyConnector() {
        return connector.wire().isEmpty();
    }

    /** What its connector is called in every environment. */
    String everywhere() {
        return everywhere;
    }

    /** The connector that a line of the mapping gives. */
    Optional<ConnectorName> boundConnector() {
        return mapping.find(SlotType.of(CustomConnector.TYPE), connector.wire(), everywhere)
                .map(bound -> ConnectorName.of(bound.value()));
    }

    /** Whether a candidate differs in nothing. */
    boolean fits(Connection candidate) {
        return parameters.entrySet().stream().allMatch(each -> each.getValue().isMetBy(found(candidate, each.getKey())))
                && hasGateway(candidate);
    }

    private boolean hasGateway(Connection candidate) {
        return source.content().flag("mentionedOnly") || hasGatewayOf(candidate);
    }

    /** Where the parameters of a candidate are neither equal nor mapped. */
    List<Difference> differences(Connection candidate) {
        List<Difference> differences = new ArrayList<>();
        parameters.forEach((name, wanted) -> {
            String found = found(candidate, name);
            if (!wanted.isMetBy(found)) {
                differences.add(new Difference("its " + name, wanted.value(), found.isEmpty() ? "nothing" : found));
            }
        });
        if (!hasGateway(candidate)) {
            differences.add(new Difference(
                    "its gateway",
                    source.gatewayName().or(source::gateway).orElse("none"),
                    candidate.gatewayName().or(candidate::gateway).orElse("none")));
        }
        return differences;
    }

    private boolean isOnlyConnectorCalled(String title, ConnectorName candidate) {
        return connector.isCustom()
                && destination
                        .byId(CustomConnector.TYPE, candidate.wire())
                        .filter(found -> found.displayName().equalsIgnoreCase(title))
                        .isPresent();
    }

    /** The value of the destination: a whole line for it, else each mapped text inside of it. */
    private String wanted(String value) {
        Optional<Bound> whole = mapping.find(SlotType.TEXT, value);
        if (whole.isPresent()) {
            return whole.get().value();
        }
        String wanted = value;
        for (Binding line : mapping.all(SlotType.TEXT)) {
            wanted = wanted.replace(line.from(), line.to());
        }
        return wanted;
    }

    private boolean hasGatewayOf(Connection candidate) {
        Optional<String> wanted = source.gateway();
        Optional<String> found = candidate.gateway();
        if (wanted.isEmpty() || found.isEmpty()) {
            return wanted.isEmpty() == found.isEmpty();
        }
        return wanted.get().equalsIgnoreCase(found.get()) || isMapped(found.get()) || isNamed(found.get());
    }

    private boolean isMapped(String found) {
        String[] names = source.gatewayName()
                .map(name -> new String[] {source.gateway().orElse(""), name})
                .orElseGet(() -> new String[] {source.gateway().orElse("")});
        return mapping.find(SlotType.of(Gateway.TYPE), names)
                .filter(bound -> bound.value().equalsIgnoreCase(found))
                .isPresent();
    }

    /** The gateway of the same name, or the only one there is, as gateways themselves are matched. */
    private boolean isNamed(String found) {
        List<Gateway> all = destination.all(Gateway.TYPE);
        return all.stream()
                .filter(gateway -> gateway.id().equalsIgnoreCase(found))
                .anyMatch(gateway -> all.size() == 1
                        || source.gatewayName()
                                .filter(gateway.displayName()::equals)
                                .isPresent());
    }

    /** The names of parameters may differ in case. */
    private static String found(Connection candidate, String name) {
        return candidate.content().text("parameters", name).orElse("");
    }

    /** Names of servers and sites do not differ by case or a final slash. */
    private static String normal(String value) {
        String text = value.strip();
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '/') {
            end--;
        }
        return text.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
