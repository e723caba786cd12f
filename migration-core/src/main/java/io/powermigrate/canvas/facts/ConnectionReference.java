package io.powermigrate.canvas.facts;

import io.powermigrate.internal.text.Shown;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection that the document uses ({@code Properties.json}, {@code LocalConnectionReferences}; wire/msapp.md, section 2.2.1). Two
 * references for one connector are normal. The trigger address of a flow is a secret and is not kept.
 *
 * @param key GUID of the reference, the same in an app package
 * @param apiId path of the connector, such as {@code /providers/microsoft.powerapps/apis/shared_sql}
 * @param displayName the connector's title
 * @param connectionInstanceId path of the connection in the source environment
 * @param sharedConnectionId path of a connection that is shared implicitly (not OAuth); agrees with the instance
 * @param onPremise {@code isOnPremiseConnection}: a gateway is needed; null in older documents
 * @param customApi {@code isCustomApiConnection}; null in most documents, see {@link #customConnector()}
 * @param dataSources names of data sources; empty for a connection that only a flow uses
 * @param datasets dataset (site, database) to data source to table
 * @param overrides names of environment variables that give dataset or table
 * @param dependencies connector name to key of another reference: what a flow needs
 * @param dependents keys of references that need this one
 * @param workflowName GUID of the flow, if this is one
 * @param hasWorkflowCallbackUri whether the document holds the flow's trigger address, a secret
 */
public record ConnectionReference(
        String key,
        @Nullable String apiId,
        @Nullable String displayName,
        @Nullable String connectionInstanceId,
        @Nullable String sharedConnectionId,
        @Nullable Boolean onPremise,
        @Nullable Boolean customApi,
        List<String> dataSources,
        Map<String, Map<String, String>> datasets,
        List<String> overrides,
        Map<String, String> dependencies,
        List<String> dependents,
        @Nullable String workflowName,
        boolean hasWorkflowCallbackUri) {

    /** Copies lists and maps. */
    public ConnectionReference {
        dataSources = List.copyOf(dataSources);
        datasets = OrderedMaps.copyOf(datasets);
        overrides = List.copyOf(overrides);
        dependencies = OrderedMaps.copyOf(dependencies);
        dependents = List.copyOf(dependents);
    }

    /** Name of the connector, such as {@code shared_sql}; empty if the document names none. */
    public String connector() {
        return Connectors.name(apiId);
    }

    /** Name of the connection in the source environment; empty if the document names none. */
    public String connection() {
        return Connectors.connection(connectionInstanceId);
    }

    /** Whether the connector is a custom one: the document says so, or its name carries the hash of an environment. */
    public boolean customConnector() {
        return Boolean.TRUE.equals(customApi) || Connectors.custom(apiId);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
