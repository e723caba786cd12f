package io.powermigrate.auth;

import com.microsoft.aad.msal4j.AuthorizationCodeParameters;
import com.microsoft.aad.msal4j.AuthorizationRequestUrlParameters;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.Prompt;
import com.microsoft.aad.msal4j.PublicClientApplication;
import java.net.URI;
import java.util.Set;

/**
 * The browser of this machine, which comes back to a port of it (loopback redirect, PKCE). MSAL4J has such a grant, but
 * it forgets why a browser came back without a code, and does not open the browser of every system. Stateless.
 */
record InteractiveGrant(Authority authority, SignInSettings settings) implements UserGrant {

    @Override
    public String way() {
        return "interactive sign-in";
    }

    @Override
    public IAuthenticationResult acquire(PublicClientApplication application, Attempt attempt) {
        Pkce pkce = Pkce.random();
        try (Loopback loopback = Loopback.open()) {
            URI asked = URI.create(application
                    .getAuthorizationRequestUrl(question(loopback, pkce, attempt))
                    .toString());
            Asked.run(() -> settings.browser().accept(authority.real(asked)), "the browser");
            String code = loopback.code(settings.patience(), attempt);
            AuthorizationCodeParameters.AuthorizationCodeParametersBuilder parameters =
                    AuthorizationCodeParameters.builder(code, loopback.address())
                            .scopes(Set.of(attempt.request().scope()))
                            .codeVerifier(pkce.verifier());
            return Msal.await(() -> application.acquireToken(parameters.build()), attempt);
        }
    }

    private static AuthorizationRequestUrlParameters question(Loopback loopback, Pkce pkce, Attempt attempt) {
        AuthorizationRequestUrlParameters.Builder question = AuthorizationRequestUrlParameters.builder(
                        loopback.address().toString(), Set.of(attempt.request().scope()))
                .prompt(Prompt.SELECT_ACCOUNT)
                .state(loopback.state())
                .codeChallenge(pkce.challenge())
                .codeChallengeMethod("S256");
        attempt.request().claims().filter(ClaimsChallenge::isReadable).ifPresent(question::claimsChallenge);
        return question.build();
    }
}
