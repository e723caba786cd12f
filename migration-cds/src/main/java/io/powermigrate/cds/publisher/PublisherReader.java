package io.powermigrate.cds.publisher;

import io.powermigrate.cds.rows.RowKind;
import io.powermigrate.cds.rows.Rows;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.model.Difference;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Item;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Match;
import io.powermigrate.model.Reference;
import io.powermigrate.model.ResourceType;
import io.powermigrate.spi.ResourceReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads publishers. Thread-safe. */
public final class PublisherReader implements ResourceReader<SolutionPublisher> {

    /** A reader; it holds no state. */
    public PublisherReader() {}

    @Override
    public ResourceType<SolutionPublisher> type() {
        return SolutionPublisher.TYPE;
    }

    @Override
    public Stream<SolutionPublisher> list(Endpoint endpoint) {
        return Rows.of(endpoint, RowKind.PUBLISHERS).map(PublisherReader::listed);
    }

    private static SolutionPublisher listed(Document row) {
        String name = row.text("uniquename").orElse("");
        Document content = Document.of(Map.of(
                "prefix", row.text("customizationprefix").orElse(""),
                "optionPrefix", row.text("customizationoptionvalueprefix").orElse(""),
                "readOnly", row.flag("isreadonly")));
        return new SolutionPublisher(Item.of(
                        SolutionPublisher.TYPE.key(name),
                        row.text("publisherid").orElse(name),
                        row.text("friendlyname").orElse(name))
                .withContent(content));
    }

    /** An import makes the publisher of its solution; of one that no solution of the plan is of, nothing is to be done. */
    @Override
    public Match<SolutionPublisher> match(SolutionPublisher source, Inventory destination, Mapping mapping) {
        boolean travels = source.references().stream().anyMatch(each -> each.kind() == Reference.Kind.PART_OF);
        return travels
                ? ResourceReader.super.match(source, destination, mapping)
                : Match.one(source, "no solution that travels is of this publisher");
    }

    /** An import changes no publisher that is there: one with another prefix refuses components of the first. */
    @Override
    public List<Difference> differences(SolutionPublisher desired, SolutionPublisher actual) {
        List<Difference> differences = new ArrayList<>();
        if (!desired.prefix().equalsIgnoreCase(actual.prefix())) {
            differences.add(new Difference("its prefix", desired.prefix(), actual.prefix()));
        }
        return differences;
    }
}
