package io.powermigrate.auth;

import com.microsoft.aad.msal4j.AbstractClientApplicationBase;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import io.powermigrate.http.AccessToken;
import io.powermigrate.time.Time;
import java.net.MalformedURLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What every use of MSAL4J shares. Stateless but for its threads. */
final class Msal {

    /** MSAL4J waits inside its tasks, so they must not block the common pool; idle threads end by themselves. */
    static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "powermigrate-sign-in");
        thread.setDaemon(true);
        return thread;
    });

    /** Says that we answer claims challenges, so that the services may send them (wire/power-platform.md, section 11.3). */
    static final Set<String> CAPABILITIES = Set.of("cp1");

    private Msal() {}

    /** Something that MSAL4J was asked to do. */
    @FunctionalInterface
    interface Start<T> {
        CompletableFuture<T> begin() throws Exception;
    }

    /** What every application of MSAL4J is told. Discovery is off: the cloud says where to sign in. */
    static void prepare(AbstractClientApplicationBase.Builder<?> builder, Authority authority, MsalHttp http) {
        try {
            builder.authority(authority.forMsal());
        } catch (MalformedURLException e) {
            throw new IllegalStateException("an authority with a host is an address", e);
        }
        builder.instanceDiscovery(false)
                .clientCapabilities(CAPABILITIES)
                .httpClient(http)
                .executorService(THREADS);
    }

    /**
     * Waits for MSAL4J.
     *
     * @throws io.powermigrate.error.MigrationException in our words, when nobody could be signed in
     */
    static <T> T await(Start<T> start, Attempt attempt) {
        CompletableFuture<T> future = begun(start, attempt);
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw attempt.ended("the thread was interrupted");
        } catch (CancellationException e) {
            throw attempt.ended("it was cancelled");
        } catch (ExecutionException e) {
            throw Failures.of(e.getCause() == null ? e : e.getCause(), attempt);
        }
    }

    private static <T> CompletableFuture<T> begun(Start<T> start, Attempt attempt) {
        try {
            return start.begin();
        } catch (Exception e) {
            throw Failures.of(e, attempt);
        }
    }

    /** MSAL4J reckons by the machine's clock; what is left of the token's life is carried over to ours. */
    static AccessToken token(IAuthenticationResult result, Clock clock) {
        Duration left =
                Duration.between(Time.system().now(), result.expiresOnDate().toInstant());
        return AccessToken.of(result.accessToken(), clock.instant().plus(left));
    }
}
