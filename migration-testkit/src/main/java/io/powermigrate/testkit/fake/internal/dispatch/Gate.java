package io.powermigrate.testkit.fake.internal.dispatch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.blobs.BlobRoutes;
import io.powermigrate.testkit.fake.internal.entra.Tokens;
import io.powermigrate.testkit.fake.internal.environments.EnvironmentRoutes;
import io.powermigrate.testkit.fake.internal.http.Access;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.http.Caller;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.http.Route;
import io.powermigrate.testkit.fake.internal.http.Service;
import io.powermigrate.testkit.fake.internal.world.EnvironmentState;
import io.powermigrate.testkit.fake.internal.world.TenantState;
import io.powermigrate.testkit.fake.internal.world.UserState;
import io.powermigrate.testkit.fake.internal.world.World;
import java.util.Locale;
import java.util.Optional;

/** Lets a call in or refuses it, by the route's access (wire/power-platform.md, section 0.1). Stateless. */
final class Gate {
    private final World world;
    private final Tokens tokens;

    Gate(World world, Tokens tokens) {
        this.world = world;
        this.tokens = tokens;
    }

    /** The call with its caller; a {@link Refusal} where the route is closed to it. */
    Call admit(Route route, Call call, Optional<EnvironmentState> environment) {
        if (route.access() == Access.NONE) {
            return call;
        }
        if (route.access() == Access.SIGNATURE) {
            refuseBearer(call);
            return call;
        }
        Call known = call.by(caller(call));
        if (route.access() == Access.MEMBER) {
            return known;
        }
        if (known.caller().application()) {
            checkApplication(route, known);
        }
        environment.ifPresent(each -> checkEnvironment(route, each, known));
        if (route.access() == Access.ADMIN) {
            checkAdministrator(environment, known);
        }
        return known;
    }

    /** Azure Storage refuses a bearer beside a signature. */
    private static void refuseBearer(Call call) {
        if (call.header("authorization").isPresent()) {
            throw new Refusal(BlobRoutes.failure(
                    403, "AuthenticationFailed", "The value of the Authorization header is not expected here."));
        }
    }

    private Caller caller(Call call) {
        String header = call.header("authorization").orElse("");
        if (!header.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
            throw unauthorized(call, "AuthenticationFailed", "The request has no bearer token.");
        }
        ObjectNode claims = tokens.claims(header.substring(7).trim())
                .orElseThrow(() -> unauthorized(call, "InvalidAuthenticationToken", "The access token is invalid."));
        if (world.now().getEpochSecond() >= claims.path("exp").asLong()) {
            throw unauthorized(call, "ExpiredAuthenticationToken", "The access token expired.");
        }
        String audience = claims.path("aud").asText();
        if (!accepts(call, audience)) {
            throw unauthorized(
                    call,
                    "InvalidAuthenticationTokenAudience",
                    "The access token has been obtained for the wrong audience '" + audience + "'.");
        }
        TenantState tenant = world.findTenant(claims.path("tid").asText())
                .orElseThrow(() -> unauthorized(call, "InvalidAuthenticationToken", "The tenant is unknown."));
        String objectId = claims.path("oid").asText();
        boolean application = claims.path("idtyp").asText().equals("app");
        return new Caller(tenant.id(), objectId, application);
    }

    /** A token for Dataverse is for the address of one organisation (wire/dataverse.md, section 1.1). */
    private static boolean accepts(Call call, String audience) {
        return call.service() == Service.DATAVERSE
                ? call.origin().isOrganisation(call.variable("org"), audience)
                : call.service().accepts(audience);
    }

    private void checkApplication(Route route, Call call) {
        TenantState tenant = world.tenantOf(call);
        String id = call.caller().objectId();
        boolean registered = tenant.applicationByObjectId(id)
                .filter(each -> tenant.isAdminApplication(each.clientId()))
                .isPresent();
        if (route.access() == Access.MAKER || !registered) {
            throw Refusal.of(
                    403,
                    "Forbidden",
                    "The service principal with id '" + id + "' does not have permission to access the path '"
                            + call.rawPath() + "'.");
        }
    }

    private void checkEnvironment(Route route, EnvironmentState environment, Call call) {
        TenantState tenant = world.tenantOf(call);
        if (environment.tenant() != tenant) {
            boolean admin = route.access() == Access.ADMIN && route.template().endsWith("/environments/{env}");
            throw admin
                    ? EnvironmentRoutes.notFound(environment.name())
                    : Refusal.environmentNotInTenant(environment.name(), tenant.id());
        }
        if (route.access() == Access.MAKER && !environment.admits(world.maker(call))) {
            throw Refusal.environmentDenied(environment.name());
        }
    }

    private void checkAdministrator(Optional<EnvironmentState> environment, Call call) {
        boolean allowed = world.tenantOf(call)
                .userById(call.caller().objectId())
                .map(UserState::isAdministrator)
                .orElse(true);
        if (allowed) {
            return;
        }
        throw environment
                .map(each -> Refusal.environmentDenied(each.name()))
                .orElseGet(() -> Refusal.of(
                        403,
                        "Forbidden",
                        "The caller does not have permission to access the path '" + call.rawPath() + "'."));
    }

    private static Refusal unauthorized(Call call, String code, String message) {
        String login = call.link(Service.LOGIN, "/common/oauth2/authorize");
        return new Refusal(Answer.error(401, code, message)
                .header(
                        "WWW-Authenticate",
                        "Bearer authorization_uri=\"" + login + "\", error=\"invalid_token\", error_description=\""
                                + message.replace("\"", "'") + "\""));
    }
}
