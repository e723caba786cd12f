package io.powermigrate.powerapps.gateway;

import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.http.Call;
import io.powermigrate.model.Coverage;
import io.powermigrate.model.Difference;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Match;
import io.powermigrate.model.ResourceType;
import io.powermigrate.platform.PowerPlatformClient;
import io.powermigrate.powerapps.shape.Place;
import io.powermigrate.spi.Matching;
import io.powermigrate.spi.ResourceReader;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads gateways from Power BI, the only list with a public recording (wire/power-platform.md, section 7). It shows those
 * that the caller administers, of the whole tenant; those that connections go through are added by the connections.
 * Thread-safe.
 */
public final class GatewayReader implements ResourceReader<Gateway> {

    /** A reader; it holds no state. */
    public GatewayReader() {}

    @Override
    public ResourceType<Gateway> type() {
        return Gateway.TYPE;
    }

    @Override
    public Optional<URI> page(Inventory environment) {
        return Place.of(environment).page("gateways");
    }

    @Override
    public Stream<Gateway> list(Endpoint endpoint) {
        PowerPlatformClient client = endpoint.client(PowerPlatformClient.KEY);
        return client.transport()
                .items(Call.get(client.powerBi("/v1.0/myorg/gateways")), "id", "name")
                .map(GatewayItems::listed);
    }

    @Override
    public Coverage coverage(Endpoint endpoint) {
        return Coverage.visibleOnly(
                "the list shows only gateways that the caller administers; whether it shows those that the caller may use "
                        + "or administers through a group is not known",
                "Have the caller made an administrator of the gateways, or bind them by id");
    }

    /** By binding, by name, then the only gateway there is. */
    @Override
    public Match<Gateway> match(Gateway source, Inventory destination, Mapping mapping) {
        Optional<Match<Gateway>> bound = Matching.byBinding(type(), source, destination, mapping);
        Match<Gateway> byName = bound.orElseGet(() -> Matching.byName(type(), source, destination, mapping));
        List<Gateway> all = destination.all(type());
        return bound.isEmpty() && byName.kind() == Match.Kind.ABSENT && all.size() == 1
                ? Match.one(all.get(0), "the only gateway of " + destination.name())
                : byName;
    }

    /** A gateway is as good as another if it works; the service tells that of few. */
    @Override
    public List<Difference> differences(Gateway desired, Gateway actual) {
        String status = actual.status();
        boolean works = status.isEmpty() || status.equalsIgnoreCase("Live") || status.equalsIgnoreCase("Installed");
        return works ? List.of() : List.of(new Difference("its status", "Live", status));
    }
}
