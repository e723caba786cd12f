package io.powermigrate.cds.solution.comparison;

import io.powermigrate.cds.solution.schema.AlternateKey;
import io.powermigrate.cds.solution.schema.Choice;
import io.powermigrate.cds.solution.schema.ColumnPermission;
import io.powermigrate.cds.solution.schema.ColumnSecurityProfile;
import io.powermigrate.cds.solution.schema.Ownership;
import io.powermigrate.cds.solution.schema.Relationship;
import io.powermigrate.cds.solution.schema.Role;
import io.powermigrate.cds.solution.schema.Schema;
import io.powermigrate.cds.solution.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects what is different in the second of two schemas. For one thread. */
final class TwoSchemas {

    private final List<SchemaChange> changes = new ArrayList<>();

    private TwoSchemas() {}

    static List<SchemaChange> changes(Schema before, Schema after) {
        TwoSchemas both = new TwoSchemas();
        both.tables(before.tables(), after.tables());
        both.choices(before.choices(), after.choices());
        both.relationships(before.relationships(), after.relationships());
        both.roles(before.roles(), after.roles());
        both.profiles(before.profiles(), after.profiles());
        return List.copyOf(both.changes);
    }

    private void tables(List<Table> before, List<Table> after) {
        pairs(before, after, Table::logicalName, (old, now) -> {
            if (old == null || now == null) {
                only(old == null, ChangeKind.TABLE_ADDED, ChangeKind.TABLE_REMOVED, name(old, now, Table::logicalName));
            } else {
                table(old, now);
            }
        });
    }

    private void table(Table old, Table now) {
        if (old.ownership() != now.ownership()
                && old.ownership() != Ownership.UNKNOWN
                && now.ownership() != Ownership.UNKNOWN) {
            changes.add(new SchemaChange(
                    ChangeKind.TABLE_OWNERSHIP,
                    old.logicalName(),
                    null,
                    old.ownership().name(),
                    now.ownership().name()));
        }
        if (old.described() && now.described()) {
            ColumnComparison columns = new ColumnComparison(old.logicalName(), changes);
            pairs(old.columns(), now.columns(), column -> column.logicalName(), columns::compare);
            pairs(old.keys(), now.keys(), AlternateKey::logicalName, (key, other) -> key(old, key, other));
        }
    }

    private void key(Table table, @Nullable AlternateKey old, @Nullable AlternateKey now) {
        String before = old == null ? null : String.join(",", old.columns());
        String after = now == null ? null : String.join(",", now.columns());
        if (before == null || !before.equals(after)) {
            ChangeKind kind = before == null
                    ? ChangeKind.KEY_ADDED
                    : after == null ? ChangeKind.KEY_REMOVED : ChangeKind.KEY_COLUMNS;
            String name = name(old, now, AlternateKey::logicalName);
            changes.add(new SchemaChange(kind, table.logicalName(), name, before, after));
        }
    }

    private void choices(List<Choice> before, List<Choice> after) {
        pairs(before, after, Choice::name, (old, now) -> {
            if (old == null || now == null) {
                only(old == null, ChangeKind.CHOICE_ADDED, ChangeKind.CHOICE_REMOVED, name(old, now, Choice::name));
            } else {
                new OptionComparison(old.name(), "", changes)
                        .compare(old, now, ChangeKind.OPTION_ADDED, ChangeKind.OPTION_REMOVED, ChangeKind.OPTION_LABEL);
            }
        });
    }

    private void relationships(List<Relationship> before, List<Relationship> after) {
        pairs(before, after, relationship -> relationship.name().toLowerCase(Locale.ROOT), (old, now) -> {
            String was = old == null ? null : ends(old);
            String is = now == null ? null : ends(now);
            if (was == null || is == null) {
                only(
                        was == null,
                        ChangeKind.RELATIONSHIP_ADDED,
                        ChangeKind.RELATIONSHIP_REMOVED,
                        name(old, now, Relationship::name));
            } else if (!was.equals(is)) {
                String name = name(old, now, Relationship::name);
                changes.add(new SchemaChange(ChangeKind.RELATIONSHIP_ENDS, name, null, was, is));
            }
        });
    }

    private static String ends(Relationship relationship) {
        String column = relationship.column() == null ? "" : "." + relationship.column();
        return relationship.from() + column + " → " + relationship.to();
    }

    private void roles(List<Role> before, List<Role> after) {
        pairs(before, after, Role::id, (old, now) -> {
            if (old == null || now == null) {
                only(old == null, ChangeKind.ROLE_ADDED, ChangeKind.ROLE_REMOVED, name(old, now, Role::id));
                return;
            }
            Parts parts = new Parts(
                    old.id(), ChangeKind.PRIVILEGE_ADDED, ChangeKind.PRIVILEGE_REMOVED, ChangeKind.PRIVILEGE_DEPTH);
            parts.compare(depths(old), depths(now), changes);
        });
    }

    private static Map<String, String> depths(Role role) {
        return role.privileges().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, privilege -> privilege.getValue().word()));
    }

    private void profiles(List<ColumnSecurityProfile> before, List<ColumnSecurityProfile> after) {
        pairs(before, after, ColumnSecurityProfile::id, (old, now) -> {
            if (old == null || now == null) {
                only(
                        old == null,
                        ChangeKind.PROFILE_ADDED,
                        ChangeKind.PROFILE_REMOVED,
                        name(old, now, ColumnSecurityProfile::id));
                return;
            }
            Parts parts = new Parts(
                    old.id(),
                    ChangeKind.PERMISSION_ADDED,
                    ChangeKind.PERMISSION_REMOVED,
                    ChangeKind.PERMISSION_CHANGED);
            parts.compare(permissions(old), permissions(now), changes);
        });
    }

    private static Map<String, String> permissions(ColumnSecurityProfile profile) {
        return profile.permissions().stream()
                .collect(Collectors.toMap(
                        permission -> permission.table() + "." + permission.column(),
                        TwoSchemas::rights,
                        (first, second) -> first));
    }

    private static String rights(ColumnPermission permission) {
        return "read " + permission.read() + ", update " + permission.update() + ", create " + permission.create();
    }

    private void only(boolean added, ChangeKind whenAdded, ChangeKind whenRemoved, String name) {
        changes.add(new SchemaChange(added ? whenAdded : whenRemoved, name, null, null, null));
    }

    private static <T> String name(@Nullable T old, @Nullable T now, Function<T, String> name) {
        if (old != null) {
            return name.apply(old);
        }
        return now == null ? "" : name.apply(now);
    }

    /** Hands over what has one name, sorted by it; null where a side has none. */
    static <T> void pairs(
            List<T> before, List<T> after, Function<T, String> name, BiConsumer<@Nullable T, @Nullable T> each) {
        Map<String, T> old = byName(before, name);
        Map<String, T> now = byName(after, name);
        TreeMap<String, T> all = new TreeMap<>(old);
        all.putAll(now);
        all.keySet().forEach(key -> each.accept(old.get(key), now.get(key)));
    }

    private static <T> Map<String, T> byName(List<T> all, Function<T, String> name) {
        return all.stream().collect(Collectors.toMap(name, each -> each, (first, second) -> first));
    }
}
