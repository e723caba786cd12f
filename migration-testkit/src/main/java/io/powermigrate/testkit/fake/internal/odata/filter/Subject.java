package io.powermigrate.testkit.fake.internal.odata.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What the paths of a filter or an order lead through: rows with their navigation properties, or metadata. */
public interface Subject {

    /** The value at a path, e.g. {@code publisherid/uniquename}; missing where a link on the way leads nowhere. */
    JsonNode value(JsonNode node, String path);

    /** What a collection at a path holds. */
    List<? extends JsonNode> collection(JsonNode node, String path);

    /** What the members of that collection are. */
    Subject of(String collectionPath);

    /** Refuses a path that leads nowhere, whatever the rows hold. */
    void check(String path);
}
