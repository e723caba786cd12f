package io.powermigrate.testkit.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Sign-ins that wait for their user, or for their client to come back. Thread-safe. */
final class SignIns {
    static final Duration DEVICE_CODE_LIFE = Duration.ofMinutes(15);
    private static final Duration CODE_LIFE = Duration.ofMinutes(10);

    private final Ids ids;
    private final Map<String, DeviceCode> deviceCodes = new ConcurrentHashMap<>();
    private final Map<String, AuthorizationCode> codes = new ConcurrentHashMap<>();

    SignIns(Ids ids) {
        this.ids = ids;
    }

    /** A code on a device without a keyboard. */
    static final class DeviceCode {
        final String deviceCode;
        final String userCode;
        final String clientId;
        final Instant ends;
        private volatile @Nullable FakeUser user;
        private volatile boolean declined;

        private DeviceCode(String deviceCode, String userCode, String clientId, Instant ends) {
            this.deviceCode = deviceCode;
            this.userCode = userCode;
            this.clientId = clientId;
            this.ends = ends;
        }

        void enteredBy(FakeUser person) {
            user = person;
        }

        void declined() {
            declined = true;
        }

        boolean isDeclined() {
            return declined;
        }

        Optional<FakeUser> user() {
            return Optional.ofNullable(user);
        }
    }

    /** What a browser carries from the authority to the client. */
    record AuthorizationCode(FakeUser user, String clientId, String redirect, String challenge, Instant ends) {}

    DeviceCode newDeviceCode(String clientId, Instant now) {
        String userCode = ids.nextHex("user-code").substring(0, 9).toUpperCase(java.util.Locale.ROOT);
        DeviceCode code = new DeviceCode(ids.nextHex("device-code"), userCode, clientId, now.plus(DEVICE_CODE_LIFE));
        deviceCodes.put(code.deviceCode, code);
        return code;
    }

    Optional<DeviceCode> deviceCode(String code) {
        return Optional.ofNullable(deviceCodes.get(code));
    }

    Optional<DeviceCode> byUserCode(String userCode) {
        return deviceCodes.values().stream()
                .filter(each -> each.userCode.equalsIgnoreCase(userCode.trim()))
                .findFirst();
    }

    /** A device code gives tokens once. */
    void redeemed(DeviceCode code) {
        deviceCodes.remove(code.deviceCode);
    }

    String newCode(FakeUser user, Call call, Instant now) {
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
    Optional<AuthorizationCode> redeem(String code) {
        return Optional.ofNullable(codes.remove(code));
    }
}
