package io.powermigrate.model;

import java.util.Comparator;
import java.util.Objects;

/**
 * What a resource is called in every environment: its type and a name that does not change with the environment.
 *
 * @param type the name of a {@link ResourceType}
 * @param name unique within one inventory; what occurs twice there gets a suffix made of its id
 */
public record ResourceKey(String type, String name) implements Comparable<ResourceKey> {

    private static final String BY_ID = "id=";
    private static final Comparator<ResourceKey> ORDER =
            Comparator.comparing(ResourceKey::type).thenComparing(ResourceKey::name);

    public ResourceKey {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(name, "name");
    }

    /** The resource with this id in its own environment; an inventory that holds it puts its real key instead. */
    public static ResourceKey ofId(String type, String id) {
        return new ResourceKey(type, BY_ID + id);
    }

    /** Whether this names an id that no inventory has put a real key for. */
    public boolean isUnresolved() {
        return name.startsWith(BY_ID);
    }

    /** The id of an unresolved key; the name of every other. */
    public String idOrName() {
        return isUnresolved() ? name.substring(BY_ID.length()) : name;
    }

    @Override
    public int compareTo(ResourceKey other) {
        return ORDER.compare(this, other);
    }

    /** As people read it: {@code canvas-app "Expenses"}. */
    @Override
    public String toString() {
        return type + (isUnresolved() ? " with the id " + idOrName() : " \"" + name + "\"");
    }
}
