package io.powermigrate.testkit.fake.internal.entra;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.http.Access;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.http.Route;
import io.powermigrate.testkit.fake.internal.http.Service;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.world.SignIns;
import io.powermigrate.testkit.fake.internal.world.World;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sign-in of Entra ID (wire/power-platform.md, section 11; wire/msal-authority.md). */
public final class LoginRoutes {
    private static final String REQUEST_ID = "client-request-id";

    private final World world;

    private LoginRoutes(World world) {
        this.world = world;
    }

    public static List<Route> of(World world) {
        LoginRoutes routes = new LoginRoutes(world);
        EntraRefusals refusals = new EntraRefusals(world);
        LoginTenants tenants = new LoginTenants(world, refusals);
        TokenRoute token = new TokenRoute(world, refusals, tenants);
        List<Route> all = new ArrayList<>(new BrowserRoutes(world, refusals, tenants).routes());
        all.add(post("/{tenant}/oauth2/v2.0/token", token::answer));
        all.add(post("/{tenant}/oauth2/v2.0/devicecode", call -> routes.deviceCode(call, tenants)));
        all.add(get("/{tenant}/v2.0/.well-known/openid-configuration", call -> configuration(call, tenants)));
        all.add(get("/{tenant}/discovery/v2.0/keys", call -> keys()));
        all.add(get("/common/userrealm/{user}", LoginRoutes::realm));
        all.add(get("/common/discovery/instance", LoginRoutes::discovery));
        return List.copyOf(all);
    }

    private static Route post(String template, Route.Handler handler) {
        return new Route(Service.LOGIN, "POST", template, FakeEffect.READ, Access.NONE, echoing(handler));
    }

    private static Route get(String template, Route.Handler handler) {
        return Route.get(Service.LOGIN, template, Access.NONE, echoing(handler));
    }

    /** Anyone who sends {@code client-request-id} gets it back, with a refusal as well. */
    private static Route.Handler echoing(Route.Handler handler) {
        return call -> {
            Optional<String> id = call.header(REQUEST_ID);
            try {
                Answer answer = handler.answer(call);
                return id.map(value -> answer.header(REQUEST_ID, value)).orElse(answer);
            } catch (Refusal refusal) {
                throw id.map(value -> new Refusal(refusal.answer().header(REQUEST_ID, value)))
                        .orElse(refusal);
            }
        };
    }

    private Answer deviceCode(Call call, LoginTenants tenants) {
        String client = call.form().getOrDefault("client_id", "");
        if (!LoginTenants.isShared(call)) {
            tenants.requireKnown(call, tenants.tenant(call), client);
        }
        SignIns.DeviceCode code = world.signIns().newDeviceCode(client, world.now());
        String page = call.link(Service.LOGIN, "/" + call.variable("tenant") + "/oauth2/deviceauth");
        return Answer.ok(Json.object()
                .put("user_code", code.userCode())
                .put("device_code", code.deviceCode())
                .put("verification_uri", page)
                .put("expires_in", SignIns.DEVICE_CODE_LIFE.toSeconds())
                .put("interval", world.devicePollSeconds())
                .put(
                        "message",
                        "To sign in, use a web browser to open the page " + page + " and enter the code "
                                + code.userCode() + " to authenticate."));
    }

    /** Entra ID names a tenant by its id here, however it was asked for. */
    private static Answer configuration(Call call, LoginTenants tenants) {
        String tenant = LoginTenants.isShared(call)
                ? call.variable("tenant")
                : tenants.tenant(call).id();
        String base = call.link(Service.LOGIN, "/" + tenant);
        return Answer.ok(Json.object()
                .put("issuer", base + "/v2.0")
                .put("authorization_endpoint", base + "/oauth2/v2.0/authorize")
                .put("token_endpoint", base + "/oauth2/v2.0/token")
                .put("device_authorization_endpoint", base + "/oauth2/v2.0/devicecode")
                .put("jwks_uri", base + "/discovery/v2.0/keys"));
    }

    /** No key: tokens are signed with one that the fake keeps to itself, and clients of the platform read them unverified. */
    private static Answer keys() {
        ObjectNode body = Json.object();
        body.putArray("keys");
        return Answer.ok(body);
    }

    private static Answer realm(Call call) {
        String user = call.variable("user");
        return Answer.ok(Json.object()
                .put("ver", "1.0")
                .put("account_type", "Managed")
                .put("domain_name", user.substring(user.indexOf('@') + 1))
                .put("cloud_instance_name", "microsoftonline.com")
                .put("cloud_audience_urn", "urn:federation:MicrosoftOnline"));
    }

    private static Answer discovery(Call call) {
        ObjectNode body = Json.object()
                .put(
                        "tenant_discovery_endpoint",
                        call.link(Service.LOGIN, "/common/v2.0/.well-known/openid-configuration"))
                .put("api-version", "1.1");
        ObjectNode metadata = body.putArray("metadata").addObject();
        metadata.put("preferred_network", "login.microsoftonline.com").put("preferred_cache", "login.windows.net");
        metadata.putArray("aliases").add("login.microsoftonline.com").add("login.windows.net");
        return Answer.ok(body);
    }
}
