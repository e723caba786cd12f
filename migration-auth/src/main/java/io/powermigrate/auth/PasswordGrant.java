package io.powermigrate.auth;

import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.UserNamePasswordParameters;
import java.util.Set;
import java.util.function.Supplier;

/** A user name and a password; the password is asked for at each sign-in. Stateless. */
record PasswordGrant(String userName, Supplier<char[]> password) implements UserGrant {

    @Override
    public String way() {
        return "user name and password";
    }

    @Override
    public boolean asksTheUser() {
        return false;
    }

    /** MSAL4J marks this grant as deprecated, as Entra ID discourages it; so do we, in words. */
    @Override
    @SuppressWarnings("deprecation")
    public IAuthenticationResult acquire(PublicClientApplication application, Attempt attempt) {
        UserNamePasswordParameters.UserNamePasswordParametersBuilder parameters = UserNamePasswordParameters.builder(
                Set.of(attempt.request().scope()), userName, Asked.from(password, "the password"));
        return Msal.await(() -> application.acquireToken(parameters.build()), attempt);
    }

    @Override
    public String toString() {
        return way();
    }
}
