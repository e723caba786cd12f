package io.powermigrate.spi;

import io.powermigrate.model.Bindings;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.ResourceKey;
import java.util.function.Predicate;

/**
 * What a check may look at: both environments, what every slot is bound to, and what will be there. Immutable while a
 * plan is made; in an execution ids of earlier waves are in it.
 *
 * @param source what the source holds
 * @param destination what the destination held when it was read
 * @param bindings what every slot is bound to
 * @param arrives whether the destination holds a resource of the source, or will when the step is done: an earlier step
 *     that makes it counts
 */
public record CheckContext(
        Inventory source, Inventory destination, Bindings bindings, Predicate<ResourceKey> arrives) {}
