package io.powermigrate.cds.reference;

import io.powermigrate.cds.rows.RowKind;
import io.powermigrate.cds.rows.Rows;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.model.Difference;
import io.powermigrate.model.ResourceType;
import io.powermigrate.spi.ResourceReader;
import java.util.List;
import java.util.stream.Stream;

/** Reads the definitions of connection references. Thread-safe. */
public final class ReferenceReader implements ResourceReader<ReferenceDefinition> {

    /** A reader; it holds no state. */
    public ReferenceReader() {}

    @Override
    public ResourceType<ReferenceDefinition> type() {
        return ReferenceDefinition.TYPE;
    }

    @Override
    public Stream<ReferenceDefinition> list(Endpoint endpoint) {
        return Rows.of(endpoint, RowKind.REFERENCES).map(ReferenceItems::definition);
    }

    /** A custom connector has another name in each environment; what its name begins with is the same. */
    @Override
    public List<Difference> differences(ReferenceDefinition desired, ReferenceDefinition actual) {
        String wanted = desired.connector().everywhere();
        String there = actual.connector().everywhere();
        return wanted.equalsIgnoreCase(there) ? List.of() : List.of(new Difference("its connector", wanted, there));
    }
}
