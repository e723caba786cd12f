package io.powermigrate.internal.plan;

import io.powermigrate.model.Binding;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.Titles;
import java.util.List;
import java.util.Optional;

/**
 * Lines of a mapping that call a resource as people do, where an id is meant: the id counts wherever only one of the type is called so in
 * its environment. Pure.
 */
public final class NamedLines {

    private final Inventory source;
    private final Inventory destination;

    /** What the lines are about. */
    public NamedLines(Inventory source, Inventory destination) {
        this.source = source;
        this.destination = destination;
    }

    /** The mapping, in which each such line also holds for the id. */
    public Mapping in(Mapping mapping) {
        return mapping.meaning(this::ids);
    }

    private Optional<Binding> ids(Binding line) {
        String type = line.type().name();
        String from = isKnown(source, type, line.from())
                        || !source.named(new ResourceKey(type, line.from())).isEmpty()
                ? line.from()
                : id(source, type, line.from());
        String to =
                line.isNew() || isKnown(destination, type, line.to()) ? line.to() : id(destination, type, line.to());
        return from.equals(line.from()) && to.equals(line.to())
                ? Optional.empty()
                : Optional.of(new Binding(line.type(), from, to));
    }

    private static boolean isKnown(Inventory inventory, String type, String id) {
        return inventory.byId(type, id).isPresent();
    }

    /** Of the only one that is called so; else the name as it is. */
    private static String id(Inventory inventory, String type, String name) {
        List<Resource> called = Titles.of(inventory).of(type, name);
        return called.size() == 1 && !called.get(0).id().isBlank()
                ? called.get(0).id()
                : name;
    }
}
