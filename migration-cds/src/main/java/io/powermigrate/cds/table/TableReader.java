package io.powermigrate.cds.table;

import io.powermigrate.cds.choice.GlobalChoice;
import io.powermigrate.cds.rows.Changes;
import io.powermigrate.cds.rows.Details;
import io.powermigrate.cds.rows.RowKind;
import io.powermigrate.cds.rows.Rows;
import io.powermigrate.cds.solution.schema.Metadata;
import io.powermigrate.cds.solution.schema.Table;
import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Difference;
import io.powermigrate.model.Document;
import io.powermigrate.model.Item;
import io.powermigrate.model.Reference;
import io.powermigrate.model.ResourceType;
import io.powermigrate.spi.ResourceReader;
import io.powermigrate.store.Workspace;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads tables: all with one request, the columns of those that a plan is about with one more. Thread-safe. */
public final class TableReader implements ResourceReader<DataverseTable> {

    private static final String OWN_COLUMN = "IsCustomAttribute";

    /** A reader; it holds no state. */
    public TableReader() {}

    @Override
    public ResourceType<DataverseTable> type() {
        return DataverseTable.TYPE;
    }

    @Override
    public Stream<DataverseTable> list(Endpoint endpoint) {
        return Rows.of(endpoint, RowKind.TABLES)
                .filter(row -> !row.flag("IsIntersect"))
                .map(TableReader::listed);
    }

    private static DataverseTable listed(Document row) {
        String name = row.text("LogicalName").orElse("");
        String title = row.text("DisplayName", "UserLocalizedLabel", "Label").orElse(name);
        Document content = Document.of(Map.of(
                "managed", row.flag("IsManaged"),
                "custom", row.flag("IsCustomEntity"),
                "title", title));
        return new DataverseTable(
                Item.of(DataverseTable.TYPE.key(name), row.text("MetadataId").orElse(name), name)
                        .withContent(content));
    }

    @Override
    public void prepareFetch(Collection<? extends DataverseTable> listed, Endpoint endpoint) {
        Map<String, Document> found = TableMetadata.of(
                endpoint.client(Dataverse.KEY),
                listed.stream().map(each -> each.key().name()).toList());
        found.forEach((name, row) -> Details.of(endpoint).keep(type(), name, row));
    }

    @Override
    public DataverseTable fetch(DataverseTable listed, Endpoint endpoint, Workspace workspace) {
        String name = listed.key().name();
        Document row = Details.of(endpoint).take(type(), name, () -> alone(name, endpoint));
        List<String> own = row.at("Attributes").items().stream()
                .filter(column -> column.flag(OWN_COLUMN) && !column.flag("IsManaged"))
                .filter(column -> column.text("AttributeOf").isEmpty())
                .flatMap(column -> column.text("LogicalName").stream())
                .toList();
        Table table =
                Metadata.withChoices(Metadata.table(row), row.at("Attributes").items());
        DataverseTable fetched = listed.described(table, Metadata.relationships(row), own);
        return new DataverseTable(fetched.item().withReferences(references(fetched)));
    }

    private static Document alone(String name, Endpoint endpoint) {
        Document row =
                TableMetadata.of(endpoint.client(Dataverse.KEY), List.of(name)).get(name);
        if (row == null) {
            throw new MigrationException(
                    "The columns of the table " + name + " were not read because " + endpoint.name()
                            + " does not tell them",
                    "Check that the table still exists and that the signed-in identity may read it, then plan again");
        }
        return row;
    }

    /** Tables that its own lookups lead to; a circle of them is no harm, because they travel together. */
    private static Set<Reference> references(DataverseTable table) {
        Set<String> own = Set.copyOf(table.ownColumns());
        Stream<Reference> lookups = table.relationships().stream()
                .filter(each -> each.column() != null && own.contains(each.column()))
                .filter(each -> !each.to().equals(table.key().name()))
                .map(each -> Reference.uses(DataverseTable.TYPE.key(each.to())));
        Stream<Reference> choices = table.definition().columns().stream()
                .filter(column -> own.contains(column.logicalName()) && column.globalChoice() != null)
                .map(column -> Reference.uses(GlobalChoice.TYPE.key(String.valueOf(column.globalChoice()))));
        return Stream.concat(lookups, choices).collect(Collectors.toSet());
    }

    @Override
    public List<Difference> differences(DataverseTable desired, DataverseTable actual) {
        return Changes.lacking(desired.wanted(), actual.held());
    }

    /** With all columns that are wanted, whatever their lengths and labels, it does. */
    @Override
    public boolean serves(DataverseTable desired, DataverseTable actual) {
        return actual.definition().columns().stream()
                .map(column -> column.logicalName())
                .collect(Collectors.toSet())
                .containsAll(desired.ownColumns());
    }
}
