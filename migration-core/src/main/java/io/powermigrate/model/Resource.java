package io.powermigrate.model;

import java.util.List;
import java.util.Set;

/**
 * A typed view of an {@link Item}: a record with the item as its only component, plus accessors that read the content.
 * A view adds words, never state.
 */
public interface Resource {

    /** What this is a view of. */
    Item item();

    /** What it is called in every environment. */
    default ResourceKey key() {
        return item().key();
    }

    /** Its id in its own environment. */
    default String id() {
        return item().id();
    }

    /** What people call it. */
    default String displayName() {
        return item().displayName();
    }

    /** Facts that rules and comparisons read. */
    default Document content() {
        return item().content();
    }

    /** Handles to its bytes. */
    default List<Artifact> artifacts() {
        return item().artifacts();
    }

    /** What it needs, uses or is part of. */
    default Set<Reference> references() {
        return item().references();
    }

    /** Places that need a value of the destination. */
    default List<Slot> slots() {
        return item().slots();
    }

    /** Whether its details were read, and not only its list or its name; false also where reading them failed. */
    default boolean isFetched() {
        return !Depth.isListed(this)
                && !Depth.isMentioned(this)
                && Depth.unreadable(this).isEmpty();
    }

    /**
     * A member of the content that lists need not have: for accessors of views whose empty answer would pass for one.
     *
     * @param member its name in the content
     * @param what people call it, in the plural, such as {@code The connections}
     * @return the member; missing where the resource was fetched and has none
     * @throws NotFetchedException when the content has no such member and the resource was not fetched
     */
    default Document detail(String member, String what) {
        Document detail = content().at(member);
        if (detail.isMissing() && !isFetched()) {
            throw Depth.notKnown(this, what);
        }
        return detail;
    }

    /**
     * Whether the service or an installed product supplied it, and nobody who works in its environment: a scope then selects it only
     * by its name, what needs it still finds it, and it still travels with a package that carries it. No, unless said otherwise;
     * told by what lists show.
     */
    default boolean isSupplied() {
        return false;
    }

    /** Equal as long as nothing that counts has changed; by default made of the content. */
    default Fingerprint fingerprint() {
        return Fingerprint.of(content());
    }
}
