package io.powermigrate.testkit.fake.packaging;

import java.util.Map;
import java.util.Optional;

/**
 * A request as far as this package looks at it. Immutable as long as nobody writes into the body.
 *
 * @param method the HTTP method, upper case
 * @param path the decoded path, without a service's prefix
 * @param query the decoded query options
 * @param body the body, empty if there is none
 * @param caller who calls
 */
public record Call(String method, String path, Map<String, String> query, byte[] body, Caller caller) {
    /** Copies the options. */
    public Call {
        query = Map.copyOf(query);
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(query.get(name));
    }
}
