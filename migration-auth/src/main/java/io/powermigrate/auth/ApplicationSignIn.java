package io.powermigrate.auth;

import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IClientCredential;
import io.powermigrate.http.AccessToken;
import io.powermigrate.http.TokenRequest;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Signs in as an application that proves who it is. The proof is asked for at each sign-in and not kept, so a rotated
 * secret or certificate is seen. Thread-safe.
 *
 * @param way how it is called in messages
 * @param proof a secret, a certificate, or a token of a trusted issuer
 */
record ApplicationSignIn(
        String way, String clientId, Supplier<IClientCredential> proof, Authority authority, SignInSettings settings)
        implements SignIn {

    @Override
    public AccessToken token(TokenRequest request, boolean fresh) {
        Attempt attempt = new Attempt(way, clientId, request);
        ClientCredentialParameters.ClientCredentialParametersBuilder parameters =
                ClientCredentialParameters.builder(Set.of(request.scope())).skipCache(fresh);
        return Msal.token(
                Msal.await(() -> application(attempt).acquireToken(parameters.build()), attempt),
                settings.http().clock());
    }

    private ConfidentialClientApplication application(Attempt attempt) {
        ConfidentialClientApplication.Builder builder = ConfidentialClientApplication.builder(clientId, proof.get());
        MsalHttp http = MsalHttp.to(authority, settings.http());
        http.begin(attempt.request().claims());
        Msal.prepare(builder, authority, http);
        settings.cache()
                .map(cache -> cache.fileOf(authority, attempt.who()))
                .ifPresent(builder::setTokenCacheAccessAspect);
        return builder.build();
    }
}
