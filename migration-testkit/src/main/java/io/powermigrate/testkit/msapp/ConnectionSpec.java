package io.powermigrate.testkit.msapp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What the app uses through one connection. Not thread safe. */
public final class ConnectionSpec {
    private final Names names;
    private final List<Blueprint.Service> services = new ArrayList<>();
    private final List<Blueprint.ListSource> lists = new ArrayList<>();
    private String displayName;
    private String tier = "Standard";

    ConnectionSpec(String displayName, Names names) {
        this.displayName = displayName;
        this.names = names;
    }

    /**
     * A data source with operations, as formulas call it: {@code Office365Users.MyProfile()}. Without operations there is one,
     * {@code Get}.
     *
     * @throws IllegalArgumentException if the name is empty or taken in the document
     */
    public ConnectionSpec service(String name, String... operations) {
        names.source(name);
        services.add(new Blueprint.Service(name, operations.length == 0 ? List.of("Get") : List.of(operations)));
        return this;
    }

    /**
     * A table of the connector, as formulas name it: a SharePoint list with its site as the data set and its list id as the
     * table. {@code ID} and {@code Title} are always there; more columns may be named.
     *
     * @throws IllegalArgumentException if the name is taken or one of the three is empty
     */
    public ConnectionSpec table(String name, String dataset, String table, String... columns) {
        return table(name, dataset, table, list -> List.of(columns).forEach(list::column));
    }

    /**
     * As {@link #table(String, String, String, String...)}, with types of columns and environment variables.
     *
     * @throws IllegalArgumentException if the name is taken or one of the three is empty
     */
    public ConnectionSpec table(String name, String dataset, String table, Consumer<ListSpec> words) {
        names.source(name);
        BuilderError.notBlank(dataset, "data set of '" + name + "'", "Give the site address or the database.");
        BuilderError.notBlank(table, "table of '" + name + "'", "Give the list id or the table name.");
        ListSpec list = new ListSpec();
        words.accept(list);
        lists.add(list.part(name, dataset, table));
        return this;
    }

    /** How people read the connector; derived from its name if not told. */
    public ConnectionSpec displayName(String newDisplayName) {
        this.displayName = BuilderError.notBlank(
                newDisplayName, "display name of a connector", "Give a name or leave the call out.");
        return this;
    }

    /** Marks the connector as one that needs a premium licence. */
    public ConnectionSpec premium() {
        this.tier = "Premium";
        return this;
    }

    Blueprint.Connection part(String connector, boolean custom, String connectionId) {
        Blueprint.Connector about = new Blueprint.Connector(connector, displayName, custom, tier);
        return new Blueprint.Connection(about, connectionId, services, lists);
    }
}
