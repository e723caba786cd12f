package io.powermigrate.canvas;

import io.powermigrate.canvas.formula.Formula;
import io.powermigrate.canvas.formula.FormulaLimitException;
import io.powermigrate.canvas.formula.FormulaLimits;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.zip.EntryName;

/** Reads formulas of one document within its limits, and says which one is beyond them. */
final class Formulas {

    private final Reading reading;
    private final FormulaLimits limits;

    Formulas(Reading reading) {
        this.reading = reading;
        this.limits = new FormulaLimits(
                reading.limits().formulaTokens(), reading.limits().formulaDepth());
    }

    Formula of(PlacedFormula placed) {
        FormulaPlace place = placed.place();
        return read(place.entry(), " › " + words(place), placed.text());
    }

    /** A formula of which only the entry is known. */
    Formula of(String entry, String text) {
        return read(entry, "", text);
    }

    private Formula read(String entry, String where, String text) {
        int most = reading.limits().formula();
        if (text.length() > most) {
            throw beyond(entry, where, "has " + text.length() + " characters", "formula", most);
        }
        try {
            return Formula.of(text, limits);
        } catch (FormulaLimitException tooLarge) {
            String limit = tooLarge.limit() == FormulaLimitException.Exceeded.TOKENS ? "formulaTokens" : "formulaDepth";
            String met = "has more " + tooLarge.limit().words() + " at character " + tooLarge.offset();
            throw beyond(entry, where, met, limit, tooLarge.most());
        }
    }

    private MigrationException beyond(String entry, String where, String met, String limit, long most) {
        String formula = "a formula of its entry '" + EntryName.shown(entry) + "'" + where;
        return reading.refused(
                formula + " " + met + "; the limit '" + limit + "' is " + most,
                "Split the formula in Studio, or " + Reading.raise(limit));
    }

    /** Places of formulas are told to people and kept; beyond the limit they are refused. */
    void checkPlaces(FormulaPlace place, long count) {
        check(place, count, "places", reading.limits().places());
    }

    /** Names of formulas are kept; beyond the limit they are refused. */
    void checkNames(FormulaPlace place, long count) {
        check(place, count, "formulaNames", reading.limits().formulaNames());
    }

    private void check(FormulaPlace place, long count, String limit, int most) {
        if (count > most) {
            throw reading.beyond(
                    "its formulas up to '" + EntryName.shown(place.entry()) + "' › " + words(place),
                    "hold more than that",
                    limit,
                    most);
        }
    }

    private static String words(FormulaPlace place) {
        return EntryName.shown(place.screen()) + " / " + EntryName.shown(place.control()) + " / "
                + EntryName.shown(place.property());
    }
}
