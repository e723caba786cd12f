package io.powermigrate.http;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.secret.Redaction;
import io.powermigrate.internal.text.Shown;
import java.util.Locale;
import java.util.Optional;

/**
 * Holds the tokens of one login to one tenant, to one user or application, and each to its audience. What a token does not
 * tell is not held against it: the services see it. Thread-safe.
 */
public final class OneIdentity {

    private final String name;
    private Optional<String> tenantId = Optional.empty();
    private Optional<AccessToken> first = Optional.empty();

    /** @param name what gave the tokens, in the words of messages, such as {@code device code of application 1234} */
    public OneIdentity(String name) {
        this.name = name;
    }

    /** The tenant that tokens came from, or had to; empty until that is known. */
    public synchronized Optional<String> tenantId() {
        return tenantId;
    }

    /**
     * Refuses a token that the login must not use.
     *
     * @throws MigrationException when another tenant than the request's, or than before, issued it; when it is for another
     *     audience; when it is of somebody else than the tokens before
     */
    public synchronized void check(AccessToken token, TokenRequest request) {
        Optional<String> wanted = request.tenantId().or(() -> tenantId);
        Optional<String> issued = token.tenantId();
        if (differ(wanted, issued)) {
            throw new MigrationException(
                    "The token of the " + name + " was not used for tenant " + request.tenant() + " because tenant "
                            + issued.orElse("") + " issued it, not " + wanted.orElse(""),
                    "Sign in with an identity of that tenant");
        }
        checkAudience(token, request);
        checkPerson(token, request);
        tenantId = wanted.or(() -> issued);
    }

    private void checkAudience(AccessToken token, TokenRequest request) {
        Optional<String> foreign = token.audience()
                .filter(audience -> audience.contains("://")) // an id does not tell which address it is of
                .filter(audience -> !plain(audience).equals(plain(request.audience())));
        if (foreign.isPresent()) {
            throw new MigrationException(
                    "The token of the " + name + " was not used for " + request.audience() + " because it is for "
                            + Redaction.of(foreign.get()),
                    "Return a token for exactly the audience that is asked for, with its final slash if it has one");
        }
    }

    private void checkPerson(AccessToken token, TokenRequest request) {
        if (token.objectId().isEmpty()) {
            return;
        }
        AccessToken known = first.orElse(token);
        if (differ(known.objectId(), token.objectId())) {
            throw new MigrationException(
                    "The token of the " + name + " was not used for " + request.audience() + " because it is of "
                            + token.identity() + ", and the tokens before are of " + known.identity(),
                    "Sign in as the same user for every service, or connect again with a credential of its own for the"
                            + " other one");
        }
        first = Optional.of(known);
    }

    private static boolean differ(Optional<String> one, Optional<String> other) {
        return one.isPresent() && other.isPresent() && !one.get().equalsIgnoreCase(other.get());
    }

    private static String plain(String audience) {
        return audience.toLowerCase(Locale.ROOT).replaceFirst("(?<!/)/++$", "");
    }

    /** In one line: whose tokens it holds, never a token. */
    @Override
    public String toString() {
        return Shown.message("OneIdentity[" + name + "]");
    }
}
