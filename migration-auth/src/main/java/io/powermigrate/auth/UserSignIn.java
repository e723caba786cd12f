package io.powermigrate.auth;

import com.microsoft.aad.msal4j.IAccount;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.SilentParameters;
import io.powermigrate.http.AccessToken;
import io.powermigrate.http.ServiceException;
import io.powermigrate.http.TokenRequest;
import io.powermigrate.internal.text.Log;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Signs in as a user: the first time, and when the tenant demands it, by the grant; otherwise with the refresh token that
 * MSAL4J keeps, which is good for every audience. One sign-in at a time, so that a user is asked once. Thread-safe.
 */
final class UserSignIn implements SignIn {

    private static final Log LOG = Log.of(UserSignIn.class);

    private final UserGrant grant;
    private final String clientId;
    private final SignInSettings settings;
    private final MsalHttp http;
    private final PublicClientApplication application;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    UserSignIn(UserGrant grant, String clientId, Authority authority, SignInSettings settings) {
        this.grant = grant;
        this.clientId = clientId;
        this.settings = settings;
        PublicClientApplication.Builder builder = PublicClientApplication.builder(clientId);
        this.http = MsalHttp.to(authority, settings.http());
        Msal.prepare(builder, authority, http);
        settings.cache()
                .map(cache -> cache.fileOf(authority, grant.way() + " " + clientId + " " + grant.userName()))
                .ifPresent(builder::setTokenCacheAccessAspect);
        this.application = builder.build();
    }

    @Override
    public AccessToken token(TokenRequest request, boolean anew) {
        Attempt attempt = new Attempt(grant.way(), clientId, request);
        lock(attempt);
        try {
            http.demand(request.claims());
            IAuthenticationResult result = account(attempt)
                    .flatMap(account -> silently(account, attempt, anew))
                    .orElseGet(() -> grant.acquire(application, attempt));
            return Msal.token(result, settings.http().clock());
        } finally {
            oneAtATime.unlock();
        }
    }

    private void lock(Attempt attempt) {
        try {
            oneAtATime.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw attempt.failed("the thread was interrupted", "Run again when you are ready to sign in");
        }
    }

    private Optional<IAccount> account(Attempt attempt) {
        return Msal.await(application::getAccounts, attempt).stream()
                .filter(account ->
                        grant.userName().isEmpty() || grant.userName().equalsIgnoreCase(account.username()))
                .findFirst();
    }

    /** Nothing when the user has to sign in again, whatever the reason; but a network that is down stays an error. */
    private Optional<IAuthenticationResult> silently(IAccount account, Attempt attempt, boolean anew) {
        TokenRequest request = attempt.request();
        SilentParameters.SilentParametersBuilder parameters =
                SilentParameters.builder(Set.of(request.scope()), account).forceRefresh(anew);
        try {
            return Optional.of(Msal.await(() -> application.acquireTokenSilently(parameters.build()), attempt));
        } catch (SignInException e) {
            if (e.getCause() instanceof ServiceException unreachable && unreachable.status() == 0) {
                throw e;
            }
            LOG.debug("The user has to sign in again: {}", e.problem());
            return Optional.empty();
        }
    }
}
