package io.powermigrate.testkit.fake.internal.solutions;

import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Rows;
import io.powermigrate.testkit.fake.internal.dataverse.SolutionMembership;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import io.powermigrate.testkit.fake.internal.solutions.model.ImportFailure;
import io.powermigrate.testkit.fake.internal.solutions.model.Part;
import io.powermigrate.testkit.fake.internal.solutions.model.SolutionPackage;
import io.powermigrate.testkit.fake.wire.Dialect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Takes out what an upgrade or an uninstallation removes, with its rows, or says what holds it (wire/dataverse.md, section 7). */
final class Removal {
    private static final String NONE = "00000000-0000-0000-0000-000000000000";

    private final SolutionState state;
    private final Organisation organisation;
    private final String uniqueName;

    /** @param uniqueName the solution whose old parts go */
    Removal(SolutionState state, String uniqueName) {
        this.state = state;
        this.organisation = state.organisation();
        this.uniqueName = uniqueName;
    }

    /** Removes what the old one has and the new one lacks, unless another solution brought it too. */
    void remove(Installed old, Installed now) {
        Map<Part.Id, Part> gone = new LinkedHashMap<>(old.arrived().parts());
        gone.keySet().removeAll(now.arrived().parts().keySet());
        Set<String> columns = new TreeSet<>(old.columns());
        columns.removeAll(now.columns());
        state.others(uniqueName)
                .map(Map.Entry::getValue)
                .filter(each -> each != now)
                .forEach(other -> {
                    gone.keySet().removeAll(other.arrived().parts().keySet());
                    columns.removeAll(other.columns());
                });
        refuse(gone, columns);
        gone.values().forEach(this::take);
        columns.forEach(this::column);
    }

    /** Removes everything that only this solution brought. */
    void all(Installed old) {
        remove(old, Installed.of(new SolutionPackage(old.manifest(), List.of(), Map.of(), Map.of())));
    }

    /** What goes as well holds nothing. */
    private void refuse(Map<Part.Id, Part> gone, Set<String> columns) {
        Dependents all = new Dependents(organisation);
        List<Dependents.Dependent> holders = gone.values().stream()
                .flatMap(part -> all.of(part).stream())
                .filter(each -> each.owners().stream().noneMatch(gone::containsKey))
                .filter(each -> !columns.contains(each.name()))
                .toList();
        if (!holders.isEmpty()) {
            throw new ImportFailure(ImportFailure.UPGRADE_FAILED, text(holders));
        }
    }

    /** dataverse-facts.md, A6: one long string. */
    private String text(List<Dependents.Dependent> holders) {
        boolean typed = state.dialects().is(Dialect.DEPENDENCY_TYPE_IN_TEXT, "present");
        StringBuilder text = new StringBuilder(
                "Solution dependencies exist, cannot uninstall. DependencyCount : " + holders.size() + " ");
        for (Dependents.Dependent each : holders) {
            text.append(typed ? "DependencyType: Published " : "")
                    .append("RequiredComponentObject details: Type: ")
                    .append(each.requiredKind())
                    .append(", ObjectName: ")
                    .append(each.requiredName())
                    .append(", Id: ")
                    .append(each.requiredId())
                    .append(", ParentObjectName: , ParentId: ")
                    .append(NONE)
                    .append(", DependentComponentObject details: Type: ")
                    .append(each.kind())
                    .append(", ObjectName: ")
                    .append(each.name())
                    .append(", Id: ")
                    .append(each.id())
                    .append(", ParentObjectName: , ParentId: ")
                    .append(NONE)
                    .append(' ');
        }
        return text.toString().trim();
    }

    private void take(Part part) {
        SolutionMembership.of(organisation).forget(new ObjectIds(organisation).of(part));
        state.parts().remove(part.id());
        switch (part.kind()) {
            case TABLE -> dropTable(TableImport.name(part));
            case RELATIONSHIP -> organisation.schema().dropRelationship(part.key());
            case CHOICE -> organisation.schema().dropChoice(part.key());
            case ROLE -> row("roles", "roleid", part.key());
            case PROFILE -> row("fieldsecurityprofiles", "fieldsecurityprofileid", part.key());
            case WORKFLOW -> row("workflows", "workflowid", part.key());
            case WEB_RESOURCE -> row("webresourceset", "webresourceid", part.key());
            case CONNECTOR -> row("connectors", "connectorid", part.key());
            case CANVAS_APP -> row("canvasapps", "name", part.key());
            case REFERENCE -> row("connectionreferences", "connectionreferencelogicalname", part.key());
            case VARIABLE -> {
                row("environmentvariablevalues", "schemaname", part.key());
                row("environmentvariabledefinitions", "schemaname", part.key());
            }
            case OTHER -> {}
        }
        state.layers().keySet().removeIf(each -> each.endsWith(":" + part.key()));
    }

    /** A table of the system stays: a package only adds to it. */
    private void dropTable(String name) {
        organisation.schema().table(name).filter(Table::isCustom).ifPresent(each -> organisation
                .schema()
                .drop(name));
    }

    private void row(String set, String member, String key) {
        Rows rows = organisation.rows(set);
        rows.where(member, key)
                .forEach(each -> rows.remove(each.path(rows.table().primaryId()).asText()));
    }

    private void column(String component) {
        String table = component.substring(0, component.indexOf('.'));
        String name = component.substring(component.indexOf('.') + 1);
        state.layers().remove(component);
        organisation
                .schema()
                .table(table)
                .flatMap(each -> each.column(name))
                .filter(each -> each.path("IsCustomAttribute").asBoolean())
                .ifPresent(each -> organisation.schema().dropColumn(table, name));
    }
}
