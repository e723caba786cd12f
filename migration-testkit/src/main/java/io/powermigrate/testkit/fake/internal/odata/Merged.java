package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Shapes;

/** What a client wrote of a definition over the whole shape of one: labels get their form, types their sign. */
final class Merged {

    private Merged() {}

    static ObjectNode over(ObjectNode shape, ObjectNode written) {
        ObjectNode merged = shape.deepCopy();
        written.properties().forEach(member -> {
            String name = member.getKey();
            if (name.equals("@odata.type")) {
                merged.put(name, "#" + member.getValue().asText().replaceFirst("^#", ""));
            } else if (!name.startsWith("@") && !name.equals("MetadataId") && !name.equals("Attributes")) {
                merged.set(name, member(merged.path(name), member.getValue()));
            }
        });
        return merged;
    }

    private static JsonNode member(JsonNode shape, JsonNode written) {
        if (written instanceof ObjectNode object
                && object.path("LocalizedLabels").isArray()) {
            return label(object);
        }
        if (written instanceof ObjectNode object && shape instanceof ObjectNode known) {
            return over(known, object);
        }
        if (written instanceof ArrayNode items) {
            return items(items);
        }
        return written;
    }

    private static ArrayNode items(ArrayNode written) {
        ArrayNode items = written.arrayNode();
        for (JsonNode each : written) {
            boolean option = each.has("Value") && each.has("Label");
            items.add(option ? over(Shapes.option(each.path("Value").asInt(), ""), (ObjectNode) each) : each);
        }
        return items;
    }

    static ObjectNode label(ObjectNode written) {
        ObjectNode label = Shapes.label("");
        for (JsonNode each : written.path("LocalizedLabels")) {
            ObjectNode localized = Shapes.localized(
                    each.path("Label").asText(), each.path("LanguageCode").asInt());
            label.withArray("LocalizedLabels").add(localized);
            if (label.path("UserLocalizedLabel").isNull()
                    || localized.path("LanguageCode").asInt() == 1033) {
                label.set("UserLocalizedLabel", localized);
            }
        }
        return label;
    }

    /** The labels of languages that are not written stay. */
    static void keepLabels(ObjectNode fresh, JsonNode known) {
        for (JsonNode each : known.path("LocalizedLabels")) {
            boolean there = false;
            for (JsonNode other : fresh.path("LocalizedLabels")) {
                there |= other.path("LanguageCode").equals(each.path("LanguageCode"));
            }
            if (!there) {
                fresh.withArray("LocalizedLabels").add(each);
            }
        }
    }
}
