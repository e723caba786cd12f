package io.powermigrate.powerapps.app;

import io.powermigrate.testkit.fake.wire.SeenRequest;
import java.util.function.Predicate;

/**
 * What a client asks of the service, as a row of the matrix.
 *
 * @param template the route of the fake that answers it
 */
public record Operation(String method, String service, String template) implements Predicate<SeenRequest> {

    private static final String DATAVERSE = "DATAVERSE";

    /** The row of a request; all of a Dataverse have one route, so there it is the message or the rows. */
    public static Operation of(SeenRequest seen) {
        return new Operation(
                seen.method(),
                seen.service(),
                seen.service().equals(DATAVERSE)
                        ? seen.path().replaceFirst("^.*/api/data/v[0-9.]+", "").replaceAll("\\([^)]*\\)", "(…)")
                        : seen.template());
    }

    /** Whether a Dataverse answers it. */
    public boolean isOfDataverse() {
        return service.equals(DATAVERSE);
    }

    boolean isPoll() {
        return template.endsWith("/{operation}");
    }

    /** Whether it answers page by page. */
    boolean isList() {
        return method.equals("GET") && template.matches(".*/(apps|flows|connections|apis|environments|gateways)");
    }

    @Override
    public boolean test(SeenRequest seen) {
        return of(seen).equals(this);
    }

    /** Without the provider, which the service says already. */
    @Override
    public String toString() {
        return method + " " + service + " " + template.replaceFirst("^/providers/[\\w.]+", "");
    }
}
