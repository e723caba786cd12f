package io.powermigrate.cds.webapi;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Shown;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Which rows are wanted ({@code $filter}). Names are checked, and texts are quoted here and nowhere else. Immutable.
 *
 * <pre>{@code
 * Filter.eq("uniquename", "Sales").and(Filter.is("ismanaged", true))
 * }</pre>
 */
public final class Filter {

    private final String text;
    private final boolean simple;

    private Filter(String text, boolean simple) {
        this.text = text;
        this.simple = simple;
    }

    /** A column holds a text; the service compares without regard to case. */
    public static Filter eq(String name, String value) {
        return compared(name, "eq", Names.literal(value));
    }

    /** A column holds another text, or none. */
    public static Filter ne(String name, String value) {
        return compared(name, "ne", Names.literal(value));
    }

    /** A column holds an id, such as {@code _publisherid_value}. */
    public static Filter id(String name, String guid) {
        return compared(name, "eq", Names.guid(guid));
    }

    /** A column holds a number. */
    public static Filter is(String name, long value) {
        return compared(name, "eq", Long.toString(value));
    }

    /** A column holds a truth value. */
    public static Filter is(String name, boolean value) {
        return compared(name, "eq", Boolean.toString(value));
    }

    /** A column holds nothing. */
    public static Filter isNull(String name) {
        return compared(name, "eq", "null");
    }

    /** A column holds something. */
    public static Filter isNotNull(String name) {
        return compared(name, "ne", "null");
    }

    /** A column holds a moment at or after this one. */
    public static Filter since(String name, java.time.Instant moment) {
        return compared(
                name,
                "ge",
                moment.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString());
    }

    /**
     * A column holds one of several texts. The service takes 500 conditions; for more see {@link Dataverse#rowsWhere}.
     *
     * @throws MigrationException when there is no text, because an empty list would ask for everything or nothing
     */
    public static Filter in(String name, Collection<String> values) {
        return any(values.stream().map(value -> eq(name, value)).toList(), name);
    }

    /** As {@link #in}, for a column that holds an id. */
    public static Filter inIds(String name, Collection<String> guids) {
        return any(guids.stream().map(guid -> id(name, guid)).toList(), name);
    }

    /** As {@link #in}, for a column that holds a number. */
    public static Filter inNumbers(String name, Collection<Long> numbers) {
        return any(numbers.stream().map(number -> is(name, number)).toList(), name);
    }

    /** A text in a column begins with this one. */
    public static Filter startsWith(String name, String value) {
        return new Filter("startswith(" + Names.path(name) + "," + Names.literal(value) + ")", true);
    }

    /** Both hold. */
    public Filter and(Filter other) {
        return new Filter(inner() + " and " + other.inner(), false);
    }

    /** One of them holds. */
    public Filter or(Filter other) {
        return new Filter(inner() + " or " + other.inner(), false);
    }

    /** It does not hold. */
    public Filter not() {
        return new Filter("not (" + text + ")", true);
    }

    /** As OData writes it, not escaped. */
    String text() {
        return text;
    }

    private String inner() {
        return simple ? text : "(" + text + ")";
    }

    private static Filter compared(String name, String operator, String literal) {
        return new Filter(Names.path(name) + " " + operator + " " + literal, true);
    }

    private static Filter any(Collection<Filter> filters, String name) {
        if (filters.isEmpty()) {
            throw new MigrationException(
                    "Dataverse was not asked for rows by " + name + " because the list of values is empty",
                    "Ask only when there is a value");
        }
        return new Filter(filters.stream().map(Filter::text).collect(Collectors.joining(" or ")), filters.size() == 1);
    }

    @Override
    public String toString() {
        return Shown.value(text);
    }
}
