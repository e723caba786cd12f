package io.powermigrate.auth;

import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.PublicClientApplication;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks the user, but not again and again: at most once in five minutes for the same audience and claims, and not for who
 * was waiting when the user gave up or was refused. A grant that asks nobody is used as often as wanted. Used by one thread
 * at a time, but for {@link #failures}.
 */
final class Grants {

    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final UserGrant grant;
    private final Clock clock;
    private final Map<Question, Instant> asked = new HashMap<>();
    private volatile int failures;
    private @Nullable SignInException last;

    private record Question(String audience, Optional<String> claims) {}

    Grants(UserGrant grant, Clock clock) {
        this.grant = grant;
        this.clock = clock;
    }

    /** How many failed so far. */
    int failures() {
        return failures;
    }

    /**
     * Signs in.
     *
     * @param seen how many had failed when the caller began to wait
     */
    IAuthenticationResult acquire(PublicClientApplication application, Attempt attempt, int seen) {
        if (!grant.asksTheUser()) {
            return grant.acquire(application, attempt);
        }
        SignInException before = last;
        if (seen != failures && before != null) {
            throw before;
        }
        Question question =
                new Question(attempt.request().audience(), attempt.request().claims());
        requirePause(question, attempt);
        asked.put(question, clock.instant());
        try {
            return grant.acquire(application, attempt);
        } catch (SignInException e) {
            ended(question, e);
            throw e;
        }
    }

    private void requirePause(Question question, Attempt attempt) {
        Instant now = clock.instant();
        Instant again = asked.getOrDefault(question, Instant.MIN.plus(PAUSE)).plus(PAUSE);
        if (now.isBefore(again)) {
            throw attempt.failed(
                    "the user was asked for the same less than " + PAUSE.toMinutes()
                            + " minutes ago, and what came of it" + " is not good enough",
                    "Run again in " + (Duration.between(now, again).toSeconds() + 1)
                            + " s, or sign in at once with a new credential");
        }
    }

    /** A thread that was interrupted speaks for itself only. */
    private void ended(Question question, SignInException failure) {
        if (Thread.currentThread().isInterrupted()) {
            asked.remove(question);
            return;
        }
        last = failure;
        failures = failures + 1;
    }
}
