package io.powermigrate.testkit.fake.internal.solutions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Rows;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import io.powermigrate.testkit.fake.internal.solutions.model.PartKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which solutions a component has layers of; an edit by hand is the layer {@code Active} on top of them. */
final class Layers {
    private static final String ACTIVE = "Active";

    private final SolutionState state;
    private final Organisation organisation;

    Layers(SolutionState state) {
        this.state = state;
        this.organisation = state.organisation();
    }

    /** A component as it is now: its name among the layers, its part, and whether a managed solution brought it. */
    private record Component(String layer, String key, JsonNode now, boolean managed) {}

    List<String> of(String kind, String id) {
        Optional<Component> component = component(kind.toLowerCase(Locale.ROOT), id.toLowerCase(Locale.ROOT));
        List<String> solutions = new ArrayList<>();
        component.ifPresent(each -> {
            state.others("")
                    .filter(solution -> holds(solution.getValue(), each))
                    .forEach(solution ->
                            solutions.add(solution.getValue().manifest().uniqueName()));
            if (!each.managed() || isChanged(each)) {
                solutions.add(ACTIVE);
            }
        });
        return solutions;
    }

    /** A privilege that a role got in addition is a change, too. */
    private boolean isChanged(Component component) {
        ObjectNode set = state.layers().get(component.layer());
        boolean more = component.layer().startsWith("role:")
                && set != null
                && set.size() != component.now().size();
        return set != null && (more || !Layering.same(set, component.now()));
    }

    private static boolean holds(Installed installed, Component component) {
        return installed.manifest().managed()
                && (installed.columns().contains(component.key())
                        || installed.partIds().stream()
                                .anyMatch(each -> each.key().equals(component.key())));
    }

    private Optional<Component> component(String kind, String id) {
        return switch (kind) {
            case "entity" -> table(id);
            case "attribute" -> column(id);
            case "optionset" -> choice(id);
            case "role" -> role(id);
            case "workflow" -> row("workflows", PartKind.WORKFLOW, id, "workflowid");
            case "webresource" -> row("webresourceset", PartKind.WEB_RESOURCE, id, "webresourceid");
            case "connector" -> row("connectors", PartKind.CONNECTOR, id, "connectorid");
            case "canvasapp" -> row("canvasapps", PartKind.CANVAS_APP, id, "name");
            case "fieldsecurityprofile" -> row("fieldsecurityprofiles", PartKind.PROFILE, id, "fieldsecurityprofileid");
            case "connectionreference" ->
                row("connectionreferences", PartKind.REFERENCE, id, "connectionreferencelogicalname");
            case "environmentvariabledefinition" -> variable(id);
            default -> Optional.empty();
        };
    }

    private Optional<Component> table(String id) {
        return organisation
                .schema()
                .ofId(id)
                .map(table -> new Component("", table.logicalName(), table.header(), table.isManaged()));
    }

    private Optional<Component> role(String id) {
        return organisation
                .security()
                .role(id)
                .map(row -> new Component(
                        "role:" + id,
                        id,
                        RoleImport.fingerprint(organisation.security().granted(id)),
                        row.path("ismanaged").asBoolean()));
    }

    private Optional<Component> variable(String id) {
        return organisation.rows("environmentvariabledefinitions").find(id).map(row -> {
            String name = row.path("schemaname").asText();
            return new Component(
                    "variable:" + name,
                    name.toLowerCase(Locale.ROOT),
                    row,
                    row.path("ismanaged").asBoolean());
        });
    }

    private Optional<Component> row(String set, PartKind kind, String id, String key) {
        Rows rows = organisation.rows(set);
        return rows.find(id).map(row -> {
            String name = row.path(key).asText().toLowerCase(Locale.ROOT);
            return new Component(
                    kind.section() + ":" + name,
                    name,
                    row,
                    row.path("ismanaged").asBoolean());
        });
    }

    private Optional<Component> column(String id) {
        for (Table table : organisation.schema().tables()) {
            for (ObjectNode column : table.columns().values()) {
                if (column.path("MetadataId").asText().equalsIgnoreCase(id)) {
                    String name = table.logicalName() + "."
                            + column.path("LogicalName").asText();
                    return Optional.of(new Component(
                            name, name, column, column.path("IsManaged").asBoolean()));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Component> choice(String id) {
        return organisation.schema().choices().stream()
                .filter(each -> each.path("MetadataId").asText().equalsIgnoreCase(id))
                .findFirst()
                .map(each -> {
                    String name = each.path("Name").asText();
                    return new Component(
                            "choice:" + name, name, each, each.path("IsManaged").asBoolean());
                });
    }
}
