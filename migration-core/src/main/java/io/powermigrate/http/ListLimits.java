package io.powermigrate.http;

import io.powermigrate.internal.text.Shown;
import java.time.Duration;

/**
 * How far a paged list is followed. A service that never stops giving links to a next page is left at the first of these
 * limits, and the list counts as not read. Immutable.
 *
 * @param time the longest time from the first request to the last page, by the clock of the settings; what the reader of
 *     the list does between two pages counts too
 * @param pages the most pages
 * @param idlePages the most pages in a row that are empty or bring only elements that were there before
 */
public record ListLimits(Duration time, int pages, int idlePages) {

    /** One hour, 10,000 pages, 100 pages in a row without anything new. */
    public static final ListLimits STANDARD = new ListLimits(Duration.ofHours(1), 10_000, 100);

    /** Checks that there is something of each. */
    public ListLimits {
        if (time.isNegative() || time.isZero() || pages < 1 || idlePages < 1) {
            throw new IllegalArgumentException(Shown.message("limits of a list must be more than nothing, not " + time
                    + ", " + pages + " pages and " + idlePages + " pages without anything new"));
        }
    }
}
