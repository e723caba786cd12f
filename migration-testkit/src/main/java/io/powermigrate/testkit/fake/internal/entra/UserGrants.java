package io.powermigrate.testkit.fake.internal.entra;

import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.world.SignIns;
import io.powermigrate.testkit.fake.internal.world.UserState;
import io.powermigrate.testkit.fake.internal.world.World;
import io.powermigrate.testkit.fake.wire.EntraError;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** The grants of users: each finds the user, or says no. Stateless. */
final class UserGrants {
    private final World world;
    private final Tokens tokens;
    private final EntraRefusals refusals;
    private final LoginTenants tenants;

    UserGrants(World world, Tokens tokens, EntraRefusals refusals, LoginTenants tenants) {
        this.world = world;
        this.tokens = tokens;
        this.refusals = refusals;
        this.tenants = tenants;
    }

    UserState byPassword(Call call) {
        Map<String, String> form = call.form();
        UserState user = tenants.user(call, form.getOrDefault("username", ""))
                .orElseThrow(() -> refusals.of(EntraError.USER_NOT_FOUND, call));
        if (!user.hasPassword(form.getOrDefault("password", ""))) {
            throw refusals.of(EntraError.WRONG_PASSWORD, call);
        }
        if (user.needsSecondFactor()) {
            throw refusals.of(EntraError.SECOND_FACTOR_NEEDED, call);
        }
        return user;
    }

    UserState byRefreshToken(Call call) {
        Map<String, String> form = call.form();
        String client = form.getOrDefault("client_id", "");
        UserState user = tokens.userOfRefreshToken(form.getOrDefault("refresh_token", ""), client)
                .filter(each -> tenants.admits(call, each))
                .orElseThrow(() -> refusals.of(EntraError.BAD_REFRESH_TOKEN, call));
        if (!tokens.isOfPresentSession(form.getOrDefault("refresh_token", ""), user)) {
            throw refusals.of(EntraError.SIGNED_OUT, call);
        }
        return user;
    }

    UserState byDeviceCode(Call call) {
        Map<String, String> form = call.form();
        SignIns.DeviceCode code = world.signIns()
                .deviceCode(form.getOrDefault("device_code", ""))
                .filter(each -> each.clientId().equals(form.getOrDefault("client_id", "")))
                .orElseThrow(() -> refusals.of(EntraError.DEVICE_CODE_UNKNOWN, call));
        if (code.isDeclined()) {
            throw refusals.of(EntraError.DEVICE_CODE_DECLINED, call);
        }
        if (!world.now().isBefore(code.ends())) {
            throw refusals.of(EntraError.DEVICE_CODE_EXPIRED, call);
        }
        UserState user = code.user().orElseThrow(() -> refusals.of(EntraError.DEVICE_CODE_PENDING, call));
        if (!tenants.admits(call, user)) {
            throw refusals.of(EntraError.USER_NOT_FOUND, call);
        }
        world.signIns().redeemed(code);
        return user;
    }

    UserState byAuthorizationCode(Call call) {
        Map<String, String> form = call.form();
        SignIns.AuthorizationCode code = world.signIns()
                .redeem(form.getOrDefault("code", ""))
                .filter(each -> each.clientId().equals(form.getOrDefault("client_id", "")))
                .filter(each -> each.redirect().equals(form.getOrDefault("redirect_uri", "")))
                .filter(each -> world.now().isBefore(each.ends()) && tenants.admits(call, each.user()))
                .orElseThrow(() -> refusals.of(EntraError.CODE_NOT_VALID, call));
        if (!code.challenge().equals(challenge(form.getOrDefault("code_verifier", "")))) {
            throw refusals.of(EntraError.CODE_VERIFIER_WRONG, call);
        }
        return code.user();
    }

    /** The S256 challenge of RFC 7636; an absent verifier answers an absent challenge. */
    private static String challenge(String verifier) {
        if (verifier.isEmpty()) {
            return "";
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256. Use a complete JDK.", missing);
        }
    }
}
