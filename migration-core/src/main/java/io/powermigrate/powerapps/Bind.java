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
 * Makes the lines of a mapping, in the words of Power Apps. Instead of an id you may give the display name, if only one resource
 * of the type has it in its environment. Nothing is looked up here: a line that matches nothing is named in the plan. Plans
 * suggest the same lines as {@link Binding#toCode} writes them, which is one form for every type. No argument is null or empty.
 *
 * <pre>{@code
 * Mapping.of(Bind.connection("shared_sql", "SQL of Grace"), Bind.text("sql.contoso.com", "sql.fabrikam.com"))
 * }</pre>
 */
public final class Bind {

    private static final SlotType APP = SlotType.of(CanvasApp.TYPE);

    private Bind() {}

    /**
     * A connection of the source becomes this one of the destination.
     *
     * @param from its id, the name of its key ({@code shared_sql / My database}), or the name of a connector for all of its
     *     connections ({@code shared_sql})
     * @param to its id in the destination, with or without the provider, or its display name
     */
    public static Binding connection(String from, String to) {
        return new Binding(SlotType.of(Connection.TYPE), shortened(from), shortened(to));
    }

    /** A flow of the source, by id or display name, becomes this one of the destination, by id or display name. */
    public static Binding flow(String from, String toId) {
        return new Binding(SlotType.of(CloudFlow.TYPE), shortened(from), shortened(toId));
    }

    /** A custom connector of the source, by name or title, becomes this one of the destination, by name or title. */
    public static Binding connector(String from, String to) {
        return new Binding(SlotType.of(CustomConnector.TYPE), shortened(from), shortened(to));
    }

    /** A gateway of the source, by id or name, becomes this one of the destination, by id or name. */
    public static Binding gateway(String from, String toId) {
        return new Binding(SlotType.of(Gateway.TYPE), from, toId);
    }

    /** An app of the source, by id or display name, updates this one of the destination, by id or display name. */
    public static Binding app(String from, String toId) {
        return new Binding(APP, shortened(from), shortened(toId));
    }

    /** An app of the source, by id or display name, is created, even if the destination has apps of the same name. */
    public static Binding newApp(String originId) {
        return new Binding(APP, shortened(originId), Binding.NEW);
    }

    /**
     * A text in documents of the source becomes this one in the destination.
     *
     * @param from such as the address of a site, the id of a list or the name of a server; at least four bytes, shorter ones are
     *     not replaced
     * @param to what stands there instead; the same text to say that it is right in the destination, too
     */
    public static Binding text(String from, String to) {
        return new Binding(SlotType.TEXT, from, to);
    }

    /** An id may be given with its provider, as the service writes it. */
    private static String shortened(String nameOrId) {
        return nameOrId.startsWith("/providers/") ? ConnectorName.lastPart(nameOrId) : nameOrId;
    }
}
