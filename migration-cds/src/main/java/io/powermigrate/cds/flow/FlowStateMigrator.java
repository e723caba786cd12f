package io.powermigrate.cds.flow;

import io.powermigrate.cds.rows.Details;
import io.powermigrate.cds.rows.RowKind;
import io.powermigrate.cds.rows.Rows;
import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.cds.webapi.Key;
import io.powermigrate.cds.webapi.Query;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Difference;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Match;
import io.powermigrate.model.ResourceType;
import io.powermigrate.rule.Finding;
import io.powermigrate.spi.CheckContext;
import io.powermigrate.spi.Matching;
import io.powermigrate.spi.Migrator;
import io.powermigrate.spi.WriteContext;
import io.powermigrate.store.Workspace;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Switches flows on that were on in the source; imports leave them off (wire/dataverse-situations.md, S50). A flow waits for the
 * connections of its references. Nothing is ever switched off. Thread-safe.
 */
public final class FlowStateMigrator implements Migrator<FlowState> {

    /** A migrator; it holds no state. */
    public FlowStateMigrator() {}

    @Override
    public ResourceType<FlowState> type() {
        return FlowState.TYPE;
    }

    @Override
    public Stream<FlowState> list(Endpoint endpoint) {
        return Rows.of(endpoint, RowKind.FLOWS).map(FlowItems::of);
    }

    @Override
    public void prepareFetch(Collection<? extends FlowState> listed, Endpoint endpoint) {
        List<String> ids = listed.stream().map(FlowState::id).toList();
        endpoint.client(Dataverse.KEY)
                .rowsWhere(Query.of("workflows").select("workflowid", "clientdata"), "workflowid", ids)
                .forEach(row ->
                        Details.of(endpoint).keep(type(), row.text("workflowid").orElse(""), row));
    }

    @Override
    public FlowState fetch(FlowState listed, Endpoint endpoint, Workspace workspace) {
        Document row = Details.of(endpoint).take(type(), listed.id(), () -> endpoint.client(Dataverse.KEY)
                .get(Query.of("workflows").key(Key.id(listed.id())).select("workflowid", "clientdata")));
        return FlowItems.detailed(listed, row.text("clientdata").orElse(""));
    }

    /** A solution keeps the id. What is off in the source needs nothing in the destination. */
    @Override
    public Match<FlowState> match(FlowState source, Inventory destination, Mapping mapping) {
        if (!source.isOn()) {
            return Match.one(source, "it is off in the source, too");
        }
        return destination
                .byId(type(), source.id())
                .map(same -> Match.one(same, "has the same id"))
                .orElseGet(() -> Matching.byName(type(), source, destination, mapping));
    }

    @Override
    public Collection<Binding> met(FlowState source, Collection<Binding> lines, Workspace workspace) {
        return List.of();
    }

    /** It is not tried while a reference has no connection (wire/dataverse-situations.md, S44). */
    @Override
    public List<Finding> check(FlowState source, CheckContext context) {
        return new StateCheck(source, context).findings();
    }

    @Override
    public List<Difference> differences(FlowState desired, FlowState actual) {
        return desired.isOn() && !actual.isOn() ? List.of(new Difference("its state", "on", "off")) : List.of();
    }

    @Override
    public String create(FlowState desired, WriteContext context) {
        return switchedOn(desired.id(), desired, context);
    }

    @Override
    public String update(FlowState desired, FlowState actual, WriteContext context) {
        return switchedOn(actual.id(), desired, context);
    }

    @Override
    public Optional<String> takenBackByHand(FlowState held) {
        return Optional.of("Switch the flow \"" + held.displayName() + "\" off in the maker portal");
    }

    private static String switchedOn(String id, FlowState flow, WriteContext context) {
        boolean there = context.destination()
                .client(Dataverse.KEY)
                .update("workflows", Key.id(id), Document.of(Map.of("statecode", 1, "statuscode", 2)));
        if (!there) {
            throw new MigrationException(
                    "The flow \"" + flow.displayName() + "\" was not switched on because "
                            + context.destination().name() + " has none with its id " + id,
                    "Import a solution that holds it, then plan again");
        }
        return id;
    }
}
