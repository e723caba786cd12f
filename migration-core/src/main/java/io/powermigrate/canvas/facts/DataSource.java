package io.powermigrate.canvas.facts;

import io.powermigrate.internal.text.Shown;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A data source of the document ({@code References\DataSources.json}; wire/msapp.md, section 2.3). What a type does not have is null.
 *
 * @param name name inside the document
 * @param identifier what formulas call it: for option sets and views their title
 * @param type such as {@code NativeCDSDataSourceInfo} (Dataverse table), {@code ConnectedDataSourceInfo}, {@code ServiceInfo}
 * @param apiId path of the connector
 * @param serviceKind {@code ConnectedWadl} or {@code AddinWadl}
 * @param dataset site, database, or {@code default.cds}
 * @param table table in the dataset
 * @param entitySetName plural name of a Dataverse table
 * @param logicalName logical name of a Dataverse table
 * @param relatedEntityName data source that an option set or view belongs to
 * @param flowNameId GUID of a flow (new kind)
 * @param addinConnectorId GUID of a flow (old kind)
 * @param workflowEntityId the flow's row in Dataverse
 */
public record DataSource(
        String name,
        @Nullable String identifier,
        String type,
        @Nullable String apiId,
        @Nullable String serviceKind,
        @Nullable String dataset,
        @Nullable String table,
        @Nullable String entitySetName,
        @Nullable String logicalName,
        @Nullable String relatedEntityName,
        @Nullable String flowNameId,
        @Nullable String addinConnectorId,
        @Nullable String workflowEntityId) {

    /** GUID of the flow, if this is one; also where no connection reference names it. */
    public Optional<String> flow() {
        return Optional.ofNullable(flowNameId == null ? addinConnectorId : flowNameId);
    }

    /** Name of the connector, such as {@code shared_sql}; empty without one. */
    public String connector() {
        return Connectors.name(apiId);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
