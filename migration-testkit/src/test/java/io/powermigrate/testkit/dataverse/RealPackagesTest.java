package io.powermigrate.testkit.dataverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.powermigrate.testkit.fake.FakeSolution;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Real unmanaged packages come out of the fake with what they brought; skipped where they are absent. */
class RealPackagesTest {
    private static final Path FIXTURES =
            Path.of(System.getProperty("powermigrate.shared", "../../shared"), "fixtures", "dataverse");

    @Test
    void what_a_real_unmanaged_package_brings_is_exported_again() throws Exception {
        assumeThat(FIXTURES.resolve("facts.json")).as("the real packages").exists();
        JsonNode facts = new ObjectMapper()
                .readTree(FIXTURES.resolve("facts.json").toFile())
                .path("solutions");
        List<String> differences = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : facts.properties()) {
            if (each.getValue().path("managed").asText().equals("0")) {
                compare(each.getKey(), each.getValue(), differences);
            }
        }
        assertThat(differences).isEmpty();
    }

    private static void compare(String file, JsonNode facts, List<String> differences) throws Exception {
        try (WebApiClient client = new WebApiClient()) {
            FakeSolution solution = client.orders.solution(Files.readAllBytes(FIXTURES.resolve(file)));
            String zip = client.post("ExportSolution", "{`SolutionName`:`" + solution.uniqueName() + "`}")
                    .json()
                    .path("ExportSolutionFile")
                    .asText();
            Map<String, byte[]> out = unzipped(Base64.getDecoder().decode(zip));
            Element manifest = parsed(out.getOrDefault("solution.xml", new byte[0]));
            Element customizations = parsed(out.getOrDefault("customizations.xml", new byte[0]));
            counts(facts, manifest, customizations, out.size()).forEach((what, numbers) -> {
                if (!numbers.get(0).equals(numbers.get(1))) {
                    differences.add(file + ": " + what + " " + numbers);
                }
            });
            TreeSet<String> lost = lost(facts, customizations);
            if (!lost.isEmpty()) {
                differences.add(file + ": sections " + lost);
            }
        }
    }

    /** Expected and found. */
    private static Map<String, List<Integer>> counts(
            JsonNode facts, Element manifest, Element customizations, int files) {
        Map<String, List<Integer>> counts = new LinkedHashMap<>();
        counts.put(
                "root components",
                List.of(facts.at("/rootComponents/count").asInt(), count(manifest, "RootComponent")));
        counts.put("tables", List.of(facts.at("/entities/count").asInt(), count(customizations, "Entity")));
        counts.put(
                "columns",
                List.of(
                        sum(facts.at("/entities/items"), "attributes"),
                        children(customizations, "attributes", "attribute")));
        counts.put("forms", List.of(sum(facts.at("/entities/items"), "forms"), count(customizations, "systemform")));
        counts.put(
                "relationships",
                List.of(facts.at("/relationships/count").asInt(), count(customizations, "EntityRelationship")));
        counts.put("roles", List.of(facts.path("roles").size(), children(customizations, "Roles", "Role")));
        counts.put(
                "privileges", List.of(sum(facts.path("roles"), "privileges"), count(customizations, "RolePrivilege")));
        counts.put(
                "profiles",
                List.of(facts.path("fieldSecurityProfiles").size(), count(customizations, "FieldSecurityProfile")));
        counts.put("workflows", List.of(facts.at("/workflows/count").asInt(), count(customizations, "Workflow")));
        counts.put(
                "references",
                List.of(facts.path("connectionReferences").size(), count(customizations, "connectionreference")));
        counts.put("apps", List.of(facts.path("canvasApps").size(), count(customizations, "CanvasApp")));
        counts.put("files", List.of(facts.at("/zip/entries").asInt(), files));
        return counts;
    }

    private static TreeSet<String> lost(JsonNode facts, Element customizations) {
        TreeSet<String> sections = new TreeSet<>();
        facts.path("sections").forEach(each -> sections.add(each.asText()));
        TreeSet<String> written = new TreeSet<>();
        NodeList children = customizations.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element element) {
                written.add(element.getTagName());
            }
        }
        sections.removeAll(written);
        return sections;
    }

    private static int sum(JsonNode items, String member) {
        int sum = 0;
        for (JsonNode each : items) {
            sum += each.path(member).asInt();
        }
        return sum;
    }

    private static int count(Element root, String name) {
        return root.getElementsByTagName(name).getLength();
    }

    /** Queries and role maps have elements of the same names. */
    private static int children(Element root, String parent, String name) {
        NodeList all = root.getElementsByTagName(name);
        int count = 0;
        for (int i = 0; i < all.getLength(); i++) {
            count += all.item(i).getParentNode().getNodeName().equals(parent) ? 1 : 0;
        }
        return count;
    }

    private static Element parsed(byte[] xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getDocumentElement();
    }

    private static Map<String, byte[]> unzipped(byte[] bytes) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }
}
