package io.powermigrate.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The JSON Schema of a record as it is saved, made of its components; used by one thread. */
final class RecordSchema {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<String, JsonNode> definitions = new TreeMap<>();

    private RecordSchema() {}

    static ObjectNode of(Class<?> type, String title, int version) {
        RecordSchema schema = new RecordSchema();
        ObjectNode whole = NODES.objectNode();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.put("title", title);
        whole.setAll(schema.object(type));
        ((ObjectNode) whole.get("properties")).set("version", NODES.objectNode().put("const", version));
        ObjectNode definitions = whole.putObject("$defs");
        schema.definitions.forEach(definitions::set);
        return whole;
    }

    private ObjectNode object(Class<?> type) {
        ObjectNode object = NODES.objectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = NODES.objectNode();
        List<RecordComponent> components = Arrays.stream(type.getRecordComponents())
                .sorted(Comparator.comparing(RecordComponent::getName))
                .toList();
        components.forEach(each -> properties.set(each.getName(), schema(each.getGenericType())));
        object.set("properties", properties);
        components.stream()
                .filter(each -> !isLeftOut(each))
                .map(RecordComponent::getName)
                .forEach(object.withArray("required")::add);
        return object;
    }

    private static boolean isLeftOut(RecordComponent component) {
        return component.getType() == Optional.class
                || (component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                        && !component.getName().equals("version"));
    }

    private ObjectNode schema(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            if (generic.getRawType() == Optional.class) {
                return schema(of[0]);
            }
            if (generic.getRawType() == SortedMap.class) {
                ObjectNode map = NODES.objectNode().put("type", "object");
                map.set("additionalProperties", schema(of[1]));
                return map;
            }
            ObjectNode array = NODES.objectNode().put("type", "array");
            array.set("items", schema(of[0]));
            return array;
        }
        return schema((Class<?>) type);
    }

    private ObjectNode schema(Class<?> type) {
        if (type == LocalDate.class) {
            return NODES.objectNode().put("type", "string").put("format", "date");
        }
        if (type.isEnum()) {
            ObjectNode names = NODES.objectNode();
            Arrays.stream(type.getEnumConstants())
                    .map(each -> ((Enum<?>) each).name())
                    .forEach(names.withArray("enum")::add);
            return names;
        }
        if (type.isRecord()) {
            if (!definitions.containsKey(type.getSimpleName())) {
                definitions.put(type.getSimpleName(), NODES.objectNode()); // before its own members name it
                definitions.put(type.getSimpleName(), object(type));
            }
            return NODES.objectNode().put("$ref", "#/$defs/" + type.getSimpleName());
        }
        String name = type == String.class ? "string" : type == boolean.class ? "boolean" : "integer";
        return NODES.objectNode().put("type", name);
    }
}
