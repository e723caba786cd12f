package io.powermigrate.cds.reference;

import io.powermigrate.cds.solution.facts.ConnectionReference;
import io.powermigrate.model.Bindings;
import io.powermigrate.model.Bound;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Item;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.ResourceType;
import io.powermigrate.model.SlotType;
import io.powermigrate.powerapps.connection.Connection;
import io.powermigrate.powerapps.shape.ConnectorName;
import java.util.Optional;

/**
 * The connection that an environment gives a connection reference. It belongs to the environment: a line of the mapping names that of
 * the destination, by the reference ({@code Cds.reference("new_orders", id)}) or by the connection of the source. Its key is the
 * logical name of the reference.
 */
public record ReferenceBinding(Item item) implements Resource {

    /** The type. */
    public static final ResourceType<ReferenceBinding> TYPE =
            new ResourceType<>("reference-binding", ReferenceBinding.class, ReferenceBinding::new);

    /** Of lines that give a reference its connection. */
    public static final SlotType SLOT = new SlotType("reference");

    /** What a destination is to give a reference of a package; a package tells no connection. */
    public static ReferenceBinding of(ConnectionReference reference) {
        return ReferenceItems.binding(reference);
    }

    /** The connector that the connection must be of. */
    public ConnectorName connector() {
        return ConnectorName.of(content().text("connector").orElse(""));
    }

    /** The id of the connection; empty where the environment gives none. */
    public Optional<String> connection() {
        return content().text("connection").filter(id -> !id.isBlank());
    }

    /**
     * The connection of the destination: by a line for the reference, else by what the connection of the source was matched with.
     *
     * @return its id; empty where neither tells one
     */
    public Optional<String> connection(Bindings bindings) {
        return slots().stream()
                .flatMap(slot -> bindings.of(slot).stream())
                .map(Bound::value)
                .map(id -> id.substring(id.lastIndexOf('/') + 1))
                .findFirst()
                .or(() -> connection()
                        .flatMap(id -> bindings.destinationId(ResourceKey.ofId(Connection.TYPE.name(), id))));
    }

    /** The connection that the reference of this name has in an environment already: an import keeps it. Empty where it has none. */
    public Optional<String> held(Inventory environment) {
        return environment.named(key()).stream()
                .map(TYPE.model()::cast)
                .flatMap(there -> there.connection().stream())
                .findFirst();
    }

    /** In one line, as {@link Item#toString} says. */
    @Override
    public String toString() {
        return item.toString();
    }
}
