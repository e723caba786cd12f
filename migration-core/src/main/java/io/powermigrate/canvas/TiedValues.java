package io.powermigrate.canvas;

import io.powermigrate.internal.address.SiteAddress;
import io.powermigrate.internal.secret.Secrets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects what of a document's facts names its source; each value once, an address once in whatever spelling. For one thread. */
final class TiedValues {

    private final CanvasFacts facts;
    private final Destination spelling;
    private final Map<TiedValue, TiedValue> values = new LinkedHashMap<>();

    private TiedValues(CanvasFacts facts) {
        this.facts = facts;
        this.spelling = new Destination(RebindingValues.NONE, facts);
    }

    /** Every value of a document that names its source, each once, but for the texts of its formulas. Reads the document. */
    static List<TiedValue> in(OpenedDocument document, CanvasFacts facts) {
        return document.use(archive -> Stream.concat(
                        of(facts).stream(), new TraceScan(document.reading(), archive).read(facts).stream())
                .toList());
    }

    /** The texts of its formulas that look like an address, an id or a person, each once. Reads the document. */
    static List<TiedValue> ofTexts(OpenedDocument document) {
        return document.use(archive -> {
            LiteralScan literals =
                    new LiteralScan(new Formulas(document.reading().anew()));
            FormulaScan.formulas(document.reading(), archive, literals::look);
            return literals.found().stream()
                    .map(literal -> new TiedValue(Tie.LITERAL, "", literal.value()))
                    .distinct()
                    .toList();
        });
    }

    static List<TiedValue> of(CanvasFacts facts) {
        TiedValues values = new TiedValues(facts);
        values.connections();
        values.datasets();
        values.dataverse();
        values.others();
        values.counted();
        return List.copyOf(values.values.values());
    }

    private void connections() {
        for (ConnectionReference reference : facts.connectionReferences()) {
            String connector = Connectors.connectorOf(reference.connectionInstanceId());
            boolean flow = connector.equalsIgnoreCase(FlowIds.LOGIC_FLOWS)
                    && FlowIds.ofConnection(reference.connection()).isPresent();
            if (!flow) {
                add(Tie.CONNECTION, connector, reference.connection());
            }
            reference.overrides().forEach(name -> add(Tie.ENVIRONMENT_VARIABLE, name));
            if (reference.hasWorkflowCallbackUri()) {
                add(Tie.FLOW_CALLBACK, "of reference " + reference.key());
            }
        }
        facts.bound().customApiIds().forEach(name -> add(Tie.CONNECTOR, name));
    }

    private void datasets() {
        facts.connectionReferences().forEach(reference -> reference.datasets().forEach((key, tables) -> {
            String dataset = spelling.withoutVariable(key);
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
            add(Ties.dataset(dataset), dataset);
        }
    }

    private void table(String dataset, @Nullable String table) {
        if (Ties.dataset(dataset) != Tie.DATAVERSE_DATASET) {
            add(Ties.table(dataset), dataset, table);
        }
    }

    private void dataverse() {
        facts.databaseReferences().forEach(reference -> {
            dataset(reference.name());
            add(Tie.DATAVERSE_INSTANCE, reference.instanceUrl());
            add(Tie.ENVIRONMENT_VARIABLE, reference.environmentVariableName());
            reference.customControls().forEach(control -> add(Tie.CODE_COMPONENT, control));
        });
        facts.tables().forEach(table -> add(Tie.TABLE, table));
    }

    private void others() {
        facts.flows().forEach(flow -> add(Tie.FLOW, flow));
        facts.libraryDependencies().forEach(library -> {
            add(Tie.LIBRARY, library.libraryId());
            add(Tie.LIBRARY, library.libraryLogicalName());
        });
        facts.bound().customPages().forEach(page -> add(Tie.PAGE, page.substring(page.indexOf(':') + 1)));
    }

    private void counted() {
        count(Tie.CONNECTOR_LOOKS, (int) facts.connectionReferences().stream()
                .filter(reference -> reference.displayName() != null)
                .count());
        count(Tie.MEDIA_ADDRESS, facts.bound().resourceRootPathBlobs());
        count(Tie.VIEW, sourcesOf("ViewInfo"));
        count(Tie.SAMPLE_ROWS, sourcesOf("StaticDataSourceInfo"));
        if (facts.properties().hasInstrumentationKey() || facts.properties().hasConnectionString()) {
            add(Tie.TELEMETRY, "is set");
        }
        add(Tie.OFFLINE_PROFILE, facts.properties().manualOfflineProfileId());
    }

    private int sourcesOf(String type) {
        return (int) facts.dataSources().stream()
                .filter(source -> source.type().equals(type))
                .count();
    }

    private void count(Tie tie, int count) {
        add(tie, count == 0 ? "" : "(" + count + ")");
    }

    private void add(Tie tie, @Nullable String value) {
        add(tie, "", value);
    }

    private void add(Tie tie, String within, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            TiedValue one =
                    new TiedValue(tie, SiteAddress.canonical(Secrets.masked(within)), SiteAddress.canonical(value));
            values.putIfAbsent(one, new TiedValue(tie, Secrets.masked(within), Secrets.masked(value)));
        }
    }
}
