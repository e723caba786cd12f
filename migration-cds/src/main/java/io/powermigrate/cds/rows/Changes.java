package io.powermigrate.cds.rows;

import io.powermigrate.cds.solution.comparison.SchemaChange;
import io.powermigrate.cds.solution.comparison.SchemaComparison;
import io.powermigrate.cds.solution.schema.Schema;
import io.powermigrate.model.Difference;
import java.util.List;
import java.util.Locale;

/** What a destination lacks of a wanted schema, in words; internal. */
public final class Changes {

    private Changes() {}

    /** Empty where the destination contains all that is wanted; what it holds beyond does not count. */
    public static List<Difference> lacking(Schema wanted, Schema there) {
        return SchemaComparison.lacking(wanted, there).stream()
                .map(Changes::difference)
                .toList();
    }

    private static Difference difference(SchemaChange change) {
        String what = change.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String before = change.before();
        String after = change.after();
        String subject = change.part() == null ? change.holder() : change.part();
        return change.kind().name().endsWith("_ADDED")
                ? new Difference(subject, after == null || after.isEmpty() ? "there" : after, "absent")
                : new Difference(
                        subject + " (" + what + ")",
                        after == null ? "nothing" : after,
                        before == null ? "nothing" : before);
    }
}
