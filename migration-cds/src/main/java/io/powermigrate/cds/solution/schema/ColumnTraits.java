package io.powermigrate.cds.solution.schema;

import io.powermigrate.internal.text.Shown;
import org.jspecify.annotations.Nullable;

/**
 * What a column says of itself beyond its type; what it does not say is null or false.
 *
 * @param maxLength characters of a text
 * @param format such as {@code text}, {@code email}, {@code date}, as spelled by who told it; packages and services differ
 * @param precision digits behind the point
 * @param minimum the least number
 * @param maximum the greatest number; kilobytes of a file
 * @param behavior of a date: {@code 1} or {@code UserLocal}, {@code 2} or {@code DateOnly}, {@code 3} or {@code TimeZoneIndependent}
 * @param secured whether column security applies
 * @param custom whether somebody added it, not the service
 * @param logical whether it is stored in another table
 * @param source 0 stored, 1 calculated, 2 rolled up
 * @param shadowOf the column that this one only accompanies (the name of a lookup); such columns are in no package
 */
public record ColumnTraits(
        @Nullable Integer maxLength,
        @Nullable String format,
        @Nullable Integer precision,
        @Nullable String minimum,
        @Nullable String maximum,
        @Nullable String behavior,
        boolean secured,
        boolean custom,
        boolean logical,
        int source,
        @Nullable String shadowOf) {

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
