package io.powermigrate.testkit.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sign-in of Entra ID (wire/power-platform.md, section 11; wire/msal-authority.md). */
final class LoginRoutes {
    private final World world;
    private final Tokens tokens;

    private LoginRoutes(World world) {
        this.world = world;
        this.tokens = new Tokens(world);
    }

    static List<Route> of(World world) {
        LoginRoutes routes = new LoginRoutes(world);
        return List.of(
                new Route(
                        Service.LOGIN,
                        "POST",
                        "/{tenant}/oauth2/v2.0/token",
                        FakeEffect.READ,
                        Access.NONE,
                        routes::token),
                Route.get(
                        Service.LOGIN,
                        "/{tenant}/v2.0/.well-known/openid-configuration",
                        Access.NONE,
                        routes::configuration),
                Route.get(Service.LOGIN, "/common/userrealm/{user}", Access.NONE, LoginRoutes::realm),
                Route.get(Service.LOGIN, "/common/discovery/instance", Access.NONE, LoginRoutes::discovery));
    }

    private Answer token(Call call) {
        Map<String, String> form = call.form();
        return switch (form.getOrDefault("grant_type", "")) {
            case "client_credentials" -> clientCredentials(call, form);
            case "password" -> password(call, form);
            case "refresh_token" -> refresh(call, form);
            default -> throw refused(400, "unsupported_grant_type", 70003, "The grant type is not supported.");
        };
    }

    private Answer clientCredentials(Call call, Map<String, String> form) {
        FakeTenant tenant = tenant(call);
        FakeApplication application = tenant.findApplication(form.getOrDefault("client_id", ""))
                .orElseThrow(() ->
                        refused(400, "unauthorized_client", 700016, "The application was not found in the directory."));
        if (!application.hasSecret(form.getOrDefault("client_secret", ""))) {
            throw refused(401, "invalid_client", 7000215, "Invalid client secret provided.");
        }
        String audience = audience(form.getOrDefault("scope", ""));
        return Answer.ok(answer().put("access_token", tokens.ofApplication(tenant, application, audience)));
    }

    private Answer password(Call call, Map<String, String> form) {
        String name = form.getOrDefault("username", "");
        FakeUser user = user(call, name)
                .orElseThrow(() ->
                        refused(400, "invalid_grant", 50034, "The user account does not exist in the directory."));
        if (!user.hasPassword(form.getOrDefault("password", ""))) {
            throw refused(400, "invalid_grant", 50126, "Invalid username or password.");
        }
        return userAnswer(call, form, user);
    }

    private Optional<FakeUser> user(Call call, String name) {
        if (isShared(call.variable("tenant"))) {
            return world.tenants().stream()
                    .flatMap(each -> each.findUser(name).stream())
                    .findFirst();
        }
        return tenant(call).findUser(name);
    }

    private Answer refresh(Call call, Map<String, String> form) {
        FakeUser user = tokens.userOfRefreshToken(form.getOrDefault("refresh_token", ""))
                .filter(each -> isShared(call.variable("tenant")) || each.tenant() == tenant(call))
                .orElseThrow(() -> refused(400, "invalid_grant", 9002313, "The refresh token is not valid."));
        return userAnswer(call, form, user);
    }

    private Answer userAnswer(Call call, Map<String, String> form, FakeUser user) {
        String scope = form.getOrDefault("scope", "");
        String issuer = call.link(Service.LOGIN, "/" + user.tenant().id() + "/v2.0");
        ObjectNode info = Json.object()
                .put("uid", user.objectId())
                .put("utid", user.tenant().id());
        return Answer.ok(answer().put("scope", scope)
                .put("access_token", tokens.ofUser(user, audience(scope)))
                .put("refresh_token", tokens.refreshToken(user))
                .put("id_token", tokens.idToken(user, form.getOrDefault("client_id", ""), issuer))
                .put("client_info", Tokens.encode(info.toString())));
    }

    private static ObjectNode answer() {
        return Json.object()
                .put("token_type", "Bearer")
                .put("expires_in", Tokens.LIFE_SECONDS)
                .put("ext_expires_in", Tokens.LIFE_SECONDS);
    }

    /** The audience keeps the slash of a scope with two (wire/clients.md, point 5). */
    private static String audience(String scopes) {
        for (String scope : scopes.split(" ", -1)) {
            if (scope.contains("://") && scope.lastIndexOf('/') > scope.indexOf("://") + 2) {
                return scope.substring(0, scope.lastIndexOf('/'));
            }
        }
        return "https://graph.microsoft.com";
    }

    private FakeTenant tenant(Call call) {
        String name = call.variable("tenant");
        return world.findTenant(name)
                .orElseThrow(() -> refused(400, "invalid_request", 90002, "Tenant '" + name + "' not found."));
    }

    private static boolean isShared(String tenant) {
        return tenant.equals("common") || tenant.equals("organizations");
    }

    private Refusal refused(int status, String error, int code, String words) {
        String trace = world.ids().of("trace/" + code);
        ObjectNode body = Json.object()
                .put("error", error)
                .put("error_description", "AADSTS" + code + ": " + words + "\r\nTrace ID: " + trace);
        body.putArray("error_codes").add(code);
        body.put("timestamp", Ids.seconds(world.now()).replace('T', ' '))
                .put("trace_id", trace)
                .put("correlation_id", trace);
        return new Refusal(Answer.json(status, body));
    }

    private Answer configuration(Call call) {
        String base = call.link(Service.LOGIN, "/" + call.variable("tenant"));
        return Answer.ok(Json.object()
                .put("issuer", base + "/v2.0")
                .put("authorization_endpoint", base + "/oauth2/v2.0/authorize")
                .put("token_endpoint", base + "/oauth2/v2.0/token")
                .put("device_authorization_endpoint", base + "/oauth2/v2.0/devicecode")
                .put("jwks_uri", base + "/discovery/v2.0/keys"));
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
