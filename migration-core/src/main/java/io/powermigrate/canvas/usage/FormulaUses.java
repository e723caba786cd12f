package io.powermigrate.canvas.usage;

import io.powermigrate.canvas.formula.Formula;
import io.powermigrate.canvas.formula.Symbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Collects the places of formulas that use data sources, once all names are known. For one document and one thread. */
final class FormulaUses {

    private final Symbols symbols;
    private final Set<String> dataSources;
    private final Formulas formulas;
    private final List<PlacedUse> uses = new ArrayList<>();
    private final List<PlacedColumn> columns = new ArrayList<>();
    private final List<PlacedError> errors = new ArrayList<>();

    FormulaUses(Symbols symbols, Set<String> dataSources, Formulas formulas) {
        this.symbols = symbols;
        this.dataSources = dataSources;
        this.formulas = formulas;
    }

    void look(PlacedFormula placed) {
        FormulaPlace place = placed.place();
        Formula formula = formulas.of(placed);
        formula.uses(symbols).stream()
                .filter(use -> dataSources.contains(use.name()))
                .map(use -> new PlacedUse(place, use, formula.excerpt(use.offset(), use.length())))
                .forEach(use -> add(uses, use, place));
        formula.columnTexts(symbols).forEach(column -> add(columns, new PlacedColumn(place, column), place));
        formula.errors().forEach(error -> add(errors, new PlacedError(place, error), place));
    }

    private <T> void add(List<T> places, T one, FormulaPlace place) {
        formulas.checkPlaces(place, uses.size() + (long) columns.size() + errors.size() + 1);
        places.add(one);
    }

    /** What was found in so many formulas. */
    FormulaFacts facts(int count) {
        return new FormulaFacts(symbols, count, uses, columns, errors);
    }
}
