package io.powermigrate.auth;

import com.microsoft.aad.msal4j.IAccount;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.SilentParameters;
import io.powermigrate.http.AccessToken;
import io.powermigrate.http.TokenRequest;
import io.powermigrate.internal.text.Log;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Signs in as a user: the first time, and when only the user can go on, by the grant; otherwise with the refresh token that
 * MSAL4J keeps, which is good for every audience. One sign-in at a time, so that a user is asked once, and one user for all
 * audiences, also when another user is chosen in a browser later. Thread-safe.
 */
final class UserSignIn implements SignIn {

    private static final Log LOG = Log.of(UserSignIn.class);

    private final UserGrant grant;
    private final String clientId;
    private final SignInSettings settings;
    private final MsalHttp http;
    private final PublicClientApplication application;
    private final Grants grants;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private @Nullable IAccount own;

    UserSignIn(UserGrant grant, String clientId, Authority authority, SignInSettings settings) {
        this.grant = grant;
        this.clientId = clientId;
        this.settings = settings;
        this.grants = new Grants(grant, settings.http().clock());
        PublicClientApplication.Builder builder = PublicClientApplication.builder(clientId);
        this.http = MsalHttp.to(authority, settings.http());
        Msal.prepare(builder, authority, http);
        settings.cache()
                .map(cache -> cache.fileOf(authority, grant.way() + " " + clientId + " " + grant.userName()))
                .ifPresent(builder::setTokenCacheAccessAspect);
        this.application = builder.build();
    }

    @Override
    public AccessToken token(TokenRequest request, boolean fresh) {
        Attempt attempt = new Attempt(grant.way(), clientId, request);
        int failures = grants.failures();
        lock(attempt);
        try {
            http.begin(request.claims());
            IAuthenticationResult result = account(attempt)
                    .flatMap(account -> silently(account, attempt, fresh))
                    .orElseGet(() -> mine(grants.acquire(application, attempt, failures), attempt));
            return Msal.token(result, settings.http().clock());
        } finally {
            http.end();
            oneAtATime.unlock();
        }
    }

    private void lock(Attempt attempt) {
        try {
            oneAtATime.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw attempt.ended("the thread was interrupted");
        }
    }

    /** The account that signed in before; of those that were kept, the only one. Of several, the user chooses. */
    private Optional<IAccount> account(Attempt attempt) {
        List<IAccount> kept = accounts(attempt).stream()
                .filter(account ->
                        grant.userName().isEmpty() || grant.userName().equalsIgnoreCase(account.username()))
                .filter(account -> own == null || isSame(account, own))
                .toList();
        return kept.size() == 1 ? Optional.of(kept.get(0)) : Optional.empty();
    }

    private Set<IAccount> accounts(Attempt attempt) {
        return Msal.await(application::getAccounts, attempt);
    }

    /** Nothing when the user has to sign in again; any other failure stays one. */
    private Optional<IAuthenticationResult> silently(IAccount account, Attempt attempt, boolean fresh) {
        TokenRequest request = attempt.request();
        SilentParameters.SilentParametersBuilder parameters =
                SilentParameters.builder(Set.of(request.scope()), account).forceRefresh(fresh);
        try {
            IAuthenticationResult result =
                    Msal.await(() -> application.acquireTokenSilently(parameters.build()), attempt);
            own = account;
            return Optional.of(result);
        } catch (SignInException e) {
            if (e.on() != SignInException.Way.USER) {
                throw e;
            }
            LOG.debug("The user has to sign in again: {}", e.problem());
            return Optional.empty();
        }
    }

    /** The result, if it is of the user who signed in before; that of another one is forgotten. */
    private IAuthenticationResult mine(IAuthenticationResult result, Attempt attempt) {
        IAccount now = result.account();
        IAccount before = own;
        if (now == null) {
            return result;
        }
        if (before != null && !isSame(now, before)) {
            forget(now, attempt);
            throw attempt.failed(
                    "user " + now.username() + " signed in, and this credential has acted as user " + before.username(),
                    "Sign in as " + before.username() + ", or make a new credential for the other user");
        }
        own = now;
        accounts(attempt).stream().filter(each -> !isSame(each, now)).forEach(each -> forget(each, attempt));
        return result;
    }

    private void forget(IAccount account, Attempt attempt) {
        Msal.await(() -> application.removeAccount(account).thenApply(nothing -> ""), attempt);
    }

    private static boolean isSame(IAccount one, IAccount other) {
        return one.homeAccountId().equalsIgnoreCase(other.homeAccountId());
    }
}
