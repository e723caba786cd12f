package io.powermigrate.canvas.reading;

import io.powermigrate.internal.zip.EntryName;

/** What one reading of a document took out of it so far, and how much it may. For one thread. */
public final class Taken {

    private final Refusals refusals;
    private final int mostValues;
    private final long mostCharacters;
    private final int mostTokens;
    private int tokens;
    private int values;
    private long characters;

    private Taken(Refusals refusals, int mostValues, long mostCharacters) {
        this.refusals = refusals;
        this.mostTokens = (int) refusals.limits().of(Limit.TOKENS);
        this.mostValues = mostValues;
        this.mostCharacters = mostCharacters;
    }

    static Taken within(Refusals refusals) {
        return new Taken(
                refusals,
                (int) refusals.limits().of(Limit.VALUES),
                refusals.limits().of(Limit.CHARACTERS));
    }

    /** For a reading that keeps nothing. */
    static Taken onlyTokens(Refusals refusals) {
        return new Taken(refusals, Integer.MAX_VALUE, Long.MAX_VALUE);
    }

    /** A token of an entry. */
    public void token(String place) {
        if (++tokens > mostTokens) {
            throw refusals.beyond(before(place), "hold more JSON tokens", Limit.TOKENS);
        }
    }

    /** A value of an entry, with the characters of its name and text. */
    public void add(String place, int length) {
        values++;
        characters += length;
        if (values > mostValues) {
            throw refusals.beyond(before(place), "hold more values that are read", Limit.VALUES);
        }
        if (characters > mostCharacters) {
            throw refusals.beyond(before(place), "hold more characters that are read", Limit.CHARACTERS);
        }
    }

    private static String before(String place) {
        return "its entries up to '" + EntryName.shown(place) + "'";
    }

    /** What there was until now, for {@link #back}. */
    public Mark mark() {
        return new Mark(values, characters);
    }

    /** What was taken since then was not kept. */
    public void back(Mark mark) {
        values = mark.values;
        characters = mark.characters;
    }

    /** A state. */
    public record Mark(int values, long characters) {}
}
