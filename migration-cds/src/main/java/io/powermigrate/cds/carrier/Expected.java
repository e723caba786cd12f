package io.powermigrate.cds.carrier;

import io.powermigrate.cds.choice.GlobalChoice;
import io.powermigrate.cds.permission.PermissionSet;
import io.powermigrate.cds.role.SecurityRole;
import io.powermigrate.cds.solution.facts.Manifest;
import io.powermigrate.cds.solution.facts.PackageContent;
import io.powermigrate.cds.solution.facts.Publisher;
import io.powermigrate.cds.solution.facts.ServerFacts;
import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.cds.solution.facts.Version;
import io.powermigrate.cds.solution.schema.ColumnSecurityProfile;
import io.powermigrate.cds.solution.schema.Relationship;
import io.powermigrate.cds.solution.schema.Role;
import io.powermigrate.cds.solution.schema.Schema;
import io.powermigrate.cds.solution.schema.Table;
import io.powermigrate.cds.table.DataverseTable;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceType;
import io.powermigrate.spi.CheckContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the package of a solution will hold, as far as the source tells it before an export: tables, choices, roles and permission
 * sets. Its version is not known, and higher than what the destination has.
 */
final class Expected {

    private final Solution solution;
    private final CheckContext context;
    private final boolean managed;

    Expected(Solution solution, CheckContext context, boolean managed) {
        this.solution = solution;
        this.context = context;
        this.managed = managed;
    }

    SolutionFacts facts() {
        List<Table> tables = new ArrayList<>();
        List<Relationship> relationships = new ArrayList<>();
        contents(DataverseTable.TYPE).forEach(table -> {
            Schema wanted = table.wanted();
            tables.addAll(wanted.tables());
            relationships.addAll(wanted.relationships());
        });
        List<Role> roles =
                contents(SecurityRole.TYPE).map(SecurityRole::definition).toList();
        List<ColumnSecurityProfile> profiles =
                contents(PermissionSet.TYPE).map(PermissionSet::definition).toList();
        Schema schema = new Schema(
                tables,
                relationships,
                contents(GlobalChoice.TYPE).map(GlobalChoice::definition).toList(),
                roles,
                profiles);
        return new SolutionFacts(
                new ServerFacts(null, null, null, null, Map.of()), manifest(), schema, nothing(), List.of(), List.of());
    }

    private <R extends Resource> Stream<R> contents(ResourceType<R> type) {
        return solution.components().stream()
                .filter(each -> each.key().type().equals(type.name()))
                .flatMap(each -> context.source().byId(type, each.id()).stream())
                .filter(Resource::isFetched);
    }

    private Manifest manifest() {
        Publisher publisher = new Publisher(solution.publisher(), null, null);
        String name = solution.key().name();
        return new Manifest(
                name,
                version(),
                managed,
                managed ? "1" : "0",
                null,
                Map.of(),
                publisher,
                List.of(),
                List.of(),
                List.of());
    }

    private String version() {
        return context.destination()
                .find(solution.key())
                .map(Solution.class::cast)
                .map(there -> higher(Version.of(there.version())))
                .orElse("1.0.0.0");
    }

    private static String higher(Version version) {
        List<Long> numbers = new ArrayList<>(version.numbers());
        numbers.set(numbers.size() - 1, numbers.get(numbers.size() - 1) + 1);
        return new Version(numbers).toString();
    }

    private static PackageContent nothing() {
        return new PackageContent(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), false, List.of());
    }
}
