package io.powermigrate.testkit.fake.internal.world;

import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.ids.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Sign-ins that wait for their user, or for their client to come back. Thread-safe. */
public final class SignIns {
    public static final Duration DEVICE_CODE_LIFE = Duration.ofMinutes(15);
    private static final Duration CODE_LIFE = Duration.ofMinutes(10);

    private final Ids ids;
    private final Map<String, DeviceCode> deviceCodes = new ConcurrentHashMap<>();
    private final Map<String, AuthorizationCode> codes = new ConcurrentHashMap<>();

    SignIns(Ids ids) {
        this.ids = ids;
    }

    /** A code on a device without a keyboard. */
    public static final class DeviceCode {
        private final String deviceCode;
        private final String userCode;
        private final String clientId;
        private final Instant ends;
        private volatile @Nullable UserState user;
        private volatile boolean declined;

        private DeviceCode(String deviceCode, String userCode, String clientId, Instant ends) {
            this.deviceCode = deviceCode;
            this.userCode = userCode;
            this.clientId = clientId;
            this.ends = ends;
        }

        public String deviceCode() {
            return deviceCode;
        }

        /** What the user enters. */
        public String userCode() {
            return userCode;
        }

        public String clientId() {
            return clientId;
        }

        public Instant ends() {
            return ends;
        }

        public void enteredBy(UserState person) {
            user = person;
        }

        public void declined() {
            declined = true;
        }

        public boolean isDeclined() {
            return declined;
        }

        public Optional<UserState> user() {
            return Optional.ofNullable(user);
        }
    }

    /** What a browser carries from the authority to the client. */
    public record AuthorizationCode(UserState user, String clientId, String redirect, String challenge, Instant ends) {}

    public DeviceCode newDeviceCode(String clientId, Instant now) {
        String userCode = ids.nextHex("user-code").substring(0, 9).toUpperCase(java.util.Locale.ROOT);
        DeviceCode code = new DeviceCode(ids.nextHex("device-code"), userCode, clientId, now.plus(DEVICE_CODE_LIFE));
        deviceCodes.put(code.deviceCode, code);
        return code;
    }

    public Optional<DeviceCode> deviceCode(String code) {
        return Optional.ofNullable(deviceCodes.get(code));
    }

    public Optional<DeviceCode> byUserCode(String userCode) {
        return deviceCodes.values().stream()
                .filter(each -> each.userCode.equalsIgnoreCase(userCode.trim()))
                .findFirst();
    }

    /** A device code gives tokens once. */
    public void redeemed(DeviceCode code) {
        deviceCodes.remove(code.deviceCode);
    }

    public String newCode(UserState user, Call call, Instant now) {
        String code = "0.A" + ids.nextHex("authorization-code");
        codes.put(
                code,
                new AuthorizationCode(
                        user,
                        call.query("client_id").orElse(""),
                        call.query("redirect_uri").orElse(""),
                        call.query("code_challenge").orElse(""),
                        now.plus(CODE_LIFE)));
        return code;
    }

    /** An authorization code gives tokens once. */
    public Optional<AuthorizationCode> redeem(String code) {
        return Optional.ofNullable(codes.remove(code));
    }
}
