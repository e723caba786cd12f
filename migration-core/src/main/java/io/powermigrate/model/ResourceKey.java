package io.powermigrate.model;

import io.powermigrate.internal.text.Shown;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a resource is called in every environment: its type and a name that does not change with the environment.
 *
 * @param type the name of a {@link ResourceType}
 * @param name the name; empty for a key that only an id is known of
 * @param twin empty, or the id that tells it from others of the same name in its inventory
 */
public record ResourceKey(String type, String name, String twin) implements Comparable<ResourceKey> {

    public ResourceKey {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(name, "name");
        twin = twin == null ? "" : twin;
    }

    /** A key whose name is unique. */
    public ResourceKey(String type, String name) {
        this(type, name, "");
    }

    /** The resource with this id in its own environment; an inventory that holds it puts its real key instead. */
    public static ResourceKey ofId(String type, String id) {
        return new ResourceKey(type, "", id);
    }

    /** Whether only an id is known. */
    public boolean isUnresolved() {
        return name.isEmpty();
    }

    /** Whether others of its inventory have the same name. */
    public boolean isTwin() {
        return !isUnresolved() && !twin.isEmpty();
    }

    /** The key without what tells it from its twins. */
    public ResourceKey base() {
        return isTwin() ? new ResourceKey(type, name) : this;
    }

    /** Written out because every map of a plan asks it: what differs most comes first. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other == this
                || (other instanceof ResourceKey that
                        && name.equals(that.name)
                        && twin.equals(that.twin)
                        && type.equals(that.type));
    }

    @Override
    public int hashCode() {
        return (31 * type.hashCode() + name.hashCode()) * 31 + twin.hashCode();
    }

    @Override
    public int compareTo(ResourceKey other) {
        int types = type.equals(other.type) ? 0 : type.compareTo(other.type); // mostly the same text
        int names = types != 0 ? types : name.compareTo(other.name);
        return names != 0 ? names : twin.compareTo(other.twin);
    }

    /** As people read it: the type, then the name in quotes; one line, a long name cut. Not an identity. */
    @Override
    public String toString() {
        if (isUnresolved()) {
            return Shown.name(type) + " with the id " + Shown.name(twin);
        }
        return Shown.name(type) + " \"" + Shown.name(name) + "\"" + (isTwin() ? " (id " + Shown.name(twin) + ")" : "");
    }
}
