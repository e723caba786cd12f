package io.powermigrate.auth;

import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.PublicClientApplication;

/** How a user signs in for the first time. */
interface UserGrant {

    /** How it is called in messages. */
    String way();

    /** The user that must be signed in; empty where the user is chosen while signing in. */
    default String userName() {
        return "";
    }

    /** Whether somebody is asked, by a window or a message. */
    default boolean asksTheUser() {
        return true;
    }

    /** Signs in for the audience of the attempt. */
    IAuthenticationResult acquire(PublicClientApplication application, Attempt attempt);
}
