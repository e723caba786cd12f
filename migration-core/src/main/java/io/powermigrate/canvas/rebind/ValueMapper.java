package io.powermigrate.canvas.rebind;

import io.powermigrate.canvas.facts.CanvasFacts;
import io.powermigrate.canvas.facts.Connectors;
import io.powermigrate.canvas.facts.FlowIds;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What becomes of one origin value: what the rebinding says, or the value itself. Each method takes a whole value, never a part. */
final class ValueMapper {

    private static final String APIS = "/apis/";
    private static final String CONNECTIONS = "/connections/";
    private static final String PAGE = "custompage:";

    /** Schema names are shorter. */
    private static final int LONGEST_VARIABLE = 256;

    private final RebindingValues rebinding;
    private final TextReplacements texts;
    private final Set<String> variables = new LinkedHashSet<>();
    private final Map<String, String> flowRows = new HashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    ValueMapper(RebindingValues rebinding, CanvasFacts facts) {
        this.rebinding = rebinding;
        this.texts = rebinding.texts();
        facts.connectionReferences().forEach(reference -> variables.addAll(reference.overrides()));
        variables.remove("");
        facts.dataSources().forEach(source -> {
            String identifier = source.identifier() == null ? source.name() : source.identifier();
            rebinding.of(ValueKind.NAME, identifier).ifPresent(other -> names.put(identifier, other));
            String row = source.workflowEntityId();
            source.flow()
                    .flatMap(flow -> rebinding.of(ValueKind.FLOW_ENTITY, flow))
                    .ifPresent(other -> flowRows.put(row == null ? "" : row, other));
        });
    }

    /** {@code …/apis/shared_sql}. */
    String connectorPath(String path) {
        int name = path.lastIndexOf(APIS);
        return name < 0 ? text(path) : path.substring(0, name + APIS.length()) + connector(Connectors.name(path));
    }

    /** {@code …/apis/shared_sql/connections/b1946ac9…}. */
    String connectionPath(String path) {
        int at = path.lastIndexOf(CONNECTIONS);
        if (at < 0) {
            return connectorPath(path);
        }
        return connectorPath(path.substring(0, at))
                + CONNECTIONS
                + connection(Connectors.connectorOf(path), Connectors.connection(path));
    }

    private String connection(String connector, String connection) {
        return rebinding
                .of(ValueKind.CONNECTION, ValueKey.pair(connector, connection))
                .orElseGet(() -> connector.equalsIgnoreCase(FlowIds.LOGIC_FLOWS)
                        ? flowConnection(connection)
                        : text(connection));
    }

    /** What follows the flow's GUID stays (wire/canvas-app-import.md, section 6). */
    private String flowConnection(String connection) {
        return FlowIds.ofConnection(connection)
                .flatMap(flow -> rebinding.of(ValueKind.FLOW, flow))
                .map(other -> FlowIds.connection(connection, other))
                .orElseGet(() -> text(connection));
    }

    String connector(String name) {
        return rebinding.of(ValueKind.CONNECTOR, name).orElse(name);
    }

    /** A connector in a list of what a flow needs: a second one of a kind ends in {@code _1}. */
    String numberedConnector(String name) {
        int end = name.length();
        while (end > 0 && Character.isDigit(name.charAt(end - 1))) {
            end--;
        }
        boolean numbered = end < name.length() && end > 0 && name.charAt(end - 1) == '_';
        if (rebinding.of(ValueKind.CONNECTOR, name).isPresent() || !numbered) {
            return connector(name);
        }
        return connector(name.substring(0, end - 1)) + name.substring(end - 1);
    }

    String dataset(String dataset) {
        return of(ValueKind.DATASET, dataset);
    }

    /** A dataset as a key: an environment variable that gives it stands behind it (wire/msapp.md, section 2.2.1). */
    String datasetKey(String key) {
        String variable = suffix(key);
        String dataset = dataset(withoutVariable(key));
        return variable.isEmpty() ? dataset : dataset + "_" + variable(variable);
    }

    String withoutVariable(String key) {
        String variable = suffix(key);
        return variable.isEmpty() ? key : key.substring(0, key.length() - variable.length() - 1);
    }

    private String suffix(String key) {
        for (int at = Math.max(0, key.length() - LONGEST_VARIABLE); at < key.length(); at++) {
            if (key.charAt(at) == '_' && variables.contains(key.substring(at + 1))) {
                return key.substring(at + 1);
            }
        }
        return "";
    }

    /** The old connector for Dataverse calls entity sets tables. */
    String table(String dataset, String table) {
        boolean dataverse = DatasetKind.dataset(dataset) == OriginReference.DATAVERSE_DATASET;
        return rebinding
                .of(ValueKind.TABLE, ValueKey.pair(dataset, table))
                .orElseGet(() -> dataverse ? entitySet(table) : text(table));
    }

    String variable(String name) {
        return of(ValueKind.VARIABLE, name);
    }

    /** The address of an instance ends as it did, with or without slash. */
    String instance(String address) {
        String instance = of(ValueKind.INSTANCE, address);
        return instance.equals(address)
                ? address
                : Connectors.withoutSlash(instance) + (address.endsWith("/") ? "/" : "");
    }

    String logicalName(String name) {
        return rebinding.of(ValueKind.LOGICAL_NAME, name).orElse(name);
    }

    String entitySet(String name) {
        return rebinding.of(ValueKind.ENTITY_SET, name).orElse(name);
    }

    /** {@code default.cds_account_views} and {@code default.cds_account_forms}: dataset, table, kind. */
    String datasetAndTable(String name) {
        int table = name.indexOf('_');
        int kind = name.lastIndexOf('_');
        if (table <= 0 || table >= kind) {
            return name;
        }
        return dataset(name.substring(0, table))
                + "_"
                + logicalName(name.substring(table + 1, kind))
                + name.substring(kind);
    }

    String flow(String guid) {
        return of(ValueKind.FLOW, guid);
    }

    String flowRow(String row) {
        return flowRows.getOrDefault(row, row);
    }

    String library(String idOrName) {
        return of(ValueKind.LIBRARY, idOrName);
    }

    String page(String name) {
        return name.startsWith(PAGE) ? PAGE + page(name.substring(PAGE.length())) : of(ValueKind.PAGE, name);
    }

    String view(String guid) {
        return of(ValueKind.VIEW, guid);
    }

    String form(String guid) {
        return of(ValueKind.FORM, guid);
    }

    String name(String name) {
        return names.getOrDefault(name, name);
    }

    /** New names, of data sources that the document has. */
    Map<String, String> names() {
        return names;
    }

    String telemetry(String member) {
        return rebinding.of(ValueKind.TELEMETRY, member).orElse("");
    }

    private String of(ValueKind kind, String value) {
        return rebinding.of(kind, value).orElseGet(() -> text(value));
    }

    /** The value with the texts that the rebinding replaces wherever they stand. */
    String text(String value) {
        return texts.replace(value);
    }
}
