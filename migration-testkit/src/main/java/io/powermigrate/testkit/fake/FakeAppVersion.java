package io.powermigrate.testkit.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.document.AppDocument;
import java.io.IOException;
import java.util.List;

/** One saved state of an app: its definition and its document. Immutable. */
public final class FakeAppVersion {
    private final ObjectNode tags;
    private final ObjectNode properties;
    private final BlobAddress documentAddress;
    private final World world;

    /**
     * @param properties the definition without what the service adds (owner, addresses, times); copied
     */
    FakeAppVersion(World world, ObjectNode tags, ObjectNode properties, BlobAddress documentAddress) {
        this.world = world;
        this.tags = tags.deepCopy();
        this.properties = properties.deepCopy();
        this.documentAddress = documentAddress;
    }

    /** The name that people see. */
    public String displayName() {
        return properties.path("displayName").asText();
    }

    /** The connection references. */
    public List<FakeReference> references() {
        return FakeReference.of(properties.path("connectionReferences"));
    }

    /** The document's bytes. */
    public byte[] document() {
        return world.blobs().get(documentAddress).orElse(new byte[0]);
    }

    ObjectNode tags() {
        return tags.deepCopy();
    }

    ObjectNode properties() {
        return properties.deepCopy();
    }

    /** One member of the definition as it is kept; only to be read. */
    JsonNode property(String name) {
        return properties.path(name);
    }

    BlobAddress documentAddress() {
        return documentAddress;
    }

    /** The same with another definition. */
    FakeAppVersion with(ObjectNode newProperties) {
        return new FakeAppVersion(world, tags, newProperties, documentAddress);
    }

    /** The same with another document. */
    FakeAppVersion with(BlobAddress newDocument) {
        return new FakeAppVersion(world, tags, properties, newDocument);
    }

    /** Whether it reads tables of Dataverse. */
    boolean usesTables() {
        for (JsonNode database : properties.path("databaseReferences")) {
            if (!database.path("dataSources").isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** {@code Id} in the document's properties, what tells this app from another; empty without a sound document. */
    String documentId() {
        try {
            return AppDocument.read(document()).properties().path("Id").asText("");
        } catch (IOException noDocument) {
            return "";
        }
    }
}
