package io.powermigrate.auth;

import com.microsoft.aad.msal4j.ManagedIdentityApplication;
import com.microsoft.aad.msal4j.ManagedIdentityId;
import com.microsoft.aad.msal4j.ManagedIdentityParameters;
import io.powermigrate.http.AccessToken;
import io.powermigrate.http.TokenRequest;

/**
 * Signs in as the identity that Azure gave this machine. MSAL4J finds the machine's own service by the environment
 * variables that Azure sets. Thread-safe.
 */
record ManagedIdentitySignIn(String way, ManagedIdentityId identity, SignInSettings settings) implements SignIn {

    @Override
    public AccessToken token(TokenRequest request, boolean anew) {
        ManagedIdentityApplication application = ManagedIdentityApplication.builder(identity)
                .httpClient(MsalHttp.toThisMachine(settings.http()))
                .executorService(Msal.THREADS)
                .build();
        ManagedIdentityParameters.ManagedIdentityParametersBuilder parameters =
                ManagedIdentityParameters.builder(request.audience()).forceRefresh(anew);
        request.claims().ifPresent(parameters::claims);
        return Msal.token(
                Msal.await(
                        () -> application.acquireTokenForManagedIdentity(parameters.build()),
                        new Attempt(way, "", request)),
                settings.http().clock());
    }
}
