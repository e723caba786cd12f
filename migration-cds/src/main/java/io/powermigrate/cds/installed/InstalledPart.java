package io.powermigrate.cds.installed;

import io.powermigrate.internal.text.Shown;

/**
 * A component that an organisation holds.
 *
 * @param kind name of its type, such as {@code Entity}; the number where the organisation does not tell a name
 * @param id lower case
 * @param name what people call it; empty where it was not told
 */
public record InstalledPart(String kind, String id, String name) {

    /** Kind, name and id, for people. */
    public String words() {
        return name.isEmpty() ? kind + " (id " + id + ")" : kind + " '" + name + "' (id " + id + ")";
    }

    InstalledPart named(String told) {
        return name.isEmpty() ? new InstalledPart(kind, id, told) : this;
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
