package io.powermigrate.cds.solution.comparison;

import io.powermigrate.cds.solution.schema.Choice;
import io.powermigrate.cds.solution.schema.Column;
import io.powermigrate.cds.solution.schema.Schema;
import io.powermigrate.cds.solution.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names of choices that the destination uses for a choice of the other kind: global ones and those of one column share their names
 * (wire/dataverse-situations.md, S82). A choice of one column is called after its table and column.
 */
final class ChoiceNames {

    private static final String REMEDY = "Give the choice another name in the source";

    private final Schema arriving;
    private final Schema there;

    ChoiceNames(Schema arriving, Schema there) {
        this.arriving = arriving;
        this.there = there;
    }

    Stream<ImportIssue> issues() {
        return Stream.concat(globals(), locals());
    }

    private Stream<ImportIssue> globals() {
        Set<String> locals = locals(there).collect(Collectors.toSet());
        Set<String> known = globals(there);
        return arriving.choices().stream()
                .map(Choice::name)
                .filter(name -> !known.contains(lower(name)))
                .flatMap(name -> global(name, locals).stream());
    }

    private Optional<ImportIssue> global(String name, Set<String> locals) {
        if (locals.contains(lower(name))) {
            return Optional.of(ImportIssue.error(
                            name,
                            "the package brings a global choice of a name that a column of the destination uses for its own"
                                    + " choice",
                            REMEDY,
                            null)
                    .unsure());
        }
        return there.tables().stream()
                .filter(table -> table.columns().isEmpty() && lower(name).startsWith(table.logicalName() + "_"))
                .map(table -> ImportIssue.warn(
                                name,
                                "the package brings a global choice whose name is that of the own choice of a column '"
                                        + name.substring(table.logicalName().length() + 1) + "' of the table '"
                                        + table.logicalName() + "', if the destination has such a column",
                                "Check the columns of that table, and give the choice another name in the source if there is one")
                        .unsure())
                .findFirst();
    }

    private Stream<ImportIssue> locals() {
        Set<String> taken = globals(there);
        Set<String> known = locals(there).collect(Collectors.toSet());
        return locals(arriving)
                .filter(name -> taken.contains(name) && !known.contains(name))
                .map(name -> ImportIssue.error(
                                name,
                                "the package brings a column whose own choice has the name of a global choice of the destination",
                                "Give the column another name in the source",
                                null)
                        .unsure());
    }

    private static Set<String> globals(Schema schema) {
        return schema.choices().stream().map(choice -> lower(choice.name())).collect(Collectors.toSet());
    }

    private static Stream<String> locals(Schema schema) {
        return schema.tables().stream()
                .map(Table::columns)
                .flatMap(List::stream)
                .filter(column -> column.globalChoice() == null)
                .map(Column::choice)
                .flatMap(choice -> Optional.ofNullable(choice).stream())
                .map(choice -> lower(choice.name()));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
