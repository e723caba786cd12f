package io.powermigrate.testkit.msapp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a list or table of a connector is made of, and how it is bound. Not thread safe. */
public final class ListSpec {
    private final List<Blueprint.Typed> columns = new ArrayList<>();
    private Optional<String> site = Optional.empty();
    private Optional<String> list = Optional.empty();

    ListSpec() {}

    /** A column of text. */
    public ListSpec column(String title) {
        return column(title, "string");
    }

    /**
     * A column by its title.
     *
     * @param type string, number, integer or boolean
     */
    public ListSpec column(String title, String type) {
        BuilderError.notBlank(title, "column of a list", "Name it, for example Amount.");
        columns.add(new Blueprint.Typed(title, ValueType.of(type, title)));
        return this;
    }

    /** The environment variable that names the site, by its schema name. */
    public ListSpec siteVariable(String schemaName) {
        site = Optional.of(variable(schemaName));
        return this;
    }

    /** The environment variable that names the list, by its schema name. */
    public ListSpec listVariable(String schemaName) {
        list = Optional.of(variable(schemaName));
        return this;
    }

    private static String variable(String schemaName) {
        return BuilderError.notBlank(
                schemaName, "environment variable", "Give its schema name, for example contoso_Site.");
    }

    Blueprint.ListSource part(String name, String dataset, String table) {
        return new Blueprint.ListSource(name, dataset, table, columns, new Blueprint.Overrides(site, list));
    }
}
