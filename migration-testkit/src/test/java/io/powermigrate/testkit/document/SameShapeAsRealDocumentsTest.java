package io.powermigrate.testkit.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the builder makes is compared with all real documents of its generation. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameShapeAsRealDocumentsTest {
    private final Map<Generation, List<Shape>> real = new TreeMap<>();

    @BeforeAll
    void read_the_real_documents() {
        for (Generation generation : Generation.values()) {
            real.put(generation, RealDocuments.ofStructure(generation.structureVersion()));
        }
    }

    @Test
    void there_are_real_documents_of_both_generations() {
        assertThat(real.get(Generation.V2_0)).hasSizeGreaterThan(20);
        assertThat(real.get(Generation.V2_4)).hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @EnumSource
    void every_entry_that_all_real_documents_have_is_there(Generation generation) {
        Set<String> common = new TreeSet<>(real.get(generation).get(0).entries());
        real.get(generation).forEach(shape -> common.retainAll(shape.entries()));
        assertThat(common).contains("Header.json", "Controls\\1.json", "References\\DataSources.json");
        for (Shape built : Documents.shapes(generation)) {
            assertThat(built.entries()).containsAll(common);
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_entry_is_of_a_kind_that_no_real_document_has(Generation generation) {
        Set<String> known = new HashSet<>();
        real.get(generation).forEach(shape -> shape.entries().forEach(entry -> known.add(entryKind(entry))));
        for (Shape built : Documents.shapes(generation)) {
            assertThat(built.entries()).allSatisfy(entry -> assertThat(known).contains(entryKind(entry)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_of_object_that_all_real_documents_have_is_there(Generation generation) {
        List<String> missing = new ArrayList<>();
        for (String kind : kinds(real.get(generation))) {
            String parent = Shape.parent(kind);
            boolean always = real.get(generation).stream()
                    .allMatch(shape -> shape.kinds().containsKey(kind) || !has(shape, parent));
            Documents.shapes(generation).stream()
                    .filter(built ->
                            always && has(built, parent) && !built.kinds().containsKey(kind))
                    .filter(built -> !kind.startsWith("DataSource "))
                    .forEach(built -> missing.add(kind));
        }
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void every_member_that_all_real_objects_of_a_kind_have_is_there_with_the_same_type(Generation generation) {
        Set<String> wrong = new TreeSet<>();
        for (Shape built : Documents.shapes(generation)) {
            built.kinds().forEach((kind, objects) -> {
                List<ObjectNode> examples = examples(generation, kind);
                Set<String> common = commonMembers(examples);
                Map<String, Set<JsonNodeType>> types = types(examples);
                for (ObjectNode object : objects) {
                    common.stream()
                            .filter(member -> !object.has(member))
                            .forEach(member -> wrong.add(kind + ": no " + member));
                    object.properties().stream()
                            .filter(field -> types.containsKey(field.getKey()))
                            .filter(field -> !types.get(field.getKey())
                                    .contains(field.getValue().getNodeType()))
                            .forEach(field -> wrong.add(kind + "/" + field.getKey() + " is a "
                                    + field.getValue().getNodeType()));
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void no_member_is_one_that_no_real_document_has(Generation generation) {
        Set<String> invented = new TreeSet<>();
        for (Shape built : Documents.shapes(generation)) {
            built.kinds().forEach((kind, objects) -> {
                Set<String> known = new HashSet<>();
                real.values()
                        .forEach(shapes -> shapes.forEach(shape -> shape.kinds()
                                .getOrDefault(kind, List.of())
                                .forEach(object -> object.fieldNames().forEachRemaining(known::add))));
                objects.forEach(object -> object.fieldNames().forEachRemaining(member -> {
                    if (!known.contains(member)) {
                        invented.add(kind + "/" + member);
                    }
                }));
            });
        }
        assertThat(invented).isEmpty();
    }

    /** Real objects of the kind: of the same generation, or, where it has none, of the other one. */
    private List<ObjectNode> examples(Generation generation, String kind) {
        List<ObjectNode> own = objects(real.get(generation), kind);
        Generation other = generation == Generation.V2_0 ? Generation.V2_4 : Generation.V2_0;
        return own.isEmpty() ? objects(real.get(other), kind) : own;
    }

    private static List<ObjectNode> objects(List<Shape> shapes, String kind) {
        return shapes.stream()
                .flatMap(shape -> shape.kinds().getOrDefault(kind, List.of()).stream())
                .toList();
    }

    private static Set<String> commonMembers(List<ObjectNode> objects) {
        Set<String> common = new TreeSet<>();
        if (!objects.isEmpty()) {
            objects.get(0).fieldNames().forEachRemaining(common::add);
        }
        common.removeIf(member -> !objects.stream().allMatch(object -> object.has(member)));
        return common;
    }

    private static Map<String, Set<JsonNodeType>> types(List<ObjectNode> objects) {
        Map<String, Set<JsonNodeType>> types = new TreeMap<>();
        objects.forEach(object -> object.properties()
                .forEach(field -> types.computeIfAbsent(field.getKey(), name -> new HashSet<>())
                        .add(field.getValue().getNodeType())));
        return types;
    }

    private static Set<String> kinds(List<Shape> shapes) {
        Set<String> kinds = new TreeSet<>();
        shapes.forEach(shape -> kinds.addAll(shape.kinds().keySet()));
        return kinds;
    }

    private static boolean has(Shape shape, String parent) {
        return parent.isEmpty() || shape.kinds().containsKey(parent);
    }

    private static String entryKind(String entry) {
        if (entry.equals("Src\\App.pa.yaml") || entry.equals("Src\\_EditorState.pa.yaml")) {
            return entry;
        }
        return entry.replaceFirst("^(Controls|Src)\\\\[^\\\\.]+\\.", "$1\\\\*.");
    }
}
