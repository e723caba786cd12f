package io.powermigrate.testkit.fake.internal.connections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.http.Access;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.http.Route;
import io.powermigrate.testkit.fake.internal.http.Service;
import io.powermigrate.testkit.fake.internal.world.ConnectorState;
import io.powermigrate.testkit.fake.internal.world.EnvironmentState;
import io.powermigrate.testkit.fake.internal.world.Paged;
import io.powermigrate.testkit.fake.internal.world.Scope;
import io.powermigrate.testkit.fake.internal.world.UserState;
import io.powermigrate.testkit.fake.internal.world.World;
import io.powermigrate.testkit.fake.wire.Dialect;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The catalogue and the custom connectors (wire/power-platform.md, section 6). */
public final class ConnectorRoutes {
    private static final String APIS = "/providers/Microsoft.PowerApps/apis";

    private final World world;

    private ConnectorRoutes(World world) {
        this.world = world;
    }

    public static List<Route> of(World world) {
        ConnectorRoutes routes = new ConnectorRoutes(world);
        String admin = "/providers/Microsoft.PowerApps/scopes/admin/environments/{env}/apis/{api}";
        return List.of(
                Route.get(Service.POWERAPPS, APIS, Access.MAKER, routes::list),
                Route.get(Service.ARM, APIS, Access.MAKER, routes::list),
                Route.get(Service.POWERAPPS, APIS + "/{api}", Access.MAKER, routes::get),
                Route.get(Service.POWERAPPS, admin, Access.ADMIN, routes::getAdmin));
    }

    /** Custom connectors only where the filter says so, with a next link to another host by the dialect. */
    private Answer list(Call call) {
        boolean customOnly = call.query("$filter").orElse("").matches("(?i).*IsCustomApi\\s+eq\\s+'True'.*");
        Optional<EnvironmentState> environment = Scope.filtered(call).map(name -> Scope.named(world, call, name));
        UserState maker = world.maker(call);
        List<ConnectorState> customs = environment.stream()
                .flatMap(each -> each.customConnectors().stream())
                .filter(each -> each.sharing().maySee(maker))
                .toList();
        if (!customOnly) {
            Stream<ObjectNode> own = customs.stream().map(each -> ConnectorJson.custom(world, call, each, false));
            Stream<ObjectNode> standards = world.catalogue().all().stream().map(ConnectorJson::standard);
            return Paged.answer(world, call, Stream.concat(standards, own).toList(), json -> json);
        }
        boolean foreign = world.dialects().is(Dialect.CUSTOM_CONNECTOR_NEXT_LINK, "management.azure.com");
        String next = foreign ? call.link(Service.ARM, APIS) : call.self();
        return Paged.answer(world, call, customs, each -> ConnectorJson.custom(world, call, each, false), next);
    }

    private Answer get(Call call) {
        Optional<EnvironmentState> environment = Scope.filtered(call).map(name -> Scope.named(world, call, name));
        return found(call, environment, world.maker(call));
    }

    private Answer getAdmin(Call call) {
        String name = call.variable("api");
        return Scope.required(world, call)
                .customConnector(each -> each.name().equalsIgnoreCase(name))
                .map(each -> Answer.ok(ConnectorJson.custom(world, call, each, true)))
                .orElseThrow(() -> Refusal.apiNotFound(name));
    }

    private Answer found(Call call, Optional<EnvironmentState> environment, UserState maker) {
        String name = call.variable("api");
        return environment
                .flatMap(each -> each.customConnector(custom ->
                        custom.name().equalsIgnoreCase(name) && custom.sharing().maySee(maker)))
                .map(each -> ConnectorJson.custom(world, call, each, true))
                .or(() -> world.catalogue().find(name).map(ConnectorJson::standard))
                .map(Answer::ok)
                .orElseThrow(() -> Refusal.apiNotFound(name));
    }
}
