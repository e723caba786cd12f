package io.powermigrate.testkit.fake.internal.solutions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Whether a managed change can be seen: an unmanaged edit stays on top of it unless the import overwrites (wire/dataverse.md,
 * section 7). An edit is known by its effect: the component differs from what the managed layer set.
 */
final class Layering {
    private final Map<String, ObjectNode> layers;
    private final boolean managed;
    private final boolean overwrite;

    Layering(Map<String, ObjectNode> layers, boolean managed, boolean overwrite) {
        this.layers = layers;
        this.managed = managed;
        this.overwrite = overwrite;
    }

    boolean isManaged() {
        return managed;
    }

    /** Whether the change of a component that is there already goes through. */
    boolean shows(String component, JsonNode now, boolean nowManaged) {
        if (!managed || overwrite) {
            return true;
        }
        ObjectNode set = layers.get(component);
        return set == null ? nowManaged : same(set, now);
    }

    /** A managed layer set this; the next one compares with it. */
    void set(String component, ObjectNode members) {
        if (managed) {
            layers.put(component, members.deepCopy());
        }
    }

    static boolean same(ObjectNode set, JsonNode now) {
        return set.properties().stream()
                .allMatch(each -> each.getValue().equals(now.path(each.getKey()))
                        || each.getValue().isNumber()
                                && each.getValue()
                                        .asText()
                                        .equals(now.path(each.getKey()).asText()));
    }
}
