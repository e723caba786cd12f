package io.powermigrate.cds.solution.input;

/** What one reading of a package took out of it so far, held against the limits. For one thread. */
public final class Taken {

    private final Refusals refusals;
    private long elements;
    private long characters;

    public Taken(Refusals refusals) {
        this.refusals = refusals;
    }

    public Refusals refusals() {
        return refusals;
    }

    void element() {
        if (++elements > refusals.limits().of(Limit.ELEMENTS)) {
            throw refusals.beyond("its XML", "has more elements than that", Limit.ELEMENTS);
        }
    }

    /** Characters that are kept as facts. */
    public void characters(int count) {
        characters += count;
        if (characters > refusals.limits().of(Limit.CHARACTERS)) {
            throw refusals.beyond("it", "tells more characters of facts than that", Limit.CHARACTERS);
        }
    }
}
