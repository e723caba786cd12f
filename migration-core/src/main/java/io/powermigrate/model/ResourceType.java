package io.powermigrate.model;

import io.powermigrate.internal.text.Shown;
import java.util.Objects;
import java.util.function.Function;

/**
 * A kind of resource: its name in keys, plans and snapshots, and the typed view that its items are seen through.
 *
 * @param name lower case with dashes, the same for ever: it stands in stored plans
 * @param model the class of the view
 * @param view makes the view of an item; holds no state besides it
 * @param <R> the view
 */
public record ResourceType<R extends Resource>(String name, Class<R> model, Function<Item, R> view) {

    public ResourceType {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(view, "view");
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    Shown.message("\"" + name + "\" is no name of a type. Use lower case letters, digits and dashes."));
        }
    }

    /** The view of an item of this type. */
    public R of(Item item) {
        return view.apply(item);
    }

    /** A key of this type. */
    public ResourceKey key(String resourceName) {
        return new ResourceKey(name, resourceName);
    }

    @Override
    public String toString() {
        return name;
    }
}
