package io.powermigrate.cds.webapi;

import io.powermigrate.http.UriText;
import io.powermigrate.internal.text.Shown;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is asked of Dataverse (wire/dataverse.md, section 1.6). Immutable; every method returns another query.
 *
 * <pre>{@code
 * Query.of("solutions").select("solutionid", "version").filter(Filter.eq("uniquename", "Sales")).expand("publisherid")
 * Query.of("EntityDefinitions").key(Key.of("LogicalName", "account")).path("Attributes/Microsoft.Dynamics.CRM.PicklistAttributeMetadata")
 * Query.function("RetrieveRolePrivilegesRole", Parameters.guid("RoleId", id))
 * }</pre>
 */
public final class Query {

    private final String path;
    private final Map<String, String> options;
    private final Map<String, String> headers;

    private Query(String path, Map<String, String> options, Map<String, String> headers) {
        this.path = path;
        this.options = options;
        this.headers = headers;
    }

    /** A set, such as {@code solutions} or {@code EntityDefinitions}. */
    public static Query of(String set) {
        return new Query(Names.name(set), Map.of(), Map.of());
    }

    /** A function, so that a batch can hold many calls of it. */
    public static Query function(String name, Parameters parameters) {
        return new Query("", Map.of(), Map.of()).call(name, parameters);
    }

    /** A function bound to what was asked for so far, with its namespace: {@code Microsoft.Dynamics.CRM.…}. */
    public Query call(String name, Parameters parameters) {
        String brackets = parameters.isEmpty() ? "" : "(" + parameters.names() + ")";
        Map<String, String> more = new LinkedHashMap<>(options);
        more.putAll(parameters.aliases());
        return new Query(below(Names.path(name)) + brackets, more, headers);
    }

    /** One of the set. */
    public Query key(Key key) {
        return new Query(path + "(" + key.text() + ")", options, headers);
    }

    /** What hangs on it: a navigation, a cast, or several of them joined by slashes. */
    public Query path(String names) {
        return new Query(below(Names.path(names)), options, headers);
    }

    /** Only these columns. */
    public Query select(String... columns) {
        return with("$select", Arrays.stream(columns).map(Names::path).collect(Collectors.joining(",")));
    }

    /** Only these rows; a second filter narrows the first. */
    public Query filter(Filter filter) {
        return with(
                "$filter",
                options.containsKey("$filter")
                        ? "(" + options.get("$filter") + ") and (" + filter.text() + ")"
                        : filter.text());
    }

    /** With rows that hang on them, as OData writes it: {@code publisherid($select=uniquename)}. Hold no value from outside. */
    public Query expand(String... navigations) {
        return with("$expand", String.join(",", navigations));
    }

    /** In an order: {@code createdon desc}. */
    public Query orderBy(String... columns) {
        return with("$orderby", String.join(",", columns));
    }

    /** Not more than these. */
    public Query top(int rows) {
        return with("$top", Integer.toString(rows));
    }

    /** Past the caches of metadata and rights: for reads within 30 s after a change (wire/dataverse.md, section 1.1). */
    public Query strong() {
        return withHeader("Consistency", "Strong");
    }

    /** With formatted values and the tables of lookups. */
    public Query annotated() {
        return withHeader("Prefer", "odata.include-annotations=\"*\"");
    }

    Query with(String option, String value) {
        Map<String, String> more = new LinkedHashMap<>(options);
        more.put(option, value);
        return new Query(path, more, headers);
    }

    /** Path and options, escaped, without a leading slash. */
    String address() {
        return options.entrySet().stream()
                .map(option -> option.getKey() + "=" + UriText.query(option.getValue()))
                .reduce((left, right) -> left + "&" + right)
                .map(all -> path + "?" + all)
                .orElse(path);
    }

    Map<String, String> headers() {
        return headers;
    }

    private String below(String more) {
        return path.isEmpty() ? more : path + "/" + more;
    }

    private Query withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Query(path, options, more);
    }

    @Override
    public String toString() {
        return Shown.value(path + options);
    }
}
