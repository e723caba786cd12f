package io.powermigrate.cds.solution.schema;

import io.powermigrate.internal.text.Shown;
import java.util.List;
import java.util.Optional;

/**
 * Tables, choices, roles and profiles of a package or of an environment: what is compared.
 *
 * @param tables in their order
 * @param relationships in their order
 * @param choices the global ones
 * @param roles in their order
 * @param profiles in their order
 */
public record Schema(
        List<Table> tables,
        List<Relationship> relationships,
        List<Choice> choices,
        List<Role> roles,
        List<ColumnSecurityProfile> profiles) {

    /** Copies what it is given. */
    public Schema {
        tables = List.copyOf(tables);
        relationships = List.copyOf(relationships);
        choices = List.copyOf(choices);
        roles = List.copyOf(roles);
        profiles = List.copyOf(profiles);
    }

    /** The table of a logical name. */
    public Optional<Table> table(String name) {
        return tables.stream().filter(table -> table.logicalName().equals(name)).findFirst();
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
