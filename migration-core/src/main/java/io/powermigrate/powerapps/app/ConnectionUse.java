package io.powermigrate.powerapps.app;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Document;
import java.util.List;
import java.util.Locale;

/**
 * A connection that an app uses, from its definition or from its document. What is not told is empty or false.
 *
 * @param key GUID of the reference, the same in definition, document and package
 * @param connector the connector's name, such as {@code shared_sql}
 * @param displayName the connector's title
 * @param connection name of the connection in the app's environment; only the document tells it
 * @param dataSources names of the data sources that go through it
 * @param workflowName GUID of the flow, if this is one
 * @param kind marks of the connector
 */
public record ConnectionUse(
        String key,
        String connector,
        String displayName,
        String connection,
        List<String> dataSources,
        String workflowName,
        Kind kind) {

    static final String FLOWS = "shared_logicflows";

    /**
     * Marks of a connector.
     *
     * @param custom whether it is a custom connector, whose id differs in each environment
     * @param onPremise whether it goes through a gateway
     * @param premium whether its users need a premium licence
     * @param shared whether the connection is shared with the app's users
     */
    public record Kind(boolean custom, boolean onPremise, boolean premium, boolean shared) {}

    /** Copies the list. */
    public ConnectionUse {
        dataSources = List.copyOf(dataSources);
    }

    /** Whether a flow stands behind it, not a connection. */
    public boolean isFlow() {
        return !workflowName.isEmpty() || connector.equalsIgnoreCase(FLOWS);
    }

    /** As an app's definition holds it (wire/power-platform.md, section 2.3). */
    static ConnectionUse ofService(String key, Document reference) {
        String connector = connector(reference.text("id").orElse(""));
        return new ConnectionUse(
                key,
                connector,
                reference.text("displayName").orElse(connector),
                last(reference.text("sharedConnectionId").orElse("")),
                reference.texts("dataSources"),
                workflow(reference),
                new Kind(
                        reference.flag("isCustomApiConnection"),
                        reference.flag("isOnPremiseConnection"),
                        reference.text("apiTier").orElse("").equalsIgnoreCase("Premium"),
                        !reference.at("sharedConnectionId").isMissing()));
    }

    /** A path without connectors is that of a Dataverse table, such as {@code /contact} (wire/msapp.md, section 12). */
    private static String connector(String id) {
        boolean other = id.startsWith("/") && !id.toLowerCase(Locale.ROOT).contains("/apis/");
        return other ? "" : last(id);
    }

    /** As the facts of a document hold it. */
    static ConnectionUse ofDocument(Document fact) {
        String connector = fact.text("connector").orElse("");
        return new ConnectionUse(
                fact.text("key").orElse(""),
                connector,
                fact.text("displayName").orElse(connector),
                fact.text("connection").orElse(""),
                fact.texts("dataSources"),
                fact.text("workflowName").orElse(""),
                new Kind(fact.flag("custom"), fact.flag("onPremise"), false, fact.flag("shared")));
    }

    static String workflow(Document reference) {
        return reference
                .text("parameterHints", "workflowName", "value")
                .or(() -> reference.text("parameterHintsV2", "workflowName", "value"))
                .orElse("");
    }

    /** A reference that names a flow, with another one. */
    static Document withWorkflow(Document reference, String hints, String flow) {
        Document named = reference.at(hints, "workflowName").with("value", flow);
        return reference.with(hints, reference.at(hints).with("workflowName", named));
    }

    /** The last part of an id. */
    static String last(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    /** The id of a connector as definitions write it. */
    static String apiId(String connector) {
        return "/providers/microsoft.powerapps/apis/" + connector.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
