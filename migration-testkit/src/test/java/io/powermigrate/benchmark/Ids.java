package io.powermigrate.benchmark;

import io.powermigrate.canvas.facts.CanvasFacts;
import io.powermigrate.canvas.facts.ConnectionReference;
import io.powermigrate.canvas.rebind.Rebinding;

/** Another id for each that a migrator binds: connections, datasets, tables, instances, flows. */
final class Ids {

    private Ids() {}

    static Rebinding of(CanvasFacts facts) {
        Rebinding.Builder ids = Rebinding.builder();
        facts.connectionReferences().forEach(reference -> reference(reference, ids));
        facts.databaseReferences().forEach(reference -> {
            String address = reference.instanceUrl();
            if (address != null && !address.isEmpty()) {
                ids.dataverseInstance(address, "https://fabrikam.crm4.dynamics.com/");
            }
        });
        facts.flows().forEach(flow -> ids.flow(flow, other(flow)));
        return ids.build();
    }

    private static void reference(ConnectionReference reference, Rebinding.Builder ids) {
        String connection = reference.connection();
        if (!connection.isEmpty()) {
            ids.connection(reference.connector(), connection, other(connection));
        }
        reference.datasets().forEach((dataset, tables) -> {
            ids.dataset(dataset, "https://fabrikam.sharepoint.com/sites/hr");
            tables.values().forEach(table -> ids.table(dataset, table, other(table)));
        });
    }

    private static String other(String id) {
        return new StringBuilder(id).reverse().toString();
    }
}
