package io.powermigrate.canvas.facts;

import io.powermigrate.internal.text.Shown;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Dataverse that the document uses ({@code Properties.json}, {@code LocalDatabaseReferences}; wire/msapp.md, section 2.2.2).
 *
 * @param name the dataset: {@code default.cds} is the app's own environment, a GUID another environment
 * @param instanceUrl address of the source environment's Dataverse
 * @param environmentVariableName variable that names the environment, or empty
 * @param dataSources name of each data source and its table
 * @param customControls code components that the app uses, each once, sorted
 */
public record DatabaseReference(
        String name,
        @Nullable String instanceUrl,
        @Nullable String environmentVariableName,
        Map<String, Table> dataSources,
        List<String> customControls) {

    /** Copies map and list. */
    public DatabaseReference {
        dataSources = OrderedMaps.copyOf(dataSources);
        customControls = List.copyOf(customControls);
    }

    /**
     * A Dataverse table as a data source names it.
     *
     * @param entitySetName plural name in addresses
     * @param logicalName name of the table in every environment that holds it
     */
    public record Table(
            @Nullable String entitySetName, @Nullable String logicalName) {
        @Override
        public String toString() {
            return Shown.record(this);
        }
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
