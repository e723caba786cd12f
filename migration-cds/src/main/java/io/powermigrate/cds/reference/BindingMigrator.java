package io.powermigrate.cds.reference;

import io.powermigrate.cds.rows.RowKind;
import io.powermigrate.cds.rows.Rows;
import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.cds.webapi.Filter;
import io.powermigrate.cds.webapi.Key;
import io.powermigrate.cds.webapi.Query;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Bindings;
import io.powermigrate.model.Difference;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Match;
import io.powermigrate.model.ResourceType;
import io.powermigrate.rule.Finding;
import io.powermigrate.spi.CheckContext;
import io.powermigrate.spi.Migrator;
import io.powermigrate.spi.WriteContext;
import io.powermigrate.store.Workspace;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Gives connection references their connection of the destination, which must work there. Thread-safe. */
public final class BindingMigrator implements Migrator<ReferenceBinding> {

    /** A migrator; it holds no state. */
    public BindingMigrator() {}

    @Override
    public ResourceType<ReferenceBinding> type() {
        return ReferenceBinding.TYPE;
    }

    @Override
    public Stream<ReferenceBinding> list(Endpoint endpoint) {
        return Rows.of(endpoint, RowKind.REFERENCES).map(ReferenceItems::binding);
    }

    /**
     * That of the reference of the same name; where neither a line nor the source gives a connection, it keeps the one that it has
     * there, if it has one.
     */
    @Override
    public Match<ReferenceBinding> match(ReferenceBinding source, Inventory destination, Mapping mapping) {
        String name = source.key().name();
        if (source.connection().isEmpty()
                && source.held(destination).isEmpty()
                && mapping.find(ReferenceBinding.SLOT, name).isEmpty()) {
            return Match.one(
                    source, "it stays without a connection, as in the source: no line of the mapping gives it one");
        }
        return destination.named(source.key()).stream()
                .map(found -> Match.one(type().model().cast(found), "has the same logical name"))
                .findFirst()
                .orElseGet(() -> Match.absent("the destination has no connection reference of this name"));
    }

    @Override
    public ReferenceBinding adapt(ReferenceBinding source, Bindings bindings, Workspace workspace) {
        return new ReferenceBinding(source.item()
                .withContent(source.content()
                        .with("connection", source.connection(bindings).orElse(""))));
    }

    @Override
    public Collection<Binding> met(ReferenceBinding source, Collection<Binding> lines, Workspace workspace) {
        return List.of();
    }

    @Override
    public List<Difference> differences(ReferenceBinding desired, ReferenceBinding actual) {
        String wanted = desired.connection().orElse("");
        return wanted.isEmpty() || wanted.equalsIgnoreCase(actual.connection().orElse(""))
                ? List.of()
                : List.of(new Difference(
                        "its connection", wanted, actual.connection().orElse("absent")));
    }

    @Override
    public List<Finding> check(ReferenceBinding source, CheckContext context) {
        return new BindingCheck(source, context).findings();
    }

    @Override
    public String create(ReferenceBinding desired, WriteContext context) {
        return written(desired, context);
    }

    @Override
    public String update(ReferenceBinding desired, ReferenceBinding actual, WriteContext context) {
        return written(desired, context);
    }

    @Override
    public Optional<String> takenBackByHand(ReferenceBinding held) {
        return held.connection().isPresent()
                ? Optional.empty()
                : Optional.of("Take its connection off in the maker portal, if it is to have none again");
    }

    /** Setting the same connection twice is the same as setting it once. */
    private static String written(ReferenceBinding desired, WriteContext context) {
        String name = desired.key().name();
        Dataverse dataverse = context.destination().client(Dataverse.KEY);
        String id = dataverse
                .rows(Query.of("connectionreferences")
                        .select("connectionreferenceid")
                        .filter(Filter.eq("connectionreferencelogicalname", name)))
                .findFirst()
                .flatMap(row -> row.text("connectionreferenceid"))
                .orElseThrow(() -> new MigrationException(
                        "The connection reference " + name + " was not bound because "
                                + context.destination().name() + " has none of this name",
                        "Import a solution that holds it, then plan again"));
        String connection = desired.connection()
                .orElseThrow(() -> new MigrationException(
                        "The connection reference " + name + " was not bound because nothing says to which connection",
                        "Add the line Cds.reference(\"" + name + "\", \"<id of the connection>\") to the mapping"));
        dataverse.update("connectionreferences", Key.id(id), Document.of(Map.of("connectionid", connection)));
        return id;
    }
}
