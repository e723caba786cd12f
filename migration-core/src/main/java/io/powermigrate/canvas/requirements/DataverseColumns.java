package io.powermigrate.canvas.requirements;

import io.powermigrate.canvas.json.JsonCursor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of a Dataverse table as a document knows them. What formulas may name are columns, but also lookups under the names of their
 * navigation ({@code new_Order}, {@code _ownerid_value}), and relationships to other tables, which are no columns (wire/msapp.md,
 * section 2.3): the table's own definition, copied into the document, tells which are which.
 */
final class DataverseColumns {

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Set<String> attributes = new HashSet<>();

    /** Takes the current member if it tells of them. */
    boolean member(JsonCursor json) {
        switch (json.name()) {
            case "NativeCDSDataSourceInfoNameMapping" -> {
                json.enterObject();
                while (json.nextMember()) {
                    names.put(json.name(), json.textOrEmpty());
                }
            }
            case "TableDefinition" -> json.nested("definition", this::definition);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What people call each column, by its logical name; everything that formulas may name where the document holds no definition. */
    Map<String, String> titles() {
        Map<String, String> titles = new HashMap<>();
        names.forEach((name, title) -> column(name).ifPresent(column -> titles.put(column, title)));
        return titles;
    }

    private Optional<String> column(String name) {
        if (attributes.isEmpty() || attributes.contains(name)) {
            return Optional.of(name);
        }
        String lookup = name.toLowerCase(Locale.ROOT).replaceFirst("^_(.+)_value$", "$1");
        return Optional.of(lookup).filter(attributes::contains);
    }

    private boolean definition(JsonCursor json) {
        json.enterObject();
        while (json.nextMember()) {
            if (json.name().equals("EntityMetadata")) {
                json.nested("entity", this::entity);
            }
        }
        return true;
    }

    private boolean entity(JsonCursor json) {
        json.enterObject();
        while (json.nextMember()) {
            if (json.name().equals("Attributes")) {
                attributes(json);
            }
        }
        return true;
    }

    private void attributes(JsonCursor json) {
        json.enterArray();
        while (json.nextElement()) {
            json.enterObject();
            while (json.nextMember()) {
                if (json.name().equals("LogicalName")) {
                    attributes.add(json.textOrEmpty());
                }
            }
        }
    }
}
