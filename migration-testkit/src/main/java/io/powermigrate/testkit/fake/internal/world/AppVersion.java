package io.powermigrate.testkit.fake.internal.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.blobs.BlobAddress;
import io.powermigrate.testkit.fake.internal.document.AppDocument;
import io.powermigrate.testkit.fake.wire.FakeReference;
import java.io.IOException;
import java.util.List;

/** One saved state of an app: its definition and its document. Immutable. */
public final class AppVersion {
    private final ObjectNode tags;
    private final ObjectNode properties;
    private final BlobAddress documentAddress;
    private final World world;

    /**
     * @param properties the definition without what the service adds (owner, addresses, times); copied
     */
    public AppVersion(World world, ObjectNode tags, ObjectNode properties, BlobAddress documentAddress) {
        this.world = world;
        this.tags = tags.deepCopy();
        this.properties = properties.deepCopy();
        this.documentAddress = documentAddress;
    }

    public String displayName() {
        return properties.path("displayName").asText();
    }

    public List<FakeReference> references() {
        return ReferenceJson.of(properties.path("connectionReferences"));
    }

    public byte[] document() {
        return world.blobs().get(documentAddress).orElse(new byte[0]);
    }

    public ObjectNode tags() {
        return tags.deepCopy();
    }

    public ObjectNode properties() {
        return properties.deepCopy();
    }

    /** One member of the definition as it is kept; only to be read. */
    public JsonNode property(String name) {
        return properties.path(name);
    }

    public BlobAddress documentAddress() {
        return documentAddress;
    }

    /** The same with another definition. */
    public AppVersion with(ObjectNode newProperties) {
        return new AppVersion(world, tags, newProperties, documentAddress);
    }

    /** The same with another document. */
    public AppVersion with(BlobAddress newDocument) {
        return new AppVersion(world, tags, properties, newDocument);
    }

    /** Whether it reads tables of Dataverse. */
    public boolean usesTables() {
        for (JsonNode database : properties.path("databaseReferences")) {
            if (!database.path("dataSources").isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** {@code Id} in the document's properties, what tells this app from another; empty without a sound document. */
    public String documentId() {
        try {
            return AppDocument.read(document()).properties().path("Id").asText("");
        } catch (IOException noDocument) {
            return "";
        }
    }
}
