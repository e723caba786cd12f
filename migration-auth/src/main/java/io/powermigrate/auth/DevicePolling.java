package io.powermigrate.auth;

import com.microsoft.aad.msal4j.HttpRequest;
import io.powermigrate.http.HttpSettings;
import io.powermigrate.model.Document;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Asks whether the user has entered a device code, as RFC 8628 (section 3.5) wants it: as often as the service says and not
 * more often, less often when it says {@code slow_down}. MSAL4J takes an interval of 0 at its word and ends at
 * {@code slow_down}, so it is told the end only. For one sign-in; thread-safe.
 */
final class DevicePolling {

    private static final long STANDARD_SECONDS = 5;
    private static final long LONGEST_SECONDS = 60;
    private static final Duration LONGEST_LIFE = Duration.ofHours(1);

    private final HttpSettings settings;
    private volatile Duration pause = Duration.ofSeconds(STANDARD_SECONDS);
    private volatile Instant end = Instant.MAX;
    private volatile boolean stopped;

    DevicePolling(HttpSettings settings) {
        this.settings = settings;
    }

    void stop() {
        stopped = true;
    }

    /** The answer to a request; that of a device code's token, once it is no longer "not yet". */
    TokenAnswer answer(HttpRequest request, Supplier<TokenAnswer> send) {
        String form = request.body() == null ? "" : request.body();
        TokenAnswer answer = send.get();
        if (request.url().getPath().endsWith("/devicecode")) {
            begin(answer.content());
        }
        return form.contains("device_code=") ? polled(answer, send) : answer;
    }

    private void begin(Document content) {
        long seconds = content.number(STANDARD_SECONDS, "interval");
        pause = Duration.ofSeconds(Math.min(seconds < 1 ? STANDARD_SECONDS : seconds, LONGEST_SECONDS));
        long life = Math.max(0, Math.min(content.number(0, "expires_in"), LONGEST_LIFE.toSeconds()));
        end = settings.clock().instant().plusSeconds(life);
    }

    private TokenAnswer polled(TokenAnswer first, Supplier<TokenAnswer> send) {
        TokenAnswer answer = first;
        while (isPending(answer) && !stopped) {
            if (!settings.clock().instant().plus(pause).isBefore(end)) {
                return TokenAnswer.expired();
            }
            settings.sleeper().sleep(pause);
            answer = stopped ? answer : send.get();
        }
        return answer;
    }

    private boolean isPending(TokenAnswer answer) {
        String error = answer.error();
        if (error.equals("slow_down")) {
            pause = pause.plusSeconds(STANDARD_SECONDS);
        }
        return error.equals("slow_down") || error.equals("authorization_pending");
    }
}
