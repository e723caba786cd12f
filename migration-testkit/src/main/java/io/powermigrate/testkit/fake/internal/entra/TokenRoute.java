package io.powermigrate.testkit.fake.internal.entra;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.http.Service;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.world.ApplicationState;
import io.powermigrate.testkit.fake.internal.world.TenantState;
import io.powermigrate.testkit.fake.internal.world.UserState;
import io.powermigrate.testkit.fake.internal.world.World;
import io.powermigrate.testkit.fake.wire.EntraError;
import io.powermigrate.testkit.fake.wire.FakeSignIn;
import java.util.Map;

/** {@code POST /{tenant}/oauth2/v2.0/token}: every grant that clients use (wire/clients.md, points 3 to 7). Stateless. */
final class TokenRoute {
    private final World world;
    private final Tokens tokens;
    private final EntraRefusals refusals;
    private final LoginTenants tenants;
    private final ApplicationGrant application;
    private final UserGrants users;

    TokenRoute(World world, EntraRefusals refusals, LoginTenants tenants) {
        this.world = world;
        this.tokens = new Tokens(world);
        this.refusals = refusals;
        this.tenants = tenants;
        this.application = new ApplicationGrant(world, refusals, tenants);
        this.users = new UserGrants(world, tokens, refusals, tenants);
    }

    Answer answer(Call call) {
        if (!LoginTenants.isShared(call)) {
            failIfTold(tenants.tenant(call), call);
        }
        return switch (call.form().getOrDefault("grant_type", "")) {
            case "client_credentials" -> ofApplication(application.of(call), call);
            case "password" -> ofUser(users.byPassword(call), call);
            case "refresh_token" -> ofUser(users.byRefreshToken(call), call);
            // MSAL writes the short name, the RFC the long one
            case "device_code", "urn:ietf:params:oauth:grant-type:device_code" ->
                ofUser(users.byDeviceCode(call), call);
            case "authorization_code" -> ofUser(users.byAuthorizationCode(call), call);
            default -> throw refusals.of(EntraError.GRANT_NOT_SUPPORTED, call);
        };
    }

    private void failIfTold(TenantState tenant, Call call) {
        tenant.takeFailure().ifPresent(error -> {
            throw refusals.of(error, call);
        });
    }

    private Answer ofApplication(ApplicationState proved, Call call) {
        TenantState tenant = tenants.tenant(call);
        String audience = GrantedScope.audience(call.form().getOrDefault("scope", ""));
        note(tenant, call, proved.clientId());
        return Answer.ok(answer().put("access_token", tokens.ofApplication(tenant, proved, audience)));
    }

    private Answer ofUser(UserState user, Call call) {
        Map<String, String> form = call.form();
        String client = form.getOrDefault("client_id", "");
        if (LoginTenants.isShared(call)) {
            failIfTold(user.tenant(), call);
        }
        tenants.requireKnown(call, user.tenant(), client);
        if (user.tenant()
                .findApplication(client)
                .filter(each -> !each.hasConsent())
                .isPresent()) {
            throw refusals.of(EntraError.CONSENT_MISSING, call);
        }
        note(user.tenant(), call, user.userPrincipalName());
        String scope = form.getOrDefault("scope", "");
        String issuer = call.link(Service.LOGIN, "/" + user.tenant().id() + "/v2.0");
        ObjectNode info = Json.object()
                .put("uid", user.objectId())
                .put("utid", user.tenant().id());
        return Answer.ok(answer().put("scope", scope)
                .put("access_token", tokens.ofUser(user, client, GrantedScope.audience(scope)))
                .put("refresh_token", tokens.refreshToken(user, client))
                .put("id_token", tokens.idToken(user, client, issuer))
                .put("client_info", Tokens.encode(info.toString())));
    }

    private static void note(TenantState tenant, Call call, String who) {
        Map<String, String> form = call.form();
        tenant.note(new FakeSignIn(
                form.getOrDefault("grant_type", ""),
                form.getOrDefault("client_id", ""),
                GrantedScope.audience(form.getOrDefault("scope", "")),
                form.getOrDefault("claims", ""),
                who));
    }

    private static ObjectNode answer() {
        return Json.object()
                .put("token_type", "Bearer")
                .put("expires_in", Tokens.LIFE_SECONDS)
                .put("ext_expires_in", Tokens.LIFE_SECONDS);
    }
}
