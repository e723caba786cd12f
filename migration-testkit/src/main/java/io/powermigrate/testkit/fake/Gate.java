package io.powermigrate.testkit.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
    Call admit(Route route, Call call, Optional<FakeEnvironment> environment) {
        if (route.access() == Access.NONE) {
            return call;
        }
        if (route.access() == Access.SIGNATURE) {
            refuseBearer(call);
            return call;
        }
        Caller caller = caller(call);
        if (caller.application()) {
            checkApplication(route, call, caller);
        }
        environment.ifPresent(each -> checkEnvironment(route, each, caller));
        if (route.access() == Access.ADMIN) {
            checkAdministrator(environment, call, caller);
        }
        return call.by(caller);
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
        if (!call.service().accepts(audience)) {
            throw unauthorized(
                    call,
                    "InvalidAuthenticationTokenAudience",
                    "The access token has been obtained for the wrong audience '" + audience + "'.");
        }
        FakeTenant tenant = world.findTenant(claims.path("tid").asText())
                .orElseThrow(() -> unauthorized(call, "InvalidAuthenticationToken", "The tenant is unknown."));
        String objectId = claims.path("oid").asText();
        boolean application = claims.path("idtyp").asText().equals("app");
        return new Caller(tenant, tenant.userById(objectId), objectId, application);
    }

    private static void checkApplication(Route route, Call call, Caller caller) {
        boolean registered = caller.tenant()
                .applicationByObjectId(caller.objectId())
                .filter(each -> caller.tenant().isAdminApplication(each.clientId()))
                .isPresent();
        if (route.access() == Access.MAKER || !registered) {
            throw Refusal.of(
                    403,
                    "Forbidden",
                    "The service principal with id '" + caller.objectId()
                            + "' does not have permission to access the path '" + call.rawPath() + "'.");
        }
    }

    private static void checkEnvironment(Route route, FakeEnvironment environment, Caller caller) {
        if (environment.tenant() != caller.tenant()) {
            boolean admin = route.access() == Access.ADMIN && route.template().endsWith("/environments/{env}");
            throw admin
                    ? EnvironmentRoutes.notFound(environment.name())
                    : Refusal.environmentNotInTenant(
                            environment.name(), caller.tenant().id());
        }
        if (route.access() == Access.MAKER && !environment.admits(caller.maker())) {
            throw Refusal.environmentDenied(environment.name());
        }
    }

    private static void checkAdministrator(Optional<FakeEnvironment> environment, Call call, Caller caller) {
        if (caller.user().map(FakeUser::isAdministrator).orElse(true)) {
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
