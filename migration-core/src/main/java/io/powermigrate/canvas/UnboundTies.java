package io.powermigrate.canvas;

import io.powermigrate.canvas.Rebinding.Kind;
import io.powermigrate.internal.secret.Secrets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of a document's facts a rebinding has no value for. For one thread. */
final class UnboundTies {

    private static final String LOGIC_FLOWS = "shared_logicflows";

    private final CanvasFacts facts;
    private final Rebinding rebinding;
    private final Destination destination;
    private final Set<Rebound.Unbound> unbound = new LinkedHashSet<>();

    private UnboundTies(CanvasFacts facts, Rebinding rebinding) {
        this.facts = facts;
        this.rebinding = rebinding;
        this.destination = new Destination(rebinding, facts);
    }

    static List<Rebound.Unbound> of(CanvasFacts facts, Rebinding rebinding) {
        UnboundTies ties = new UnboundTies(facts, rebinding);
        ties.connections();
        ties.datasets();
        ties.dataverse();
        ties.others();
        ties.counted();
        return List.copyOf(ties.unbound);
    }

    private void connections() {
        for (ConnectionReference reference : facts.connectionReferences()) {
            String connector = Connectors.connectorOf(reference.connectionInstanceId());
            if (!reference.connection().isEmpty() && !connector.equals(LOGIC_FLOWS)) {
                String path = connector + "/" + reference.connection();
                boolean known = rebinding
                        .of(Kind.CONNECTION, Rebinding.pair(connector, reference.connection()))
                        .isPresent();
                add(Tie.CONNECTION, path, known);
            }
            reference.overrides().forEach(name -> add(Tie.ENVIRONMENT_VARIABLE, Kind.VARIABLE, name));
            if (reference.hasWorkflowCallbackUri() && !rebinding.dropsSecrets()) {
                add(Tie.FLOW_CALLBACK, "of reference " + reference.key(), false);
            }
        }
        facts.bound().customApiIds().forEach(name -> add(Tie.CONNECTOR, Kind.CONNECTOR, name));
    }

    private void datasets() {
        facts.connectionReferences().forEach(reference -> reference.datasets().forEach((key, tables) -> {
            String dataset = destination.withoutVariable(key);
            dataset(dataset);
            tables.values().forEach(table -> table(dataset, table));
        }));
        facts.dataSources().forEach(source -> {
            String dataset = source.dataset();
            if (dataset != null) {
                dataset(dataset);
                table(dataset, source.table());
            }
        });
    }

    private void dataset(String dataset) {
        if (!dataset.equals(Ties.OWN_ENVIRONMENT)) {
            add(Ties.dataset(dataset), Kind.DATASET, dataset);
        }
    }

    private void table(String dataset, @Nullable String table) {
        if (table != null && Ties.dataset(dataset) != Tie.DATAVERSE_DATASET) {
            boolean known =
                    rebinding.of(Kind.TABLE, Rebinding.pair(dataset, table)).isPresent()
                            || !destination.table(dataset, table).equals(table);
            add(Ties.table(dataset), table, known);
        }
    }

    private void dataverse() {
        facts.databaseReferences().forEach(reference -> {
            dataset(reference.name());
            add(Tie.DATAVERSE_INSTANCE, Kind.INSTANCE, reference.instanceUrl());
            add(Tie.ENVIRONMENT_VARIABLE, Kind.VARIABLE, reference.environmentVariableName());
            reference.customControls().forEach(control -> add(Tie.CODE_COMPONENT, control, false));
        });
        facts.tables().forEach(table -> add(Tie.TABLE, Kind.LOGICAL_NAME, table));
    }

    private void others() {
        facts.flows().forEach(flow -> add(Tie.FLOW, Kind.FLOW, flow));
        facts.libraryDependencies().forEach(library -> {
            add(Tie.LIBRARY, Kind.LIBRARY, library.libraryId());
            add(Tie.LIBRARY, Kind.LIBRARY, library.libraryLogicalName());
        });
        facts.bound().customPages().forEach(page -> {
            String name = page.substring(page.indexOf(':') + 1);
            add(Tie.PAGE, Kind.PAGE, name);
        });
    }

    private void counted() {
        rebinding.all(Kind.NAME).keySet().stream()
                .filter(name -> !destination.names().containsKey(name))
                .forEach(name -> add(Tie.NAME, name, false));
        counted(Tie.MEDIA_ADDRESS, facts.bound().resourceRootPathBlobs());
        counted(Tie.VIEW, sourcesOf("ViewInfo"));
        counted(Tie.SAMPLE_ROWS, sourcesOf("StaticDataSourceInfo"));
        boolean telemetry =
                facts.properties().hasInstrumentationKey() || facts.properties().hasConnectionString();
        add(Tie.TELEMETRY, telemetry ? "is set" : "", rebinding.dropsSecrets());
        add(Tie.OFFLINE_PROFILE, facts.properties().manualOfflineProfileId(), rebinding.dropsSecrets());
    }

    private int sourcesOf(String type) {
        return (int) facts.dataSources().stream()
                .filter(source -> source.type().equals(type))
                .count();
    }

    private void counted(Tie tie, int count) {
        add(tie, count == 0 ? "" : "(" + count + ")", false);
    }

    private void add(Tie tie, Kind kind, @Nullable String value) {
        if (value != null) {
            boolean text = kind != Kind.LOGICAL_NAME && !destination.text(value).equals(value);
            add(tie, value, text || rebinding.of(kind, value).isPresent());
        }
    }

    private void add(Tie tie, @Nullable String what, boolean bound) {
        if (what != null && !what.isEmpty() && !bound) {
            unbound.add(new Rebound.Unbound(tie, Secrets.masked(what)));
        }
    }
}
