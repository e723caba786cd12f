package io.powermigrate.cds.variable;

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
import io.powermigrate.model.Bound;
import io.powermigrate.model.Difference;
import io.powermigrate.model.Document;
import io.powermigrate.model.Fingerprint;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Match;
import io.powermigrate.model.ResourceType;
import io.powermigrate.spi.Migrator;
import io.powermigrate.spi.WriteContext;
import io.powermigrate.store.Workspace;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gives variables the values that the mapping has for the destination. A definition is never touched, so none of a managed solution
 * gets an unmanaged layer; a value that is there is changed, never joined by a second one (wire/dataverse-situations.md, S52, S59).
 * Thread-safe.
 */
public final class ValueMigrator implements Migrator<VariableValue> {

    private static final String WANTED = "wanted";

    /** A migrator; it holds no state. */
    public ValueMigrator() {}

    @Override
    public ResourceType<VariableValue> type() {
        return VariableValue.TYPE;
    }

    @Override
    public Stream<VariableValue> list(Endpoint endpoint) {
        return Rows.of(endpoint, RowKind.VARIABLES).map(VariableItems::value);
    }

    /** That of the variable of the same name; where no line gives a value and none is needed, nothing is to be done. */
    @Override
    public Match<VariableValue> match(VariableValue source, Inventory destination, Mapping mapping) {
        String name = source.key().name();
        if (!source.isNeeded() && mapping.find(VariableValue.SLOT, name).isEmpty()) {
            return Match.one(source, "it keeps its default: no line of the mapping gives it a value");
        }
        return destination.named(source.key()).stream()
                .map(found -> Match.one(type().model().cast(found), "has the same schema name"))
                .findFirst()
                .orElseGet(() -> Match.absent("the destination has no variable of this name"));
    }

    @Override
    public VariableValue adapt(VariableValue source, Bindings bindings, Workspace workspace) {
        Optional<String> value = source.slots().stream()
                .flatMap(slot -> bindings.of(slot).stream())
                .map(Bound::value)
                .findFirst();
        Document content = source.content().without("digest");
        return new VariableValue(source.item()
                .withContent(value.map(text -> content.with(WANTED, text)
                                .with(
                                        "digest",
                                        Fingerprint.of(Document.of(text)).value()))
                        .orElse(content)));
    }

    @Override
    public Collection<Binding> met(VariableValue source, Collection<Binding> lines, Workspace workspace) {
        return List.of();
    }

    @Override
    public List<Difference> differences(VariableValue desired, VariableValue actual) {
        return desired.digest().isEmpty() || desired.digest().equals(actual.digest())
                ? List.of()
                : List.of(new Difference(
                        "its value", "that of the mapping", actual.digest().isEmpty() ? "absent" : "another one"));
    }

    @Override
    public String create(VariableValue desired, WriteContext context) {
        return written(desired, context);
    }

    @Override
    public String update(VariableValue desired, VariableValue actual, WriteContext context) {
        return written(desired, context);
    }

    /** Of a value only a digest is read, because it may be a secret. */
    @Override
    public Optional<String> takenBackByHand(VariableValue held) {
        String name = held.key().name();
        return Optional.of("Run again with its former value in the line Cds.value(\"" + name
                + "\", \"<value>\"); the library keeps no values");
    }

    /** Setting the same value twice is the same as setting it once. */
    private static String written(VariableValue desired, WriteContext context) {
        String name = desired.key().name();
        Dataverse dataverse = context.destination().client(Dataverse.KEY);
        String definition = definition(name, dataverse, context);
        String value = desired.content()
                .text(WANTED)
                .orElseThrow(() -> new MigrationException(
                        "The variable " + name + " got no value because the mapping has none for it",
                        "Add the line Cds.value(\"" + name + "\", \"<value>\") to the mapping"));
        Optional<String> row = row(definition, dataverse);
        if (row.isPresent()) {
            dataverse.update("environmentvariablevalues", Key.id(row.get()), Document.of(Map.of("value", value)));
        } else {
            dataverse.create(
                    "environmentvariablevalues",
                    Document.of(Map.of(
                            "value", value,
                            "schemaname", name,
                            "EnvironmentVariableDefinitionId@odata.bind",
                                    "/environmentvariabledefinitions(" + definition + ")")));
        }
        return definition;
    }

    private static String definition(String name, Dataverse dataverse, WriteContext context) {
        return dataverse
                .rows(Query.of("environmentvariabledefinitions")
                        .select("environmentvariabledefinitionid")
                        .filter(Filter.eq("schemaname", name)))
                .findFirst()
                .flatMap(row -> row.text("environmentvariabledefinitionid"))
                .orElseThrow(() -> new MigrationException(
                        "The variable " + name + " got no value because "
                                + context.destination().name() + " has no variable of this name",
                        "Import a solution that holds its definition, then plan again"));
    }

    private static Optional<String> row(String definition, Dataverse dataverse) {
        return dataverse
                .rows(Query.of("environmentvariablevalues")
                        .select("environmentvariablevalueid")
                        .filter(Filter.id("_environmentvariabledefinitionid_value", definition)))
                .findFirst()
                .flatMap(row -> row.text("environmentvariablevalueid"));
    }
}
