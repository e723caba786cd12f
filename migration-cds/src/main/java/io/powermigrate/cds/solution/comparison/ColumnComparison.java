package io.powermigrate.cds.solution.comparison;

import io.powermigrate.cds.solution.schema.Choice;
import io.powermigrate.cds.solution.schema.Column;
import io.powermigrate.cds.solution.schema.ColumnType;
import io.powermigrate.cds.solution.schema.Requirement;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares the columns of one table in two schemas (wire/dataverse.md, section 3.2).
 *
 * @param table logical name
 * @param changes where to
 */
record ColumnComparison(String table, List<SchemaChange> changes) {

    void compare(@Nullable Column old, @Nullable Column now) {
        if (old == null || now == null) {
            Column only = old == null ? now : old;
            if (only != null && only.traits().shadowOf() == null && only.type() != ColumnType.VIRTUAL) {
                ChangeKind kind = old == null ? ChangeKind.COLUMN_ADDED : ChangeKind.COLUMN_REMOVED;
                changes.add(new SchemaChange(kind, table, only.logicalName(), null, null));
            }
            return;
        }
        if (!sameType(old, now)) {
            add(ChangeKind.COLUMN_TYPE, old, old.typeName(), now.typeName());
        }
        differs(ChangeKind.COLUMN_LENGTH, old, now, ColumnComparison::length);
        differs(ChangeKind.COLUMN_FORMAT, old, now, ColumnComparison::format);
        known(ChangeKind.COLUMN_BEHAVIOR, old, now, ColumnComparison::behavior);
        known(ChangeKind.COLUMN_PRECISION, old, now, ColumnComparison::precision);
        known(ChangeKind.COLUMN_REQUIREMENT, old, now, ColumnComparison::requirement);
        differs(
                ChangeKind.COLUMN_SECURED,
                old,
                now,
                column -> String.valueOf(column.traits().secured()));
        choice(old, now);
    }

    /** Words that are not known may mean the same as another one only if they are the same. */
    private static boolean sameType(Column old, Column now) {
        return old.type() == ColumnType.UNKNOWN || now.type() == ColumnType.UNKNOWN
                ? old.typeName().equalsIgnoreCase(now.typeName())
                : old.type() == now.type();
    }

    private static @Nullable String length(Column column) {
        Integer length = column.traits().maxLength();
        boolean text = column.type() == ColumnType.TEXT || column.type() == ColumnType.MULTILINE_TEXT;
        return text && length != null ? String.valueOf(length) : null;
    }

    /** Memos have a format in packages that metadata spells otherwise; it means nothing. */
    private static @Nullable String format(Column column) {
        String format = column.traits().format();
        if (format == null || column.type() == ColumnType.MULTILINE_TEXT) {
            return null;
        }
        String plain = format.toLowerCase(Locale.ROOT);
        return switch (plain) {
            case "", "none" -> null;
            case "dateonly" -> "date";
            case "dateandtime" -> "datetime";
            default -> plain;
        };
    }

    private static @Nullable String behavior(Column column) {
        String behavior = column.traits().behavior();
        if (behavior == null) {
            return null;
        }
        return switch (behavior) {
            case "1" -> "UserLocal";
            case "2" -> "DateOnly";
            case "3" -> "TimeZoneIndependent";
            default -> behavior;
        };
    }

    private static @Nullable String precision(Column column) {
        Integer precision = column.traits().precision();
        return precision == null ? null : String.valueOf(precision);
    }

    private static @Nullable String requirement(Column column) {
        return column.requirement() == Requirement.UNKNOWN
                ? null
                : column.requirement().name();
    }

    /** A side that tells neither a global choice nor its own does not know. */
    private void choice(Column old, Column now) {
        String was = choiceName(old);
        String is = choiceName(now);
        boolean moved = !Objects.equals(old.globalChoice(), now.globalChoice());
        if (was != null && is != null && moved) {
            add(ChangeKind.COLUMN_CHOICE, old, was, is);
        }
        Choice own = old.choice();
        Choice other = now.choice();
        if (own != null && other != null) {
            new OptionComparison(table, old.logicalName() + ".", changes)
                    .compare(
                            own,
                            other,
                            ChangeKind.LOCAL_OPTION_ADDED,
                            ChangeKind.LOCAL_OPTION_REMOVED,
                            ChangeKind.LOCAL_OPTION_LABEL);
        }
    }

    private static @Nullable String choiceName(Column column) {
        if (column.globalChoice() != null) {
            return column.globalChoice();
        }
        Choice own = column.choice();
        return own == null ? null : "its own";
    }

    private void known(ChangeKind kind, Column old, Column now, Function<Column, @Nullable String> value) {
        if (value.apply(old) != null && value.apply(now) != null) {
            differs(kind, old, now, value);
        }
    }

    private void differs(ChangeKind kind, Column old, Column now, Function<Column, @Nullable String> value) {
        String was = value.apply(old);
        String is = value.apply(now);
        if (!Objects.equals(was, is)) {
            add(kind, old, was, is);
        }
    }

    private void add(ChangeKind kind, Column column, @Nullable String before, @Nullable String after) {
        changes.add(new SchemaChange(kind, table, column.logicalName(), before, after));
    }
}
