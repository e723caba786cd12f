package io.powermigrate.powerapps;

import io.powermigrate.model.Binding;
import io.powermigrate.model.SlotType;
import io.powermigrate.powerapps.app.CanvasApp;
import io.powermigrate.powerapps.connection.Connection;
import io.powermigrate.powerapps.connector.CustomConnector;
import io.powermigrate.powerapps.flow.CloudFlow;
import io.powermigrate.powerapps.gateway.Gateway;
import io.powermigrate.powerapps.shape.ConnectorName;

/**
 * The lines of a mapping, in the words of Power Apps. Where an id is meant, what people call the resource will do wherever only
 * one of the type is called so in its environment. Nothing is looked up here: what matches nothing shows in the plan. The lines
 * that a plan suggests are the same, as {@link Binding#toCode} writes them for every type.
 *
 * <pre>{@code
 * Mapping.of(Bind.connection("shared_sql", "SQL of Grace"), Bind.text("sql.contoso.com", "sql.fabrikam.com"))
 * }</pre>
 */
public final class Bind {

    private static final SlotType APP = SlotType.of(CanvasApp.TYPE);

    private Bind() {}

    /**
     * A connection of the source is this one of the destination.
     *
     * @param from its id, the name of its key ({@code shared_sql / My database}), or the name of a connector for all of its
     *     connections ({@code shared_sql})
     * @param to the name of the connection in the destination, or its id with the provider
     */
    public static Binding connection(String from, String to) {
        return new Binding(SlotType.of(Connection.TYPE), shortened(from), shortened(to));
    }

    /** A flow of the source, by id or display name, is the one with this id in the destination. */
    public static Binding flow(String from, String toId) {
        return new Binding(SlotType.of(CloudFlow.TYPE), shortened(from), shortened(toId));
    }

    /** A custom connector of the source, by name or title, is the one with this name in the destination. */
    public static Binding connector(String from, String to) {
        return new Binding(SlotType.of(CustomConnector.TYPE), shortened(from), shortened(to));
    }

    /** A gateway of the source, by id or name, is the one with this id in the destination. */
    public static Binding gateway(String from, String toId) {
        return new Binding(SlotType.of(Gateway.TYPE), from, toId);
    }

    /** An app of the source, by id or display name, is the one with this id in the destination. */
    public static Binding app(String from, String toId) {
        return new Binding(APP, shortened(from), shortened(toId));
    }

    /** An app of the source is none of the candidates in the destination: it is created. */
    public static Binding newApp(String originId) {
        return new Binding(APP, shortened(originId), Binding.NEW);
    }

    /** A text of the source, such as the address of a site or the name of a server, is this one in the destination. */
    public static Binding text(String from, String to) {
        return new Binding(SlotType.TEXT, from, to);
    }

    /** An id may be given with its provider, as the service writes it. */
    private static String shortened(String nameOrId) {
        return nameOrId.startsWith("/providers/") ? ConnectorName.lastPart(nameOrId) : nameOrId;
    }
}
