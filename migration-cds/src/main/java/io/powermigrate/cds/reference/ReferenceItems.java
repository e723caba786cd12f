package io.powermigrate.cds.reference;

import io.powermigrate.cds.solution.facts.ConnectionReference;
import io.powermigrate.model.Document;
import io.powermigrate.model.Item;
import io.powermigrate.model.Reference;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.Slot;
import io.powermigrate.powerapps.connection.Connection;
import io.powermigrate.powerapps.connector.CustomConnector;
import io.powermigrate.powerapps.shape.ConnectorName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Connection references and what they are bound to, out of rows and out of packages. */
final class ReferenceItems {

    private ReferenceItems() {}

    static ReferenceDefinition definition(Document row) {
        String name = row.text("connectionreferencelogicalname").orElse("");
        ReferenceDefinition listed = definition(
                name,
                row.text("connectionreferenceid").orElse(name),
                row.text("connectionreferencedisplayname").orElse(name),
                row.text("connectorid").orElse(""));
        return new ReferenceDefinition(
                listed.item().withContent(listed.content().with("managed", row.flag("ismanaged"))));
    }

    /** The reference that a package holds. */
    static ReferenceDefinition definition(ConnectionReference reference) {
        return definition(
                reference.logicalName(), reference.logicalName(), reference.displayName(), reference.connectorId());
    }

    private static ReferenceDefinition definition(String name, String id, String title, String connector) {
        Item item = Item.of(ReferenceDefinition.TYPE.key(name), id, title.isBlank() ? name : title);
        Document content = Document.of(Map.of("connector", ConnectorName.lastPart(connector)));
        return new ReferenceDefinition(item.withContent(content).withReferences(connector(connector)));
    }

    /** A custom connector must be in the destination before a reference to it arrives (wire/dataverse-situations.md, S08). */
    private static Set<Reference> connector(String connectorId) {
        ConnectorName connector = ConnectorName.of(ConnectorName.lastPart(connectorId));
        return connector.isCustom()
                ? Set.of(Reference.needs(ResourceKey.ofId(CustomConnector.TYPE.name(), connector.wire())))
                : Set.of();
    }

    static ReferenceBinding binding(Document row) {
        String name = row.text("connectionreferencelogicalname").orElse("");
        return binding(
                name,
                row.text("connectionreferenceid").orElse(name),
                row.text("connectorid").orElse(""),
                row.text("connectionid").orElse(""));
    }

    /** What the destination gives a reference of a package. */
    static ReferenceBinding binding(ConnectionReference reference) {
        return binding(reference.logicalName(), reference.logicalName(), reference.connectorId(), "");
    }

    private static ReferenceBinding binding(String name, String id, String connector, String connection) {
        Set<Reference> references = new LinkedHashSet<>();
        references.add(Reference.needs(ReferenceDefinition.TYPE.key(name)));
        if (!connection.isBlank()) {
            references.add(Reference.uses(ResourceKey.ofId(Connection.TYPE.name(), connection)));
        }
        Item item = Item.of(ReferenceBinding.TYPE.key(name), id, name)
                .withContent(
                        Document.of(Map.of("connector", ConnectorName.lastPart(connector), "connection", connection)))
                .withReferences(references);
        return new ReferenceBinding(item.withSlots(List.of(new Slot(ReferenceBinding.SLOT, name, item.key(), false))));
    }
}
