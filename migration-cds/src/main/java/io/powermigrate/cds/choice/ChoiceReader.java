package io.powermigrate.cds.choice;

import io.powermigrate.cds.rows.Changes;
import io.powermigrate.cds.rows.RowKind;
import io.powermigrate.cds.rows.Rows;
import io.powermigrate.cds.solution.schema.Choice;
import io.powermigrate.cds.solution.schema.Metadata;
import io.powermigrate.cds.solution.schema.Schema;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.model.Difference;
import io.powermigrate.model.Document;
import io.powermigrate.model.ResourceType;
import io.powermigrate.spi.ResourceReader;
import java.util.List;
import java.util.stream.Stream;

/** Reads global choices; their list tells all options. Thread-safe. */
public final class ChoiceReader implements ResourceReader<GlobalChoice> {

    /** A reader; it holds no state. */
    public ChoiceReader() {}

    @Override
    public ResourceType<GlobalChoice> type() {
        return GlobalChoice.TYPE;
    }

    @Override
    public Stream<GlobalChoice> list(Endpoint endpoint) {
        return Rows.of(endpoint, RowKind.CHOICES).map(ChoiceReader::listed);
    }

    private static GlobalChoice listed(Document row) {
        Choice choice = Metadata.choice(row);
        boolean managed = row.flag("IsManaged") || !row.flag("IsCustomOptionSet");
        return GlobalChoice.of(choice, row.text("MetadataId").orElse(choice.name()), managed);
    }

    @Override
    public List<Difference> differences(GlobalChoice desired, GlobalChoice actual) {
        return Changes.lacking(schema(desired), schema(actual));
    }

    private static Schema schema(GlobalChoice choice) {
        return new Schema(List.of(), List.of(), List.of(choice.definition()), List.of(), List.of());
    }

    /** With all options that are wanted, whatever their labels, it does. */
    @Override
    public boolean serves(GlobalChoice desired, GlobalChoice actual) {
        return desired.definition().options().stream()
                .allMatch(option -> actual.definition().option(option.value()).isPresent());
    }
}
