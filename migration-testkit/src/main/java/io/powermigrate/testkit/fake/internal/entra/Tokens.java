package io.powermigrate.testkit.fake.internal.entra;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.world.ApplicationState;
import io.powermigrate.testkit.fake.internal.world.TenantState;
import io.powermigrate.testkit.fake.internal.world.UserState;
import io.powermigrate.testkit.fake.internal.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Makes and reads the tokens of the fake's sign-in: three parts, signed with the fake's own key. Stateless. */
public final class Tokens {
    static final int LIFE_SECONDS = 3599;

    private final World world;

    public Tokens(World world) {
        this.world = world;
    }

    String ofUser(UserState user, String clientId, String audience) {
        return signed(common(user.tenant(), audience, user.objectId())
                .put("appid", clientId)
                .put("scp", "user_impersonation")
                .put("upn", user.userPrincipalName())
                .put("name", user.displayName()));
    }

    /** An application's token says {@code idtyp: app}, a user's does not (wire/clients.md, point 1). */
    String ofApplication(TenantState tenant, ApplicationState application, String audience) {
        return signed(common(tenant, audience, application.objectId())
                .put("appid", application.clientId())
                .put("app_displayname", application.clientId())
                .put("idtyp", "app"));
    }

    String idToken(UserState user, String clientId, String issuer) {
        ObjectNode claims = common(user.tenant(), clientId, user.objectId())
                .put("iss", issuer)
                .put("preferred_username", user.userPrincipalName())
                .put("name", user.displayName());
        return signed(claims);
    }

    /** Of one application, for every audience, until the user is signed out everywhere. */
    String refreshToken(UserState user, String clientId) {
        String content = encode(user.tenant().id() + "/" + user.objectId() + "/" + user.session() + "/" + clientId);
        return "rt." + content + "." + world.blobs().sas().sign("rt." + content);
    }

    Optional<UserState> userOfRefreshToken(String token, String clientId) {
        return refreshParts(token).filter(ids -> ids[3].equals(clientId)).flatMap(ids -> world.findTenant(ids[0])
                .flatMap(tenant -> tenant.userById(ids[1])));
    }

    boolean isOfPresentSession(String token, UserState user) {
        return refreshParts(token)
                .filter(ids -> ids[2].equals(Integer.toString(user.session())))
                .isPresent();
    }

    /** Tenant, user, session and application. */
    private Optional<String[]> refreshParts(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3 || !parts[2].equals(world.blobs().sas().sign(parts[0] + "." + parts[1]))) {
            return Optional.empty();
        }
        return Optional.of(decode(parts[1]).split("/", 4)).filter(ids -> ids.length == 4);
    }

    /** The claims, if the fake itself made the token; whether it is still good is for the caller to see. */
    public Optional<ObjectNode> claims(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3 || !parts[2].equals(world.blobs().sas().sign(parts[0] + "." + parts[1]))) {
            return Optional.empty();
        }
        return Optional.of(Json.objectOrEmpty(decode(parts[1]).getBytes(StandardCharsets.UTF_8)));
    }

    private ObjectNode common(TenantState tenant, String audience, String objectId) {
        Instant now = world.now();
        return Json.object()
                .put("aud", audience)
                .put("iss", "https://sts.windows.net/" + tenant.id() + "/")
                .put("iat", now.getEpochSecond())
                .put("nbf", now.getEpochSecond())
                .put("exp", now.getEpochSecond() + LIFE_SECONDS)
                .put("oid", objectId)
                .put("sub", objectId)
                .put("tid", tenant.id())
                .put("ver", "1.0");
    }

    private String signed(ObjectNode claims) {
        String head = encode("{\"typ\":\"JWT\",\"alg\":\"HS256\"}") + "." + encode(claims.toString());
        return head + "." + world.blobs().sas().sign(head);
    }

    static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
