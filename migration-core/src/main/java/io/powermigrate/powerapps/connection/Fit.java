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

/** Whether a connection of the destination leads where one of the source should lead there. Pure. */
record Fit(Connection source, Inventory destination, Mapping mapping) {

    /** What a line says, without a look at the connector; empty where no line is about the connection. */
    Optional<Match<Connection>> bound() {
        return Matching.byBinding(
                Connection.TYPE,
                source,
                destination,
                mapping,
                source.connector().wire(),
                source.connector().everywhere());
    }

    /** Why a bound connection is none that the source could use. */
    String mismatch(Connection found) {
        return "\"" + found.displayName() + "\" (id " + found.id() + "), a connection of " + found.connector()
                + " and not of " + source.connector().everywhere();
    }

    /** The same connector, or not known which; of a custom one, whatever name the destination gave it. */
    boolean hasConnectorOf(Connection candidate) {
        ConnectorName wanted = source.connector();
        return wanted.wire().isEmpty()
                || wanted.isSame(candidate.connector())
                || mapping.find(SlotType.of(CustomConnector.TYPE), wanted.wire(), wanted.everywhere())
                        .filter(bound -> ConnectorName.of(bound.value()).equals(candidate.connector()))
                        .isPresent()
                || isOnlyConnectorCalled(wanted.everywhere(), candidate.connector());
    }

    /** Where the parameters of a candidate are neither equal nor mapped. */
    List<Difference> differences(Connection candidate) {
        List<Difference> differences = new ArrayList<>();
        source.parameters().forEach((name, value) -> {
            String found = ignoringCase(candidate.parameters(), name).orElse("");
            if (!isSame(value, found)) {
                differences.add(new Difference("its " + name, wanted(value), found.isEmpty() ? "nothing" : found));
            }
        });
        if (!source.content().flag("mentionedOnly") && !hasGatewayOf(candidate)) {
            differences.add(new Difference(
                    "its gateway",
                    source.gatewayName().or(source::gateway).orElse("none"),
                    candidate.gatewayName().or(candidate::gateway).orElse("none")));
        }
        return differences;
    }

    private boolean isOnlyConnectorCalled(String title, ConnectorName candidate) {
        return source.connector().isCustom()
                && destination
                        .byId(CustomConnector.TYPE, candidate.wire())
                        .filter(found -> found.displayName().equalsIgnoreCase(title))
                        .isPresent();
    }

    private boolean isSame(String value, String found) {
        return normal(wanted(value)).equals(normal(found)) || normal(value).equals(normal(found));
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

    private static Optional<String> ignoringCase(Map<String, String> parameters, String name) {
        return parameters.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Names of servers and sites do not differ by case or a final slash. */
    private static String normal(String value) {
        return value.strip().replaceFirst("/+$", "").toLowerCase(Locale.ROOT);
    }
}
