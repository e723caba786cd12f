package io.powermigrate.canvas;

import io.powermigrate.internal.zip.EntryName;

/** What one reading of a document took out of it so far, and how much it may. For one thread. */
final class Taken {

    private final int mostValues;
    private final long mostCharacters;
    private final int mostTokens;
    private int tokens;
    private int values;
    private long characters;

    private Taken(int mostTokens, int mostValues, long mostCharacters) {
        this.mostTokens = mostTokens;
        this.mostValues = mostValues;
        this.mostCharacters = mostCharacters;
    }

    static Taken within(Limits limits) {
        return new Taken(limits.tokens(), limits.values(), limits.characters());
    }

    /** For a reading that keeps nothing. */
    static Taken onlyTokens(Limits limits) {
        return new Taken(limits.tokens(), Integer.MAX_VALUE, Long.MAX_VALUE);
    }

    /** A token of an entry. */
    void token(Reading reading, String place) {
        if (++tokens > mostTokens) {
            throw reading.beyond(before(place), "hold more JSON tokens", "tokens", mostTokens);
        }
    }

    /** A value of an entry, with the characters of its name and text. */
    void add(Reading reading, String place, int length) {
        values++;
        characters += length;
        if (values > mostValues) {
            throw reading.beyond(before(place), "hold more values that are read", "values", mostValues);
        }
        if (characters > mostCharacters) {
            throw reading.beyond(before(place), "hold more characters that are read", "characters", mostCharacters);
        }
    }

    private static String before(String place) {
        return "its entries up to '" + EntryName.shown(place) + "'";
    }

    /** What there was until now, for {@link #back}. */
    Mark mark() {
        return new Mark(values, characters);
    }

    /** What was taken since then was not kept. */
    void back(Mark mark) {
        values = mark.values;
        characters = mark.characters;
    }

    /** A state. */
    record Mark(int values, long characters) {}
}
