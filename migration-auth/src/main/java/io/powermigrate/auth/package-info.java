/** Signing in: MSAL4J behind core's {@code Credential}; nothing else sees MSAL4J. */
@NullMarked
package io.powermigrate.auth;

import org.jspecify.annotations.NullMarked;
