package io.powermigrate.cds.webapi;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Document;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The parameters of a function; they travel as aliases ({@code F(A=@p1)?@p1=…}), so that no value stands in the path.
 * Immutable.
 *
 * <pre>{@code
 * dataverse.function("RetrieveMissingDependencies", Parameters.text("SolutionUniqueName", "Sales"))
 * }</pre>
 */
public final class Parameters {

    private static final Parameters NONE = new Parameters(Map.of());

    private final Map<String, String> values;

    private Parameters(Map<String, String> values) {
        this.values = values;
    }

    /** No parameters. */
    public static Parameters none() {
        return NONE;
    }

    /** One text. */
    public static Parameters text(String name, String value) {
        return NONE.andText(name, value);
    }

    /** One id. */
    public static Parameters guid(String name, String value) {
        return NONE.andGuid(name, value);
    }

    /** These and a text. */
    public Parameters andText(String name, String value) {
        return with(name, Names.literal(value));
    }

    /** These and an id. */
    public Parameters andGuid(String name, String value) {
        return with(name, Names.guid(value));
    }

    /** These and a whole number. */
    public Parameters andNumber(String name, long value) {
        return with(name, Long.toString(value));
    }

    /** These and a truth value. */
    public Parameters andFlag(String name, boolean value) {
        return with(name, Boolean.toString(value));
    }

    /** These and an object or a list. */
    public Parameters andJson(String name, Document value) {
        return with(name, value.toJson());
    }

    /**
     * These and a member of an enumeration.
     *
     * @param type such as {@code EntityFilters}, of the namespace {@code Microsoft.Dynamics.CRM}
     */
    public Parameters andEnum(String name, String type, String member) {
        return with(name, "Microsoft.Dynamics.CRM." + Names.name(type) + Names.literal(Names.name(member)));
    }

    /** {@code A=@p1,B=@p2}. */
    String names() {
        int[] number = {0};
        return values.keySet().stream().map(name -> name + "=@p" + ++number[0]).collect(Collectors.joining(","));
    }

    /** The values by their aliases, not escaped. */
    Map<String, String> aliases() {
        Map<String, String> aliases = new LinkedHashMap<>();
        values.values().forEach(value -> aliases.put("@p" + (aliases.size() + 1), value));
        return aliases;
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    private Parameters with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(Names.name(name), value);
        return new Parameters(more);
    }

    /** The names; values may be content. */
    @Override
    public String toString() {
        return Shown.message("Parameters" + values.keySet());
    }
}
