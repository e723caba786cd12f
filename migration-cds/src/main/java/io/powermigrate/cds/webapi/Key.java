package io.powermigrate.cds.webapi;

import io.powermigrate.internal.text.Shown;

/**
 * Which one of a set is meant: its id, or the values of an alternate key (wire/dataverse.md, section 1.7). Immutable.
 *
 * <pre>{@code
 * Query.of("EntityDefinitions").key(Key.of("LogicalName", "account"))
 * }</pre>
 */
public final class Key {

    private final String text;

    private Key(String text) {
        this.text = text;
    }

    /**
     * An id.
     *
     * @param guid with or without braces
     * @throws io.powermigrate.error.MigrationException when it is no GUID
     */
    public static Key id(String guid) {
        return new Key(Names.guid(guid));
    }

    /** A column of an alternate key, and its value. */
    public static Key of(String name, String value) {
        return new Key(Names.name(name) + "=" + Names.pathLiteral(value));
    }

    /** A column of an alternate key that holds an id, such as {@code MetadataId}. */
    public static Key guid(String name, String value) {
        return new Key(Names.name(name) + "=" + Names.guid(value));
    }

    /** A column of an alternate key that holds a number. */
    public static Key of(String name, long value) {
        return new Key(Names.name(name) + "=" + value);
    }

    /** This key with the columns of another one. */
    public Key and(Key other) {
        return new Key(text + "," + other.text);
    }

    /** As it stands in an address, without brackets; escaped. */
    String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Key that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return Shown.value("(" + text + ")");
    }
}
