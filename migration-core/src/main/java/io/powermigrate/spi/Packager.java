package io.powermigrate.spi;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.ResourceType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts resources of some types into carriers that travel in their place. A carrier is one that the source lists, such as a
 * package that people made there, or one that the packager makes of what was selected. Pure and thread-safe.
 *
 * <p>The engine does the rest: a carrier arrives when its contents do, waits for what they need, is brought up to date when
 * one of them differs, and each of them is read back in the destination.
 *
 * @param <C> the carrier; a {@link Migrator} of its type is installed beside it
 */
public interface Packager<C extends Resource> {

    /** The type of the carriers; no other packager has it. */
    ResourceType<C> carrier();

    /** The types that may be carried; no other packager has one of them. */
    Set<ResourceType<?>> carries();

    /**
     * The carriers for what was selected.
     *
     * @param selected what the plan is about, of the types that may be carried and of carriers that the source lists. Every
     *     resource of a carried type must be in a carrier or in a finding, and in several only if a finding says so; a selected
     *     carrier may be left out
     * @param source what the source holds
     * @param mapping the lines of the caller; a line that the packager took is found with {@link Mapping#find}
     * @return the carriers. Those that the source lists are then fetched by the reader of their type. One that the packager made is
     *     complete as it is; mark it with {@link io.powermigrate.model.Depth#listed} to have it fetched, too, where the source
     *     is no snapshot
     */
    Packed<C> pack(List<? extends Resource> selected, Inventory source, Mapping mapping);

    /** What a carrier carries, also beyond what was selected; asked of a fetched one. */
    Set<ResourceKey> contents(C carrier);

    /**
     * What goes beside a carrier by steps of its own, such as a value that one of its contents gets in the destination: it
     * belongs to the plan as soon as the carrier does, and waits for it. Asked as {@link #contents} is; nothing unless said otherwise.
     */
    default Set<ResourceKey> companions(C carrier) {
        return Set.of();
    }

    /**
     * The companion without which a content is of no use, such as switching on what arrives switched off: who needs the
     * content waits for it, too. None, unless said otherwise.
     */
    default Optional<ResourceKey> finishedBy(ResourceKey content) {
        return Optional.empty();
    }

    /**
     * What a person does where a carrier has arrived and one of its contents is not in the destination as wanted.
     *
     * @return one imperative sentence without a full stop; empty for the words of the engine
     */
    default Optional<String> remedy(C carrier, ResourceKey content) {
        return Optional.empty();
    }

    /**
     * Whether a carrier is only the way of its contents and need not stay in the destination: then it is not made while
     * the destination holds all of them as wanted. No, unless said otherwise.
     */
    default boolean isOnlyTheWay(C carrier) {
        return false;
    }

    /**
     * What making the package of a carrier does to the source, such as putting it together there. What is above {@link
     * Effect#EXPORT} is BLOCKED unless the caller allows it with {@code allowInSource}. {@link Effect#EXPORT}, unless said
     * otherwise.
     *
     * @param carrier a fetched one
     */
    default Effect inSource(C carrier) {
        return Effect.EXPORT;
    }
}
