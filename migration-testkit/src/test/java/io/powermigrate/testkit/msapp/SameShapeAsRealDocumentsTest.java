package io.powermigrate.testkit.msapp;

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
    private final Map<String, Members> members = new TreeMap<>();

    @BeforeAll
    void read_the_real_documents() {
        for (Generation generation : Generation.values()) {
            real.put(generation, RealDocuments.ofStructure(generation.structureVersion()));
        }
    }

    private List<Shape> real(Generation generation) {
        return real.getOrDefault(generation, List.of());
    }

    @Test
    void there_are_real_documents_of_both_generations() {
        assertThat(real(Generation.V2_0)).hasSizeGreaterThan(20);
        assertThat(real(Generation.V2_4)).hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @EnumSource
    void every_entry_that_all_real_documents_have_is_there(Generation generation) {
        Set<String> common = new TreeSet<>(real(generation).get(0).entries());
        real(generation).forEach(shape -> common.retainAll(shape.entries()));
        assertThat(common).contains("Header.json", "Controls\\1.json", "References\\DataSources.json");
        for (Shape built : Documents.shapes(generation)) {
            assertThat(built.entries()).containsAll(common);
        }
    }

    /** Components and pages of 2.4.0 lie here in no real document, but others have them (wire/msapp.md, section 1.2). */
    @ParameterizedTest
    @EnumSource
    void no_entry_is_of_a_kind_that_no_real_document_has(Generation generation) {
        Set<String> known = new HashSet<>();
        if (generation == Generation.V2_4) {
            known.addAll(Set.of("Components\\*.json", "ComponentsMetadata.json", "Src\\Components\\*.pa.yaml"));
            known.add("References\\NamedValues.json");
        }
        real(generation).forEach(shape -> shape.entries().forEach(entry -> known.add(entryKind(entry))));
        for (Shape built : Documents.shapes(generation)) {
            assertThat(built.entries()).allSatisfy(entry -> assertThat(known).contains(entryKind(entry)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_of_object_that_all_real_documents_have_is_there(Generation generation) {
        List<String> missing = new ArrayList<>();
        List<Shape> documents = Documents.shapes(generation);
        for (String kind : kinds(real(generation))) {
            String parent = Shape.parent(kind);
            boolean always =
                    real(generation).stream().allMatch(shape -> shape.kinds().containsKey(kind) || !has(shape, parent));
            documents.stream()
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
                Members expected = expected(generation, kind);
                for (ObjectNode object : objects) {
                    expected.common().stream()
                            .filter(member -> !object.has(member))
                            .forEach(member -> wrong.add(kind + ": no " + member));
                    object.properties().stream()
                            .filter(field -> expected.types().containsKey(field.getKey()))
                            .filter(field -> !expected.types()
                                    .getOrDefault(field.getKey(), Set.of())
                                    .contains(field.getValue().getNodeType()))
                            .forEach(field -> wrong.add(kind + "/" + field.getKey() + " is a " + field.getValue()));
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    /** A member may come from the other generation: few real documents of 2.4.0 lie here, none with connections. */
    @ParameterizedTest
    @EnumSource
    void no_member_is_one_that_no_real_document_has(Generation generation) {
        Set<String> invented = new TreeSet<>();
        for (Shape built : Documents.shapes(generation)) {
            built.kinds().forEach((kind, objects) -> {
                Set<String> known =
                        new HashSet<>(members(Generation.V2_0, kind).types().keySet());
                known.addAll(members(Generation.V2_4, kind).types().keySet());
                objects.forEach(object -> object.fieldNames().forEachRemaining(member -> {
                    if (!known.contains(member)) {
                        invented.add(kind + "/" + member);
                    }
                }));
            });
        }
        assertThat(invented).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_comparison_sees_the_objects_that_matter(Generation generation) {
        assertThat(expected(generation, "Control").common()).contains("ControlUniqueId", "Rules");
        assertThat(expected(generation, "Rule").common()).contains("InvariantScript");
        assertThat(expected(generation, "Properties.json/LocalConnectionReferences{}/connectionRef")
                        .common())
                .contains("iconUri");
        assertThat(expected(
                                generation,
                                "DataSource NativeCDSDataSourceInfo/TableDefinition/EntityMetadata/Attributes[]")
                        .common())
                .hasSizeGreaterThan(40);
        assertThat(expected(generation, "Properties.json/AppPreviewFlagsMap").types())
                .hasSizeGreaterThan(50);
        assertThat(Documents.shapes(generation)).anyMatch(shape -> shape.kinds()
                .containsKey("DataSource ConnectedDataSourceInfo/DataEntityMetadataJson{}/schema"));
    }

    /** What the real objects of a kind have: of the same generation, or, where it has none, of the other one. */
    private Members expected(Generation generation, String kind) {
        Generation other = generation == Generation.V2_0 ? Generation.V2_4 : Generation.V2_0;
        Members own = members(generation, kind);
        return own.common().isEmpty() ? members(other, kind) : own;
    }

    private Members members(Generation generation, String kind) {
        return members.computeIfAbsent(
                generation + " " + kind,
                key -> Members.of(real(generation).stream()
                        .flatMap(shape -> shape.kinds().getOrDefault(kind, List.of()).stream())
                        .toList()));
    }

    /** Members that all objects have, and the types of each member that any object has. */
    private record Members(Set<String> common, Map<String, Set<JsonNodeType>> types) {
        static Members of(List<ObjectNode> objects) {
            Set<String> common = new TreeSet<>();
            Map<String, Set<JsonNodeType>> types = new TreeMap<>();
            if (!objects.isEmpty()) {
                objects.get(0).fieldNames().forEachRemaining(common::add);
            }
            for (ObjectNode object : objects) {
                common.removeIf(member -> !object.has(member));
                object.properties().forEach(field -> types.computeIfAbsent(field.getKey(), name -> new HashSet<>())
                        .add(field.getValue().getNodeType()));
            }
            return new Members(common, types);
        }
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
        return entry.replaceFirst("^(Controls|Src\\\\Components|Components|Src)\\\\[^\\\\.]+\\.", "$1\\\\*.");
    }
}
