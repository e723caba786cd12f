package io.powermigrate.testkit.fake.internal.document;

/**
 * A connection that documents name, and its connector. Immutable.
 *
 * @param connector the connector's name, lower case, as the documents say it
 * @param connectorTitle the connector's display name
 * @param custom whether it is a custom connector
 * @param name the connection's name on the wire
 * @param displayName a name that no other connection of the folder has
 * @param onPremises whether it leads through a gateway
 */
public record ConnectionSeed(
        String connector, String connectorTitle, boolean custom, String name, String displayName, boolean onPremises) {
    /** The connection's id without provider: what tells two connections apart. */
    public String id() {
        return connector + "/connections/" + name;
    }
}
