package io.powermigrate.cds.variable;

import io.powermigrate.cds.rows.RowKind;
import io.powermigrate.cds.rows.Rows;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.model.Difference;
import io.powermigrate.model.ResourceType;
import io.powermigrate.spi.ResourceReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the definitions of environment variables. Thread-safe. */
public final class VariableReader implements ResourceReader<VariableDefinition> {

    /** A reader; it holds no state. */
    public VariableReader() {}

    @Override
    public ResourceType<VariableDefinition> type() {
        return VariableDefinition.TYPE;
    }

    @Override
    public Stream<VariableDefinition> list(Endpoint endpoint) {
        return Rows.of(endpoint, RowKind.VARIABLES).map(VariableItems::definition);
    }

    @Override
    public List<Difference> differences(VariableDefinition desired, VariableDefinition actual) {
        List<Difference> differences = new ArrayList<>();
        if (!desired.kind().equals(actual.kind())) {
            differences.add(new Difference("its type", desired.kind(), actual.kind()));
        }
        if (desired.hasDefault() != actual.hasDefault()) {
            differences.add(new Difference("its default", told(desired.hasDefault()), told(actual.hasDefault())));
        } else if (!digest(desired).isEmpty() && !digest(desired).equals(digest(actual))) {
            differences.add(new Difference("its default", "that of the source", "another one"));
        }
        return differences;
    }

    private static String digest(VariableDefinition variable) {
        return variable.content().text("default").orElse("");
    }

    private static String told(boolean has) {
        return has ? "there" : "absent";
    }

    /** With another default it still can be given a value. */
    @Override
    public boolean serves(VariableDefinition desired, VariableDefinition actual) {
        return desired.kind().equals(actual.kind());
    }
}
