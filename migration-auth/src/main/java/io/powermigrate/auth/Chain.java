package io.powermigrate.auth;

import io.powermigrate.error.MigrationException;
import io.powermigrate.http.AccessToken;
import io.powermigrate.http.Credential;
import io.powermigrate.http.TokenRequest;
import io.powermigrate.internal.flight.SingleFlight;
import io.powermigrate.internal.text.Log;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tries one credential after the other, and stays with the first that signed in. The links keep their tokens themselves.
 * Thread-safe: while the first caller tries the links, the others wait for what it finds.
 */
final class Chain implements Credential {

    private static final Log LOG = Log.of(Chain.class);

    private final List<Credential> links;
    private final OneTenant tenant = new OneTenant("chain", Optional::empty);
    private final SingleFlight<String, Credential> flights = new SingleFlight<>();
    private volatile @Nullable Credential chosen;

    Chain(List<Credential> links) {
        this.links = List.copyOf(links);
    }

    @Override
    public AccessToken token(TokenRequest request) {
        tenant.require(request);
        Credential link = chosen;
        // one choice for all audiences, so that no two of them are served by different links
        return (link == null ? flights.fly("choice", () -> first(request)) : link).token(request);
    }

    private Credential first(TokenRequest request) {
        Credential present = chosen;
        if (present != null) {
            return present;
        }
        List<MigrationException> failures = new ArrayList<>();
        for (Credential link : links) {
            try {
                link.token(request);
                LOG.debug("The chain signs in to {} by {}", request.tenant(), name(link));
                chosen = link;
                return link;
            } catch (MigrationException e) {
                if (ends(e)) {
                    throw e;
                }
                LOG.debug("A link of the chain failed: {}", e.problem());
                failures.add(e);
            }
        }
        throw allFailed(request, failures);
    }

    /** Nobody else is signed in where somebody wanted the sign-in to end. */
    private static boolean ends(MigrationException failure) {
        return Thread.currentThread().isInterrupted()
                || failure instanceof SignInException refused && refused.on() == SignInException.Way.NONE;
    }

    private MigrationException allFailed(TokenRequest request, List<MigrationException> failures) {
        StringBuilder problem = new StringBuilder("No link of the chain signed in to tenant " + request.tenant()
                + " for " + request.audience() + " because");
        StringBuilder remedy = new StringBuilder("Fix one of them:");
        for (int i = 0; i < failures.size(); i++) {
            String number = (i == 0 ? " (" : "; (") + (i + 1) + ") ";
            String name = name(links.get(i));
            String reason = failures.get(i).problem();
            problem.append(number).append(reason.contains(name) ? reason : name + ": " + reason);
            remedy.append(number)
                    .append(name)
                    .append(": ")
                    .append(failures.get(i).remedy());
        }
        SignInException all = new SignInException(problem.toString(), remedy.toString(), null);
        failures.forEach(all::addSuppressed);
        return all;
    }

    @Override
    public String toString() {
        return "chain " + links.stream().map(Chain::name).toList();
    }

    private static String name(Credential link) {
        return link instanceof BoundCredential ? link.toString() : "a credential of the caller";
    }
}
