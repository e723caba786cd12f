package io.powermigrate.auth;

import com.microsoft.aad.msal4j.ManagedIdentityApplication;
import com.microsoft.aad.msal4j.ManagedIdentityId;
import com.microsoft.aad.msal4j.ManagedIdentityParameters;
import com.microsoft.aad.msal4j.ManagedIdentitySourceType;
import io.powermigrate.http.AccessToken;
import io.powermigrate.http.TokenRequest;

/**
 * Signs in as the identity that Azure gave this machine. MSAL4J finds the machine's own service by the environment
 * variables that Azure sets. Thread-safe.
 */
record ManagedIdentitySignIn(String way, ManagedIdentityId identity, SignInSettings settings) implements SignIn {

    /** The machine's service gives tokens of the machine's tenant, whichever that is. */
    @Override
    public boolean asksTheTenant() {
        return false;
    }

    @Override
    public AccessToken token(TokenRequest request, boolean fresh) {
        requireAPlace(request);
        ManagedIdentityApplication application = ManagedIdentityApplication.builder(identity)
                .httpClient(MsalHttp.toThisMachine(settings.http()))
                .executorService(Msal.THREADS)
                .build();
        ManagedIdentityParameters.ManagedIdentityParametersBuilder parameters =
                ManagedIdentityParameters.builder(request.audience()).forceRefresh(fresh);
        request.claims().ifPresent(parameters::claims);
        return Msal.token(
                Msal.await(
                        () -> application.acquireTokenForManagedIdentity(parameters.build()),
                        new Attempt(way, "", request)),
                settings.http().clock());
    }

    /** Without a variable MSAL4J asks 169.254.169.254, where anybody on the link may answer if this is no machine of Azure. */
    private void requireAPlace(TokenRequest request) {
        boolean guessed =
                ManagedIdentityApplication.getManagedIdentitySource() == ManagedIdentitySourceType.DEFAULT_TO_IMDS;
        if (guessed && !settings.isOnVirtualMachine()) {
            throw new Attempt(way, "", request)
                    .failed(
                            "nothing here says that this is a service of Azure: neither of the variables IDENTITY_ENDPOINT"
                                    + " and MSI_ENDPOINT is set",
                            "Leave it out here; on a virtual machine of Azure, whose service at 169.254.169.254 no variable"
                                    + " names, set SignInSettings.builder().onVirtualMachine()");
        }
    }
}
