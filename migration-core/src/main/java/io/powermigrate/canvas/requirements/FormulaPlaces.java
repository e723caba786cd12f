package io.powermigrate.canvas.requirements;

import io.powermigrate.canvas.usage.FormulaPlace;

/** Places of formulas in the words of people. */
final class FormulaPlaces {

    private static final String DOCUMENT = "document";

    private FormulaPlaces() {}

    static DocumentPlace of(FormulaPlace place, String excerpt, int offset, int length) {
        String words =
                place.screen().equals(place.control()) ? place.screen() : place.screen() + " / " + place.control();
        return new DocumentPlace(DOCUMENT, place.entry(), words + " / " + place.property(), excerpt, offset, length);
    }
}
