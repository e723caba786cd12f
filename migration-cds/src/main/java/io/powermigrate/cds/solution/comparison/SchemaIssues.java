package io.powermigrate.cds.solution.comparison;

import io.powermigrate.cds.solution.facts.SolutionFacts;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What the import makes of each difference between the destination and the package. */
final class SchemaIssues {

    private final SolutionFacts facts;
    private final Destination destination;
    private final ImportMode mode;

    SchemaIssues(SolutionFacts facts, Destination destination, ImportMode mode) {
        this.facts = facts;
        this.destination = destination;
        this.mode = mode;
    }

    List<ImportIssue> all() {
        Stream<ImportIssue> changes = SchemaComparison.between(destination.schema(), facts.schema()).stream()
                .filter(this::concerns)
                .flatMap(change -> SchemaEffects.of(change, mode).stream());
        return Stream.of(changes, parts(), names()).flatMap(all -> all).toList();
    }

    /** A package that carries a part of a table does not make the table. */
    private Stream<ImportIssue> parts() {
        return facts.schema().tables().stream()
                .filter(table -> !table.described())
                .filter(table -> destination.schema().table(table.logicalName()).isEmpty())
                .map(table -> ImportIssue.warn(
                                table.logicalName(),
                                "the package carries a part of the table only, and the destination does not have the table",
                                "Install what brings the table first")
                        .unsure());
    }

    /** What is only in the destination matters where its table is described whole, and somebody added it. */
    private boolean concerns(SchemaChange change) {
        return switch (change.kind()) {
            case COLUMN_REMOVED ->
                destination
                        .schema()
                        .table(change.holder())
                        .flatMap(table -> table.column(Objects.requireNonNullElse(change.part(), "")))
                        .filter(column -> column.traits().custom() && !isPartial(change.holder()))
                        .isPresent();
            case KEY_REMOVED, LOCAL_OPTION_REMOVED, OPTION_REMOVED, PRIVILEGE_REMOVED, PERMISSION_REMOVED -> true;
            case TABLE_REMOVED, CHOICE_REMOVED, RELATIONSHIP_REMOVED, ROLE_REMOVED, PROFILE_REMOVED -> false;
            default -> true;
        };
    }

    /** Behaviour 1 and 2 carry a part of the table only (wire/dataverse.md, section 2.1). */
    private boolean isPartial(String table) {
        return facts.manifest().rootComponents().stream()
                .filter(component -> component.type().equals("1") && table.equals(component.schemaName()))
                .anyMatch(component -> !"0".equals(Objects.requireNonNullElse(component.behavior(), "0")));
    }

    /** A name that the destination uses for another kind of choice (wire/dataverse-situations.md, S82). */
    private Stream<ImportIssue> names() {
        return new ChoiceNames(facts.schema(), destination.schema()).issues();
    }
}
