package io.powermigrate.canvas.usage;

import io.powermigrate.canvas.formula.Role;
import io.powermigrate.canvas.formula.Symbols;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the formulas of a document use. Immutable; does not need the document any longer.
 *
 * @param symbols the names that they may use
 * @param formulas how many there are, of all kinds
 * @param uses where names of data sources stand, entry by entry
 * @param columns where texts name columns of data sources
 * @param errors formulas that cannot be read: none in a document that Studio wrote
 */
public record FormulaFacts(
        Symbols symbols, int formulas, List<PlacedUse> uses, List<PlacedColumn> columns, List<PlacedError> errors) {

    /** Copies the lists. */
    public FormulaFacts {
        uses = List.copyOf(uses);
        columns = List.copyOf(columns);
        errors = List.copyOf(errors);
    }

    /** Where a data source is used, surely or possibly; as often as it stands there. */
    public Stream<PlacedUse> references() {
        return uses.stream().filter(use -> use.use().role().followsRename());
    }

    /** Where this data source is used, surely or possibly. */
    public Stream<PlacedUse> references(String dataSource) {
        return references().filter(use -> use.use().name().equals(dataSource));
    }

    /** Where something has this role. */
    public Stream<PlacedUse> uses(Role role) {
        return uses.stream().filter(use -> use.use().role() == role);
    }
}
