package io.powermigrate.canvas.usage;

import io.powermigrate.canvas.formula.Formula;
import io.powermigrate.canvas.formula.FormulaLimitException;
import io.powermigrate.canvas.formula.FormulaLimits;
import io.powermigrate.canvas.reading.Limit;
import io.powermigrate.canvas.reading.Reading;
import io.powermigrate.canvas.reading.Refusals;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.zip.EntryName;

/** Reads formulas of one document within its limits, and says which one is beyond them. */
public final class Formulas {

    private final Reading reading;
    private final FormulaLimits limits;

    public Formulas(Reading reading) {
        this.reading = reading;
        this.limits = new FormulaLimits(reading.limit(Limit.FORMULA_TOKENS), reading.limit(Limit.FORMULA_DEPTH));
    }

    public Formula of(PlacedFormula placed) {
        FormulaPlace place = placed.place();
        return read(place.entry(), " › " + words(place), placed.text());
    }

    /** A formula of which only the entry is known. */
    public Formula of(String entry, String text) {
        return read(entry, "", text);
    }

    private Formula read(String entry, String where, String text) {
        if (text.length() > reading.limit(Limit.FORMULA)) {
            throw beyond(entry, where, "has " + text.length() + " characters", Limit.FORMULA);
        }
        try {
            return Formula.of(text, limits);
        } catch (FormulaLimitException tooLarge) {
            Limit limit = tooLarge.limit() == FormulaLimitException.Exceeded.TOKENS
                    ? Limit.FORMULA_TOKENS
                    : Limit.FORMULA_DEPTH;
            String met = "has more " + tooLarge.limit().words() + " at character " + tooLarge.offset();
            throw beyond(entry, where, met, limit);
        }
    }

    private MigrationException beyond(String entry, String where, String met, Limit limit) {
        String formula = "a formula of its entry '" + EntryName.shown(entry) + "'" + where;
        return reading.refused(
                formula + " " + met + "; the limit '" + limit.word() + "' is " + reading.limit(limit),
                "Split the formula in Studio, or " + Refusals.raise(limit.word()));
    }

    /** Places of formulas are told to people and kept; beyond the limit they are refused. */
    public void checkPlaces(FormulaPlace place, long count) {
        check(place, count, Limit.PLACES);
    }

    /** Names of formulas are kept; beyond the limit they are refused. */
    public void checkNames(FormulaPlace place, long count) {
        check(place, count, Limit.FORMULA_NAMES);
    }

    private void check(FormulaPlace place, long count, Limit limit) {
        if (count > reading.limit(limit)) {
            throw reading.beyond(
                    "its formulas up to '" + EntryName.shown(place.entry()) + "' › " + words(place),
                    "hold more than that",
                    limit);
        }
    }

    private static String words(FormulaPlace place) {
        return EntryName.shown(place.screen()) + " / " + EntryName.shown(place.control()) + " / "
                + EntryName.shown(place.property());
    }
}
