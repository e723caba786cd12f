package io.powermigrate.cds.installed;

import io.powermigrate.cds.solution.comparison.ChangeKind;
import io.powermigrate.cds.solution.comparison.SchemaChange;
import io.powermigrate.cds.solution.comparison.SchemaComparison;
import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.cds.solution.schema.Schema;
import io.powermigrate.cds.solution.schema.Table;
import io.powermigrate.cds.table.DataverseTable;
import io.powermigrate.cds.webapi.Answer;
import io.powermigrate.cds.webapi.Key;
import io.powermigrate.cds.webapi.Query;
import io.powermigrate.model.Depth;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The columns that a package changes or no longer holds. Their ids are asked for, because only those are what questions name. */
final class Columns {

    private final Inventory destination;
    private final SolutionFacts facts;
    private final Set<String> changed = new TreeSet<>();
    private final Set<String> removed = new TreeSet<>();
    private final Map<String, Document> rows = new HashMap<>();

    Columns(Inventory destination, SolutionFacts facts) {
        this.destination = destination;
        this.facts = facts;
        facts.schema().tables().stream().filter(Table::described).forEach(this::compare);
    }

    private void compare(Table packaged) {
        held(packaged.logicalName()).ifPresent(there -> SchemaComparison.between(only(there), only(packaged))
                .forEach(change -> note(change, there)));
    }

    private Optional<Table> held(String name) {
        return destination
                .find(DataverseTable.TYPE.key(name))
                .filter(table ->
                        !Depth.isListed(table) && Depth.unreadable(table).isEmpty())
                .map(DataverseTable.class::cast)
                .map(DataverseTable::definition);
    }

    private static Schema only(Table table) {
        return new Schema(List.of(table), List.of(), List.of(), List.of(), List.of());
    }

    private void note(SchemaChange change, Table there) {
        String column = Objects.requireNonNullElse(change.part(), "");
        if (change.kind() == ChangeKind.COLUMN_REMOVED) {
            there.column(column)
                    .filter(each -> each.traits().custom() && isWhole(there.logicalName()))
                    .ifPresent(each -> removed.add(there.logicalName() + "." + column));
        } else if (change.kind().name().startsWith("LOCAL_OPTION_")) {
            changed.add(there.logicalName() + "." + column.substring(0, Math.max(column.lastIndexOf('.'), 0)));
        } else if (change.kind().name().startsWith("COLUMN_") && change.kind() != ChangeKind.COLUMN_ADDED) {
            changed.add(there.logicalName() + "." + column);
        }
    }

    /** Behaviour 1 and 2 carry a part of the table only (wire/dataverse.md, section 2.1). */
    private boolean isWhole(String table) {
        return facts.manifest().rootComponents().stream()
                .filter(component -> component.type().equals("1") && table.equalsIgnoreCase(component.schemaName()))
                .allMatch(component -> "0".equals(Objects.requireNonNullElse(component.behavior(), "0")));
    }

    /** One for each table of such a column. */
    List<Query> queries() {
        return tables().stream()
                .map(table -> Query.of("EntityDefinitions")
                        .key(Key.of("LogicalName", table))
                        .path("Attributes")
                        .select("LogicalName", "MetadataId", "IsManaged"))
                .toList();
    }

    private Set<String> tables() {
        Set<String> tables = new TreeSet<>();
        Stream.of(changed, removed)
                .flatMap(Set::stream)
                .forEach(column -> tables.add(column.substring(0, column.indexOf('.'))));
        return tables;
    }

    /** Takes the answers to {@link #queries}; gives back the tables whose columns were not told. */
    List<String> take(List<Answer> answers) {
        List<String> missing = new ArrayList<>();
        int next = 0;
        for (String table : tables()) {
            Answer answer = answers.get(next++);
            if (answer.isSuccess()) {
                answer.rows()
                        .forEach(row -> row.text("LogicalName").ifPresent(name -> rows.put(table + "." + name, row)));
            } else {
                missing.add(table);
            }
        }
        return missing;
    }

    /** Columns that a managed solution brought and that the package changes. */
    List<InstalledPart> changed() {
        return managed(changed);
    }

    /** Columns that a managed solution brought, be it this one or another, and that the package no longer holds. */
    List<InstalledPart> removed() {
        return managed(removed);
    }

    private List<InstalledPart> managed(Set<String> columns) {
        return columns.stream()
                .flatMap(column -> Stream.ofNullable(rows.get(column))
                        .filter(row -> row.flag("IsManaged"))
                        .flatMap(row -> row.text("MetadataId").stream())
                        .map(id -> new InstalledPart("Attribute", Kinds.lower(id), column)))
                .toList();
    }
}
