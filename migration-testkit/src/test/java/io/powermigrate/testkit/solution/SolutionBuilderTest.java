package io.powermigrate.testkit.solution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class SolutionBuilderTest {

    @Test
    void the_same_words_make_the_same_bytes() {
        assertThat(Orders.whole().toZip()).isEqualTo(Orders.whole().toZip());
    }

    @Test
    void a_newer_server_puts_the_list_of_types_last_and_an_older_one_second() throws IOException {
        assertThat(List.copyOf(unzipped(Orders.whole()).keySet()))
                .startsWith("customizations.xml", "solution.xml")
                .endsWith("[Content_Types].xml");
        assertThat(List.copyOf(unzipped(Orders.whole().server("9.2.22121.162")).keySet()))
                .startsWith("customizations.xml", "[Content_Types].xml", "solution.xml");
    }

    @Test
    void documents_have_no_declaration_and_lines_end_in_CRLF() throws IOException {
        String manifest = new String(entry(Orders.whole(), "solution.xml"), StandardCharsets.UTF_8);
        assertThat(manifest).startsWith("<ImportExportXml ").endsWith("</ImportExportXml>");
        assertThat(manifest.replace("\r\n", "")).doesNotContain("\n");
    }

    @Test
    void the_manifest_has_the_children_of_real_ones_in_their_order() throws Exception {
        Element manifest = child(document(entry(Orders.whole(), "solution.xml")), "SolutionManifest");
        assertThat(names(manifest))
                .containsExactly(
                        "UniqueName",
                        "LocalizedNames",
                        "Descriptions",
                        "Version",
                        "Managed",
                        "Publisher",
                        "RootComponents",
                        "MissingDependencies");
    }

    @Test
    void sections_come_in_the_order_of_the_service() throws Exception {
        assertThat(names(document(entry(Orders.whole(), "customizations.xml"))))
                .containsExactly(
                        "Entities",
                        "Roles",
                        "Workflows",
                        "FieldSecurityProfiles",
                        "Templates",
                        "EntityMaps",
                        "EntityRelationships",
                        "OrganizationSettings",
                        "optionsets",
                        "WebResources",
                        "CustomControls",
                        "EntityDataProviders",
                        "connectionreferences",
                        "Languages");
    }

    @Test
    void a_table_of_users_brings_six_relationships_and_each_lookup_one_more() throws Exception {
        Element all = child(document(entry(Orders.whole(), "customizations.xml")), "EntityRelationships");
        assertThat(attributes(all, "Name"))
                .containsExactly(
                        "business_unit_new_order",
                        "lk_new_order_createdby",
                        "lk_new_order_modifiedby",
                        "owner_new_order",
                        "team_new_order",
                        "user_new_order",
                        "new_account_new_order_new_customerid",
                        "new_order_contact");
    }

    @Test
    void names_that_are_markup_stay_text() throws Exception {
        SolutionBuilder hostile = SolutionBuilder.named("X").displayName("<a href=\"&\">");
        Element names = child(child(document(entry(hostile, "solution.xml")), "SolutionManifest"), "LocalizedNames");
        assertThat(attributes(names, "description")).containsExactly("<a href=\"&\">");
    }

    @Test
    void a_table_without_prefix_and_a_wrong_depth_are_refused_with_the_fix() {
        assertThatThrownBy(() -> TableSpec.named("Order", "Order")).hasMessageContaining("new_Order");
        assertThatThrownBy(() -> RoleSpec.named("R").privilege("prvReadAccount", "Organization"))
                .hasMessageContaining("Give one of");
        assertThatThrownBy(() -> SolutionBuilder.named("X").version("one")).hasMessageContaining("1.0.0.0");
    }

    static byte[] entry(SolutionBuilder builder, String name) throws IOException {
        return Optional.ofNullable(unzipped(builder).get(name)).orElseThrow();
    }

    static Map<String, byte[]> unzipped(SolutionBuilder builder) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(builder.toZip()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    static Element document(byte[] xml) throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        return document.getDocumentElement();
    }

    private static Element child(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getTagName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(Element parent) {
        return children(parent).stream().map(Element::getTagName).toList();
    }

    private static List<String> attributes(Element parent, String name) {
        return children(parent).stream().map(child -> child.getAttribute(name)).toList();
    }

    private static List<Element> children(Element parent) {
        List<Element> all = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                all.add(element);
            }
        }
        return all;
    }
}
