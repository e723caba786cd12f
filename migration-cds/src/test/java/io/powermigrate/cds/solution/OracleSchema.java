package io.powermigrate.cds.solution;

import static io.powermigrate.cds.solution.OracleFields.count;
import static io.powermigrate.cds.solution.OracleFields.counted;
import static io.powermigrate.cds.solution.OracleFields.list;
import static io.powermigrate.cds.solution.OracleFields.values;
import static java.util.Map.entry;

import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.cds.solution.schema.AlternateKey;
import io.powermigrate.cds.solution.schema.Choice;
import io.powermigrate.cds.solution.schema.Column;
import io.powermigrate.cds.solution.schema.ColumnPermission;
import io.powermigrate.cds.solution.schema.ColumnSecurityProfile;
import io.powermigrate.cds.solution.schema.Relationship;
import io.powermigrate.cds.solution.schema.RelationshipKind;
import io.powermigrate.cds.solution.schema.Role;
import io.powermigrate.cds.solution.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tables, choices, roles and profiles as the oracle has them. */
final class OracleSchema {

    private OracleSchema() {}

    static Map<String, Function<SolutionFacts, @Nullable Object>> fields() {
        return Map.ofEntries(
                entry("entities", facts -> counted(facts.schema().tables(), OracleSchema::table)),
                entry("relationships", facts -> relationships(facts.schema().relationships())),
                entry("optionSets", facts -> list(facts.schema().choices(), OracleSchema::choice)),
                entry("roles", facts -> list(facts.schema().roles(), OracleSchema::role)),
                entry("fieldSecurityProfiles", facts -> list(facts.schema().profiles(), OracleSchema::profile)));
    }

    private static Map<String, @Nullable Object> table(Table table) {
        return values(
                "schemaName", table.schemaName(),
                "logicalName", table.logicalName(),
                "hasEntityInfo", table.described(),
                "unmodified", table.unmodified() ? "1" : null,
                "attributes", table.columns().size(),
                "customAttributes",
                        (int) table.columns().stream()
                                .filter(column -> column.traits().custom())
                                .count(),
                "attributeTypes", count(table.columns(), Column::typeName),
                "entitySetName", table.settings().entitySetName(),
                "ownership", ownership(table),
                "keys", list(table.keys(), AlternateKey::logicalName),
                "forms", table.settings().forms(),
                "savedQueries", table.settings().views(),
                "charts", table.settings().charts());
    }

    private static @Nullable String ownership(Table table) {
        return switch (table.ownership()) {
            case USER -> "UserOwned";
            case ORGANIZATION -> "OrgOwned";
            default -> null;
        };
    }

    private static Map<String, @Nullable Object> relationships(List<Relationship> relationships) {
        return values(
                "count", relationships.size(),
                "byType",
                        count(
                                relationships,
                                relationship -> relationship.kind() == RelationshipKind.ONE_TO_MANY
                                        ? "OneToMany"
                                        : "ManyToMany"),
                "names", relationships.stream().map(Relationship::name).sorted().toList());
    }

    private static Map<String, @Nullable Object> choice(Choice choice) {
        return values(
                "name",
                choice.name(),
                "type",
                choice.kind(),
                "options",
                choice.options().size());
    }

    private static Map<String, @Nullable Object> role(Role role) {
        return values(
                "id", role.id(),
                "name", role.name(),
                "privileges", role.privileges().size(),
                "byLevel", count(role.privileges().values(), depth -> depth.word()));
    }

    private static Map<String, @Nullable Object> profile(ColumnSecurityProfile profile) {
        return values(
                "id",
                profile.id(),
                "name",
                profile.name(),
                "permissions",
                list(profile.permissions(), OracleSchema::permission));
    }

    private static String permission(ColumnPermission permission) {
        return permission.table() + "." + permission.column() + " r" + permission.read() + " u" + permission.update()
                + " c" + permission.create();
    }
}
