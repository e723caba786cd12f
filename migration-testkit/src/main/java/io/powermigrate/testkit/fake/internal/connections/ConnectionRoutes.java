package io.powermigrate.testkit.fake.internal.connections;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.http.Access;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.http.Route;
import io.powermigrate.testkit.fake.internal.http.Service;
import io.powermigrate.testkit.fake.internal.ids.Ids;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.world.Catalogue;
import io.powermigrate.testkit.fake.internal.world.ConnectionState;
import io.powermigrate.testkit.fake.internal.world.EnvironmentState;
import io.powermigrate.testkit.fake.internal.world.Paged;
import io.powermigrate.testkit.fake.internal.world.Scope;
import io.powermigrate.testkit.fake.internal.world.Sharing;
import io.powermigrate.testkit.fake.internal.world.UserState;
import io.powermigrate.testkit.fake.internal.world.World;
import io.powermigrate.testkit.fake.wire.Dialect;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Connections, on the old provider and on the environment's own host (wire/power-platform.md, section 5). */
public final class ConnectionRoutes {
    private static final String BASE = "/providers/Microsoft.PowerApps";

    private final World world;

    private ConnectionRoutes(World world) {
        this.world = world;
    }

    public static List<Route> of(World world) {
        ConnectionRoutes routes = new ConnectionRoutes(world);
        String admin = BASE + "/scopes/admin/environments/{env}";
        String one = "/apis/{api}/connections/{connection}";
        return List.of(
                Route.get(Service.POWERAPPS, BASE + "/connections", Access.MAKER, routes::listMaker),
                Route.get(Service.POWERAPPS, BASE + one, Access.MAKER, routes::getMaker),
                Route.get(Service.POWERAPPS, admin + "/connections", Access.ADMIN, routes::listAdmin),
                Route.get(Service.POWERAPPS, admin + "/apis/{api}/connections", Access.ADMIN, routes::listAdmin),
                Route.get(Service.POWERAPPS, admin + one, Access.ADMIN, routes::getAdmin),
                Route.get(Service.ENVHOST, "/{host}/connectivity/connections", Access.MAKER, routes::listMaker),
                Route.get(
                        Service.ENVHOST,
                        "/{host}/connectivity/connectors/{api}/connections/{connection}",
                        Access.MAKER,
                        routes::getMaker));
    }

    private Answer listMaker(Call call) {
        return list(call, visible(call));
    }

    private Answer listAdmin(Call call) {
        Stream<ConnectionState> all = environment(call).connections().stream().filter(each -> each.connectorName()
                .equalsIgnoreCase(call.find("api").orElse(each.connectorName())));
        return list(call, all);
    }

    private Answer list(Call call, Stream<ConnectionState> connections) {
        return Paged.answer(world, call, connections.toList(), this::json);
    }

    private Answer getMaker(Call call) {
        return one(call, visible(call));
    }

    private Answer getAdmin(Call call) {
        return one(call, environment(call).connections().stream());
    }

    private Answer one(Call call, Stream<ConnectionState> among) {
        String name = call.variable("connection");
        return among.filter(each -> each.name().equalsIgnoreCase(name))
                .filter(each -> each.connectorName().equalsIgnoreCase(call.variable("api")))
                .findFirst()
                .map(each -> Answer.ok(json(each)))
                .orElseThrow(() -> Refusal.of(
                        404,
                        "ConnectionNotFound",
                        "Could not find connection '" + name + "' for API '" + call.variable("api") + "'."));
    }

    private Stream<ConnectionState> visible(Call call) {
        UserState maker = world.maker(call);
        return environment(call).connections().stream()
                .filter(each -> each.sharing().maySee(maker));
    }

    /** The environment of host, path or filter; an unknown host is an environment that is not in the tenant yet. */
    private EnvironmentState environment(Call call) {
        if (call.find("host").isEmpty()) {
            return Scope.required(world, call);
        }
        return new Scope(world)
                .of(call)
                .orElseThrow(() -> Refusal.of(
                        404,
                        "ServiceToServiceEnvironmentNotFound",
                        "The environment '" + call.variable("host") + "' could not be found in the tenant '"
                                + world.tenantOf(call).id() + "'."));
    }

    private ObjectNode json(ConnectionState connection) {
        ObjectNode body = Json.object()
                .put("name", connection.name())
                .put("id", connection.id())
                .put("type", "Microsoft.PowerApps/apis/connections");
        ObjectNode properties = body.putObject("properties")
                .put("apiId", "/providers/Microsoft.PowerApps/apis/" + connection.connectorName())
                .put("displayName", connection.displayName())
                .put("iconUri", icon(connection));
        status(connection, properties);
        parameters(connection, properties);
        UserState owner = connection.sharing().owner();
        properties.put("keywordsRemaining", 78);
        properties.set("createdBy", owner.json());
        properties
                .put("createdTime", Ids.stamp(connection.created()))
                .put("lastModifiedTime", Ids.stamp(connection.created()))
                .put("expirationTime", Ids.stamp(connection.created().plus(Duration.ofHours(1))));
        ObjectNode environment = ConnectorJson.environmentOf(connection.environment());
        if (world.dialects().is(Dialect.CONNECTION_ENVIRONMENT_NAME, "id only")) {
            environment.remove("name");
        }
        properties.set("environment", environment);
        ArrayNode permissions = properties.putArray("permissions").add(permission(connection, owner));
        connection.sharing().grants().forEach(grant -> permissions.add(permission(connection, grant)));
        properties.put("accountName", owner.userPrincipalName()).put("allowSharing", false);
        return body;
    }

    private String icon(ConnectionState connection) {
        return world.catalogue()
                .find(connection.connectorName())
                .map(Catalogue.Standard::iconUri)
                .orElse(Catalogue.CUSTOM_ICON);
    }

    private static void status(ConnectionState connection, ObjectNode properties) {
        ObjectNode status = properties.putArray("statuses").addObject().put("status", connection.status());
        if (connection.status().equals("Error")) {
            status.put("target", "token");
            status.putObject("error").put("code", "Unauthenticated").put("message", "This connection must sign in.");
        }
    }

    /** Either the flat map or a named set; a gateway is a parameter of its own, in a guessed form. */
    private static void parameters(ConnectionState connection, ObjectNode properties) {
        ObjectNode values = Json.object();
        boolean set = connection.parameterSet().isPresent();
        connection.parameters().forEach((key, value) -> {
            if (set) {
                values.putObject(key).put("value", value);
            } else {
                values.put(key, value);
            }
        });
        connection.gateway().ifPresent(gateway -> {
            ObjectNode holder = set ? values.putObject("gateway").putObject("value") : values.putObject("gateway");
            holder.put("id", gateway.id());
        });
        if (set) {
            ObjectNode named = properties.putObject("connectionParametersSet");
            named.put("name", connection.parameterSet().orElse(""));
            named.set("values", values);
        } else {
            properties.set("connectionParameters", values.put("sku", "Enterprise"));
        }
    }

    private static ObjectNode permission(ConnectionState connection, UserState owner) {
        return permission(connection, new Sharing.Grant(owner.objectId(), "NotSpecified", "Owner"));
    }

    private static ObjectNode permission(ConnectionState connection, Sharing.Grant grant) {
        ObjectNode permission = Json.object()
                .put("name", grant.principal())
                .put("id", connection.id() + "/permissions/" + grant.principal())
                .put("type", "Microsoft.PowerApps/apis/connections/permissions");
        ObjectNode properties = permission.putObject("properties").put("roleName", grant.role());
        properties
                .putObject("principal")
                .put("id", grant.principal())
                .put("type", grant.type())
                .put("tenantId", connection.environment().tenant().id());
        properties.put("notifyShareTargetOption", "NotSpecified").put("inviteGuestToTenant", false);
        return permission;
    }
}
