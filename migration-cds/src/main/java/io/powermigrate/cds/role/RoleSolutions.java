package io.powermigrate.cds.role;

import io.powermigrate.cds.rows.RowKind;
import io.powermigrate.cds.rows.Rows;
import io.powermigrate.model.Document;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which solutions hold which roles (wire/dataverse-situations.md, S31). */
final class RoleSolutions {

    /** The service's own, which hold everything or what nobody put anywhere. */
    private static final Set<String> OF_THE_SERVICE = Set.of("system", "active", "basic", "default");

    private final Map<String, Set<String>> byRole = new HashMap<>();

    private RoleSolutions() {}

    static RoleSolutions none() {
        return new RoleSolutions();
    }

    static RoleSolutions of(Rows rows) {
        Map<String, String> names = new HashMap<>();
        rows.told(RowKind.SOLUTIONS)
                .forEach(row -> names.put(
                        lower(row, "solutionid"), row.text("uniquename").orElse("")));
        RoleSolutions all = new RoleSolutions();
        rows.told(RowKind.ROLE_COMPONENTS).forEach(row -> {
            String name = names.getOrDefault(lower(row, "_solutionid_value"), "");
            if (!name.isEmpty() && !OF_THE_SERVICE.contains(name.toLowerCase(Locale.ROOT))) {
                all.byRole
                        .computeIfAbsent(lower(row, "objectid"), none -> new TreeSet<>())
                        .add(name);
            }
        });
        return all;
    }

    private static String lower(Document row, String member) {
        return row.text(member).orElse("").toLowerCase(Locale.ROOT);
    }

    /** Unique names of those that hold a role, sorted. */
    List<String> holding(String roleId) {
        return List.copyOf(byRole.getOrDefault(roleId.toLowerCase(Locale.ROOT), Set.of()));
    }
}
