package io.powermigrate.kill;

import io.powermigrate.powerapps.app.Operation;
import io.powermigrate.testkit.fake.wire.SeenRequest;
import java.util.function.Predicate;

/**
 * A kind of request to the environment of a customer.
 *
 * @param operation the kind
 * @param environment the id of the environment
 * @param customer whose
 */
record At(Operation operation, String environment, String customer) implements Predicate<SeenRequest> {

    @Override
    public boolean test(SeenRequest seen) {
        return operation.test(seen)
                && seen.environment().filter(environment::equals).isPresent();
    }

    @Override
    public String toString() {
        return operation + "`, `" + customer;
    }
}
