package io.powermigrate.canvas.rebind;

import io.powermigrate.canvas.facts.CanvasFacts;
import io.powermigrate.canvas.facts.ConnectionReference;
import io.powermigrate.canvas.facts.Connectors;
import io.powermigrate.canvas.facts.DataSource;
import io.powermigrate.canvas.facts.DatabaseReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Invents a destination for all that ties a document to its origin, the same each time; and the way back. */
public final class Invention {

    private final Rebinding.Builder there = Rebinding.builder();
    private final Rebinding.Builder back = Rebinding.builder();
    private final List<String> origins = new ArrayList<>();
    private final Set<String> done = new HashSet<>();

    public Rebinding rebinding(CanvasFacts facts) {
        facts.bound()
                .customApiIds()
                .forEach(name -> connector(name, facts.bound().apimHosts()));
        facts.connectionReferences().forEach(this::reference);
        facts.dataSources().forEach(this::dataSource);
        facts.databaseReferences().forEach(this::database);
        facts.flows().forEach(flow -> {
            String to = guid(flow);
            there.flow(flow, to);
            back.flow(to, flow);
            origins.add(flow);
        });
        facts.libraryDependencies().forEach(library -> {
            library(library.libraryId());
            library(library.libraryLogicalName());
        });
        facts.bound().customPages().forEach(page -> {
            String from = page.substring(page.indexOf(':') + 1);
            there.page(from, "z" + hex(from));
            back.page("z" + hex(from), from);
        });
        return there.build();
    }

    Rebinding back() {
        return back.build();
    }

    /** Ids and addresses that must not be found any more. */
    List<String> leftovers() {
        return origins;
    }

    /** With addresses, where the source environment has one host only: else nobody knows the way back. */
    private void connector(String from, List<String> hosts) {
        String to = otherConnector(from);
        if (hosts.size() == 1) {
            there.connector(from, to, "https://zz-001.azure-apim.net" + Connectors.runtimePath(to));
            back.connector(to, from, "https://" + hosts.get(0) + Connectors.runtimePath(from));
        } else {
            there.connector(from, to);
            back.connector(to, from);
        }
        origins.add(from);
    }

    private static String otherConnector(String from) {
        return Connectors.custom(from)
                ? from.substring(0, from.length() - 16) + hex(from).substring(16)
                : from;
    }

    private void reference(ConnectionReference reference) {
        String connection = reference.connection();
        if (!connection.isEmpty() && !reference.connector().equals("shared_logicflows")) {
            String to = connection.length() < 16 ? connection : hex(connection);
            there.connection(reference.connector(), connection, to);
            back.connection(otherConnector(reference.connector()), to, connection);
            origins.add(connection);
        }
        reference.overrides().forEach(this::variable);
        reference.datasets().forEach((key, tables) -> {
            String dataset = key;
            for (String variable : reference.overrides()) {
                dataset = dataset.endsWith("_" + variable)
                        ? dataset.substring(0, dataset.length() - variable.length() - 1)
                        : dataset;
            }
            dataset(dataset);
            for (String table : tables.values()) {
                table(dataset, table);
            }
        });
    }

    private void variable(String from) {
        there.environmentVariable(from, "z_" + hex(from));
        back.environmentVariable("z_" + hex(from), from);
    }

    private void dataset(String from) {
        there.dataset(from, otherDataset(from));
        back.dataset(otherDataset(from), from);
        if (from.startsWith("https://")) {
            origins.add(from);
        }
    }

    private static String otherDataset(String from) {
        if (from.startsWith("https://")) {
            return "https://fabrikam.sharepoint.com/sites/" + hex(from);
        }
        return from.equals("default.cds") ? from : ValueKey.guid(from) ? guid(from) : "z" + hex(from);
    }

    private void table(String dataset, @Nullable String from) {
        if (from != null) {
            String to = DatasetKind.table(dataset) == OriginReference.LIST ? guid(from) : from;
            there.table(dataset, from, to);
            back.table(otherDataset(dataset), to, from);
            if (ValueKey.guid(from)) {
                origins.add(from);
            }
        }
    }

    private void dataSource(DataSource source) {
        String dataset = source.dataset();
        if (dataset != null) {
            dataset(dataset);
            if (!dataset.equals("default.cds")) {
                table(dataset, source.table());
            }
        }
        tableNames(source.logicalName(), source.entitySetName());
    }

    private void tableNames(@Nullable String logical, @Nullable String set) {
        if (logical != null && !logical.isEmpty() && done.add(logical)) {
            DatabaseReference.Table from = new DatabaseReference.Table(set, logical);
            DatabaseReference.Table to =
                    new DatabaseReference.Table(set == null ? null : "z_" + hex(set), "z_" + hex(logical));
            there.dataverseTable(from, to);
            back.dataverseTable(to, from);
        }
    }

    private void database(DatabaseReference reference) {
        dataset(reference.name());
        String from = reference.instanceUrl();
        if (from != null && !from.isEmpty()) {
            String to = "https://z" + hex(from) + ".crm.dynamics.com/";
            there.dataverseInstance(from, to);
            back.dataverseInstance(to, from);
            origins.add(Connectors.host(from));
        }
        if (reference.environmentVariableName() != null
                && !reference.environmentVariableName().isEmpty()) {
            variable(reference.environmentVariableName());
        }
        reference.dataSources().values().forEach(table -> tableNames(table.logicalName(), table.entitySetName()));
    }

    private void library(@Nullable String from) {
        if (from != null && !from.isEmpty()) {
            there.library(from, "z" + hex(from));
            back.library("z" + hex(from), from);
        }
    }

    private static String guid(String from) {
        return UUID.nameUUIDFromBytes(from.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static String hex(String from) {
        return guid(from).replace("-", "");
    }
}
