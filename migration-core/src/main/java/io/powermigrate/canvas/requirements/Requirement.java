package io.powermigrate.canvas.requirements;

import io.powermigrate.internal.text.Shown;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Something outside the document that it needs, as the source environment calls it.
 *
 * @param kind what it is
 * @param name its id or name: the connection's, the connector's, the flow's GUID, the list's id, the table's logical name
 * @param within what it is part of: the connector of a connection, the dataset (site, database) of a table; may be empty
 * @param title what people call it, as far as the document tells
 * @param dataSources what formulas call what comes from it; empty if no formula can name it
 * @param members what is used of it, by name, with its type where the document tells it: columns of a table, {@code Run()},
 *     {@code input …} and {@code output …} of a flow
 */
public record Requirement(
        Kind kind,
        String name,
        String within,
        String title,
        List<String> dataSources,
        SortedMap<String, String> members) {

    /** Copies list and map. */
    public Requirement {
        dataSources = List.copyOf(dataSources);
        members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
    }

    /** This need, of more data sources. */
    public Requirement and(List<String> more) {
        List<String> all =
                Stream.concat(dataSources.stream(), more.stream()).distinct().toList();
        return new Requirement(kind, name, within, title, all, members);
    }

    /** The same thing, whatever is used of it. */
    public boolean isSame(Requirement other) {
        return kind == other.kind && name.equalsIgnoreCase(other.name) && within.equalsIgnoreCase(other.within);
    }

    @Override
    public String toString() {
        return Shown.message(kind.words() + " " + (title.equals(name) ? name : "\"" + title + "\" (" + name + ")"));
    }

    /** What a document can need. */
    public enum Kind {
        /** A signed-in link to a service; only a person makes one. */
        CONNECTION("connection"),
        /** A connector that somebody wrote. */
        CONNECTOR("custom connector"),
        /** A cloud flow that the app runs. */
        FLOW("cloud flow"),
        /** A list or table behind a connection. */
        TABLE("table"),
        /** A table of Dataverse. */
        DATAVERSE_TABLE("Dataverse table"),
        /** A variable that names a site, list or environment. */
        ENVIRONMENT_VARIABLE("environment variable"),
        /** Where components came from. */
        LIBRARY("component library"),
        /** A control that somebody wrote. */
        CODE_COMPONENT("code component"),
        /** A page that the app opens. */
        PAGE("custom page");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** In the field's words. */
        public String words() {
            return words;
        }
    }
}
