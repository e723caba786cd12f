package io.powermigrate.testkit.fake.internal.blobs;

import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.ids.Ids;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes and checks the signatures of containers and of tokens. Stateless, so thread-safe. */
public final class Sas {
    private final byte[] key;
    private final Clock clock;

    public Sas(long seed, Clock clock) {
        this.key = ("fake-key-" + seed).getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
    }

    /** The query of a pre-signed address; rights are the letters of Azure Storage, e.g. {@code rl}. */
    public String query(String container, String rights, Duration valid) {
        String end = Ids.seconds(clock.instant().plus(valid));
        return "sv=2018-03-28&sr=c&sig=" + sign(container + "|" + end + "|" + rights) + "&se=" + end.replace(":", "%3A")
                + "&sp=" + rights;
    }

    /** Whether the signed query of the call lets that right be used on the container now. */
    public boolean allows(Call call, String container, char right) {
        String end = call.query("se").orElse("");
        String rights = call.query("sp").orElse("");
        boolean signed = call.query("sig").orElse("").equals(sign(container + "|" + end + "|" + rights));
        return signed && rights.indexOf(right) >= 0 && !ended(end);
    }

    public String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(
                    "This Java has no HmacSHA256, which each Java must have. Use a complete JDK.", missing);
        }
    }

    private boolean ended(String end) {
        try {
            return !clock.instant().isBefore(Instant.parse(end));
        } catch (DateTimeException notTime) {
            return true;
        }
    }
}
