package io.powermigrate.testkit.fake.packaging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.document.AppDocument;
import java.io.IOException;

/**
 * One version of an app, draft or published. Immutable by agreement: whoever changes it copies first.
 *
 * @param tags the tags
 * @param properties the definition's properties without links, owner and times
 * @param appType {@code ClassicCanvasApp} or another
 * @param document the document's bytes
 * @param address where the document lies
 */
public record AppVersion(ObjectNode tags, ObjectNode properties, String appType, byte[] document, String address) {
    /** The name that people see. */
    public String displayName() {
        return properties.path("displayName").asText();
    }

    /** The same with other properties. */
    public AppVersion with(ObjectNode other) {
        return new AppVersion(tags, other, appType, document, address);
    }

    boolean usesTables() {
        for (var database : properties.path("databaseReferences")) {
            if (!database.path("dataSources").isEmpty()) {
                return true;
            }
        }
        return false;
    }

    String documentId() {
        try {
            return AppDocument.read(document).properties().path("Id").asText("");
        } catch (IOException e) {
            return "";
        }
    }
}
