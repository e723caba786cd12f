package io.powermigrate.canvas.rebind;

import io.powermigrate.canvas.facts.CanvasFacts;
import io.powermigrate.canvas.facts.ConnectionReference;
import io.powermigrate.canvas.facts.Connectors;
import io.powermigrate.canvas.facts.DocumentScan;
import io.powermigrate.canvas.facts.FlowIds;
import io.powermigrate.canvas.reading.OpenedDocument;
import io.powermigrate.canvas.reading.Reading;
import io.powermigrate.canvas.requirements.LiteralScan;
import io.powermigrate.canvas.usage.FormulaScan;
import io.powermigrate.canvas.usage.Formulas;
import io.powermigrate.internal.address.SiteAddress;
import io.powermigrate.internal.secret.Secrets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects what of a document's facts names its source; each value once, an address once in whatever spelling. For one thread. */
public final class OriginValues {

    private final CanvasFacts facts;
    private final ValueMapper spelling;
    private final Map<OriginValue, OriginValue> values = new LinkedHashMap<>();

    private OriginValues(CanvasFacts facts) {
        this.facts = facts;
        this.spelling = new ValueMapper(RebindingValues.NONE, facts);
    }

    /** Every value of a document that names its source, each once, but for the texts of its formulas. Reads the document. */
    public static List<OriginValue> in(OpenedDocument document, CanvasFacts facts) {
        return document.use(archive -> Stream.concat(
                        of(facts).stream(), new TraceScan(document.reading(), archive).read(facts).stream())
                .toList());
    }

    /** The texts of its formulas that look like an address, an id or a person, each once. */
    static List<OriginValue> ofTexts(Reading reading, DocumentScan scan) {
        LiteralScan literals = new LiteralScan(new Formulas(reading.again()));
        FormulaScan.formulas(scan, literals::look);
        return literals.found().stream()
                .map(literal -> new OriginValue(OriginReference.LITERAL, "", literal.value()))
                .distinct()
                .toList();
    }

    static List<OriginValue> of(CanvasFacts facts) {
        OriginValues values = new OriginValues(facts);
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
                add(OriginReference.CONNECTION, connector, reference.connection());
            }
            reference.overrides().forEach(name -> add(OriginReference.ENVIRONMENT_VARIABLE, name));
            if (reference.hasWorkflowCallbackUri()) {
                add(OriginReference.FLOW_CALLBACK, "of reference " + reference.key());
            }
        }
        facts.bound().customApiIds().forEach(name -> add(OriginReference.CONNECTOR, name));
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
        if (!dataset.equals(DatasetKind.OWN_ENVIRONMENT)) {
            add(DatasetKind.dataset(dataset), dataset);
        }
    }

    private void table(String dataset, @Nullable String table) {
        if (DatasetKind.dataset(dataset) != OriginReference.DATAVERSE_DATASET) {
            add(DatasetKind.table(dataset), dataset, table);
        }
    }

    private void dataverse() {
        facts.databaseReferences().forEach(reference -> {
            dataset(reference.name());
            add(OriginReference.DATAVERSE_INSTANCE, reference.instanceUrl());
            add(OriginReference.ENVIRONMENT_VARIABLE, reference.environmentVariableName());
            reference.customControls().forEach(control -> add(OriginReference.CODE_COMPONENT, control));
        });
        facts.tables().forEach(table -> add(OriginReference.TABLE, table));
    }

    private void others() {
        facts.flows().forEach(flow -> add(OriginReference.FLOW, flow));
        facts.libraryDependencies().forEach(library -> {
            add(OriginReference.LIBRARY, library.libraryId());
            add(OriginReference.LIBRARY, library.libraryLogicalName());
        });
        facts.bound().customPages().forEach(page -> add(OriginReference.PAGE, page.substring(page.indexOf(':') + 1)));
    }

    private void counted() {
        count(OriginReference.CONNECTOR_LOOKS, (int) facts.connectionReferences().stream()
                .filter(reference -> reference.displayName() != null)
                .count());
        count(OriginReference.MEDIA_ADDRESS, facts.bound().resourceRootPathBlobs());
        count(OriginReference.VIEW, sourcesOf("ViewInfo"));
        count(OriginReference.SAMPLE_ROWS, sourcesOf("StaticDataSourceInfo"));
        if (facts.properties().hasInstrumentationKey() || facts.properties().hasConnectionString()) {
            add(OriginReference.TELEMETRY, "is set");
        }
        add(OriginReference.OFFLINE_PROFILE, facts.properties().manualOfflineProfileId());
    }

    private int sourcesOf(String type) {
        return (int) facts.dataSources().stream()
                .filter(source -> source.type().equals(type))
                .count();
    }

    private void count(OriginReference tie, int count) {
        add(tie, count == 0 ? "" : "(" + count + ")");
    }

    private void add(OriginReference tie, @Nullable String value) {
        add(tie, "", value);
    }

    private void add(OriginReference tie, String within, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            OriginValue one =
                    new OriginValue(tie, SiteAddress.canonical(Secrets.masked(within)), SiteAddress.canonical(value));
            values.putIfAbsent(one, new OriginValue(tie, Secrets.masked(within), Secrets.masked(value)));
        }
    }
}
