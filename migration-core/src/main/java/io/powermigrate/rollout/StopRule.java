package io.powermigrate.rollout;

import io.powermigrate.internal.text.Counted;
import io.powermigrate.internal.text.Shown;

/**
 * When a rollout stops. Customers that were begun are always brought to their end, unless the rule says otherwise.
 *
 * @param unit what is counted
 * @param most how many may fail before it stops
 */
public record StopRule(Unit unit, int most) {

    /** What is counted of a ring. */
    public enum Unit {
        /** Nothing: it never stops. */
        NOTHING,
        /** Failed customers of 100, before the next ring. */
        PERCENT,
        /** Failed customers, before the next ring. */
        CUSTOMERS,
        /** The first failed customer, at once. */
        FIRST
    }

    public StopRule {
        if (most < 0 || (unit == Unit.PERCENT && most > 100)) {
            throw new IllegalArgumentException(Shown.message("A stop rule cannot count to " + most
                    + ". Give a number from 0 on, and of percents one up to 100."));
        }
    }

    /** Goes on whatever happens. */
    public static StopRule never() {
        return new StopRule(Unit.NOTHING, 0);
    }

    /** Stops before the next ring when more than so many of 100 customers of a ring fail. */
    public static StopRule moreThanPercent(int most) {
        return new StopRule(Unit.PERCENT, most);
    }

    /** Stops before the next ring when more than so many customers of a ring fail. */
    public static StopRule moreThan(int most) {
        return new StopRule(Unit.CUSTOMERS, most);
    }

    /** Stops at once when one fails: no further customer begins, and those under way begin no further step. */
    public static StopRule atFirstFailure() {
        return new StopRule(Unit.FIRST, 0);
    }

    /**
     * Whether no further ring begins.
     *
     * @param failed customers of the ring that failed
     * @param all customers of the ring
     */
    public boolean stops(long failed, long all) {
        return switch (unit) {
            case NOTHING -> false;
            case PERCENT -> failed * 100 > all * most;
            case CUSTOMERS, FIRST -> failed > most;
        };
    }

    /** In words. */
    @Override
    public String toString() {
        return switch (unit) {
            case NOTHING -> "never stop";
            case PERCENT -> "stop before the next ring when more than " + most + " % of a ring fail";
            case CUSTOMERS ->
                "stop before the next ring when more than " + Counted.of(most, "customer") + " of a ring fail";
            case FIRST -> "stop at once when a customer fails";
        };
    }
}
