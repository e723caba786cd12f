package io.powermigrate.spi;

import io.powermigrate.model.Inventory;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.ResourceType;
import java.util.List;
import java.util.Set;

/**
 * Puts resources of some types into carriers that travel in their place.
 *
 * @param <C> the carrier; a {@link Migrator} of its type is installed beside it
 */
public interface Packager<C extends Resource> {

    /** What carries. */
    ResourceType<C> carrier();

    /** What is carried. */
    Set<ResourceType<?>> carries();

    /** The carriers for what was selected; pure. */
    List<C> pack(List<? extends Resource> selected, Inventory source);

    /** What one of these carriers carries. */
    Set<ResourceKey> contents(C carrier);
}
