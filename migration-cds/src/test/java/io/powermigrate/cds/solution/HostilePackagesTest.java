package io.powermigrate.cds.solution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.error.MigrationException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packages that somebody made to do harm, by mistake, or that are something else. */
class HostilePackagesTest {

    private static final int MILLION = 1_000_000;

    @Test
    void a_path_that_leaves_the_package_is_refused() {
        refused(Zips.solution(Zips.NOTHING).with("../evil.xml", "x"), "..", "Do not use this file");
    }

    @Test
    void a_file_that_is_there_twice_is_refused() {
        refused(
                Zips.solution(Zips.NOTHING).with("solution.xml", Zips.MANIFEST),
                "'solution.xml' more than once",
                "Export the solution again");
    }

    @Test
    void two_files_whose_names_differ_in_case_only_are_refused() {
        refused(Zips.solution(Zips.NOTHING).with("Solution.xml", Zips.MANIFEST), "differ in case only", "Remove one");
    }

    @Test
    void a_document_type_is_refused_before_its_entities_grow() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY x0 \"lol\">");
        for (int i = 0; i < 30; i++) {
            bomb.append("<!ENTITY x")
                    .append(i + 1)
                    .append(" \"")
                    .append(("&x" + i + ";").repeat(10))
                    .append("\">");
        }
        refused(Zips.solution(bomb + "]><ImportExportXml>&x30;</ImportExportXml>"), "DTD", "Do not use this file");
    }

    @Test
    void a_file_of_this_computer_is_never_read_into_a_package() {
        refused(
                Zips.solution("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                        + "<ImportExportXml><Languages><Language>&x;</Language></Languages></ImportExportXml>"),
                "DTD",
                "Do not use this file");
    }

    @Test
    void an_entity_that_nobody_declared_is_no_good_XML() {
        refused(
                Zips.solution("<ImportExportXml>&x;</ImportExportXml>"),
                "customizations.xml",
                "Export the package again");
    }

    @Test
    void a_million_elements_inside_each_other_are_refused() {
        Zips deep = Zips.of("solution.xml", Zips.MANIFEST).with("customizations.xml", target -> {
            byte[] tag = "<a>".getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < MILLION; i++) {
                target.write(tag);
            }
        });
        refused(deep, "the limit 'depth' is 200", "SolutionLimits.defaults().withDepth(…)");
    }

    @Test
    void a_million_attributes_are_refused() {
        StringBuilder tag = new StringBuilder("<ImportExportXml ");
        for (int i = 0; i < MILLION; i++) {
            tag.append('a').append(i).append("=\"\" ");
        }
        refused(Zips.solution(tag + "/>"), "beyond a limit of the XML parser", "Do not use this file");
    }

    @Test
    void two_thousand_attributes_are_refused() {
        StringBuilder tag = new StringBuilder("<ImportExportXml ");
        for (int i = 0; i < 2_000; i++) {
            tag.append('a').append(i).append("=\"\" ");
        }
        assertThat(refusal(Zips.solution(tag + "/>")))
                .satisfiesAnyOf(
                        message -> assertThat(message).contains("'attributes' is 1000"),
                        message -> assertThat(message).contains("a limit of the XML parser"));
    }

    @ParameterizedTest
    @CsvSource({"<!--,-->", "<![CDATA[,]]>", "<?x y,?>", "<a b=\",\"/>", "'',''"})
    void one_long_tag_text_comment_or_instruction_is_refused(String begin, String end) {
        String held = begin.isEmpty() || begin.startsWith("<a") ? "> - ] ? x" : "> < - ] ? x";
        String xml = "<ImportExportXml>" + begin + held.repeat(1_000) + end + "</ImportExportXml>";

        assertThatThrownBy(
                        () -> open(Zips.solution(xml), SolutionLimits.defaults().withText(5_000)))
                .hasMessageContaining("the limit 'text' is 5000")
                .hasMessageContaining("withText(…)");
    }

    @Test
    void short_tags_texts_comments_and_instructions_are_read_however_many() throws IOException {
        String piece = "<?x y?><!-- < > - --><![CDATA[<]] >]]>text <a b=\"&lt;>\"/>";

        open(
                Zips.solution("<ImportExportXml>" + piece.repeat(1_000) + "</ImportExportXml>"),
                SolutionLimits.defaults().withText(700));
    }

    @Test
    void XML_that_inflates_without_end_is_refused() {
        Zips bomb = Zips.of("solution.xml", Zips.MANIFEST).with("customizations.xml", target -> {
            byte[] block = "<a/>".repeat(MILLION / 4).getBytes(StandardCharsets.UTF_8);
            target.write("<ImportExportXml>".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 20; i++) {
                target.write(block);
            }
        });
        assertThatThrownBy(() -> open(bomb, SolutionLimits.defaults().withXml(MILLION)))
                .hasMessageContaining("the limit 'xml' is 1000000")
                .hasMessageContaining("withXml(…) to SolutionPackage.open");
    }

    @Test
    void more_elements_and_more_facts_than_the_limits_allow_are_refused() {
        Zips many = Zips.solution("<ImportExportXml><Languages>" + "<Language>1033</Language>".repeat(1_000)
                + "</Languages></ImportExportXml>");
        assertThatThrownBy(() -> open(many, SolutionLimits.defaults().withElements(500)))
                .hasMessageContaining("the limit 'elements' is 500");
        assertThatThrownBy(() -> open(many, SolutionLimits.defaults().withCharacters(500)))
                .hasMessageContaining("the limit 'characters' is 500");
    }

    @Test
    void a_limit_below_one_is_no_limit() {
        assertThatThrownBy(() -> SolutionLimits.defaults().withDepth(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("give at least 1");
    }

    @Test
    void JSON_that_is_too_long_or_none_is_refused_with_its_path() {
        String flow =
                "<ImportExportXml><Workflows><Workflow WorkflowId=\"{A}\" Name=\"f\"><JsonFileName>/Workflows/f.json"
                        + "</JsonFileName><Category>5</Category></Workflow></Workflows></ImportExportXml>";
        refused(Zips.solution(flow).with("Workflows/f.json", "{"), "'Workflows/f.json' is no JSON", "Export");
        refused(Zips.solution(flow).with("Workflows/f.json", "{} {}"), "'Workflows/f.json' is no JSON", "Export");
        refused(Zips.solution(flow).with("Workflows/f.json", "[".repeat(100_000)), "no JSON, or beyond", "Export");
        refused(
                Zips.solution(flow).with("Workflows/f.json", "{\"a\":\"" + "x".repeat(17 << 20) + "\"}"),
                "the limit 'json' is 16777216",
                "withJson(…)");
    }

    @Test
    void backslashes_and_other_case_are_the_same_path() {
        String flow =
                "<ImportExportXml><Workflows><Workflow WorkflowId=\"{A}\" Name=\"f\"><JsonFileName>/Workflows/F.json"
                        + "</JsonFileName><Category>5</Category></Workflow></Workflows></ImportExportXml>";
        SolutionPackage read = Zips.of("Solution.XML", Zips.MANIFEST)
                .with("Customizations.xml", flow)
                .with("workflows\\f.JSON", "{\"properties\":{\"connectionReferences\":{\"shared_a\":{}}}}")
                .open();

        assertThat(read.facts().content().workflows().get(0).filePresent()).isTrue();
        assertThat(read.facts().content().workflows().get(0).connections()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,true", "UTF-16LE,true", "UTF-16BE,true", "UTF-16LE,false", "UTF-16BE,false", "ISO-8859-1,false"})
    void XML_in_other_encodings_is_read(String charset, boolean mark) {
        String xml = (mark ? "\ufeff" : "") + "<?xml version=\"1.0\" encoding=\"" + charset + "\"?>"
                + "<ImportExportXml><Roles><Role id=\"{A}\" name=\"Prüfer\"/></Roles></ImportExportXml>";
        SolutionPackage read = Zips.of("solution.xml", Zips.MANIFEST)
                .with("customizations.xml", xml, Charset.forName(charset))
                .open();

        assertThat(read.facts().schema().roles().get(0).name()).isEqualTo("Prüfer");
        assertThat(read.facts().xml().get(1).encoding()).isEqualTo(charset);
        assertThat(read.facts().xml().get(1).bom()).isEqualTo(mark);
    }

    @Test
    void bytes_that_are_not_the_declared_encoding_are_refused() {
        refused(
                Zips.of("solution.xml", Zips.MANIFEST)
                        .with("customizations.xml", "<a>ü</a>", StandardCharsets.ISO_8859_1),
                "'customizations.xml': it is not UTF-8 text",
                "Save the file as UTF-8");
        refused(
                Zips.solution("<?xml version=\"1.0\" encoding=\"klingon\"?><a/>"),
                "declares an encoding that is not known",
                "Save the file as UTF-8");
    }

    @Test
    void a_manifest_without_a_solution_is_refused() {
        refused(
                Zips.of("solution.xml", "<ImportExportXml/>").with("customizations.xml", Zips.NOTHING),
                "names no solution",
                "Export the package again");
    }

    @Test
    void a_level_of_a_privilege_that_is_not_known_is_refused() {
        refused(
                Zips.solution("<ImportExportXml><Roles><Role id=\"{A}\" name=\"R\"><RolePrivileges>"
                        + "<RolePrivilege name=\"prvReadAccount\" level=\"Galaxy\"/></RolePrivileges></Role></Roles>"
                        + "</ImportExportXml>"),
                "its role 'R' grants a privilege at the level 'Galaxy'",
                "Use a version");
    }

    @Test
    void a_package_that_changed_after_it_was_opened_is_not_written(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("orders.zip");
        Files.write(file, Zips.solution(Zips.NOTHING).bytes());
        SolutionPackage opened = SolutionPackage.open(file);
        Files.write(file, Zips.solution(Zips.NOTHING).with("more.txt", "x").bytes());

        assertThatThrownBy(() -> opened.write(new ByteArrayOutputStream(), PackageChange.none()))
                .hasMessageContaining("it changed after it was opened. Open it again.");
    }

    @Test
    void a_file_that_does_not_exist_is_told(@TempDir Path folder) {
        assertThatThrownBy(() -> SolutionPackage.open(folder.resolve("nothing.zip")))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("nothing.zip")
                .hasMessageContaining("Check that the file exists");
    }

    private static void refused(Zips zip, String because, String remedy) {
        assertThat(refusal(zip))
                .startsWith("The solution package 'orders.zip' was not read because ")
                .contains(because)
                .contains(remedy)
                .endsWith(".");
    }

    private static String refusal(Zips zip) {
        try {
            return "read: " + zip.open();
        } catch (MigrationException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static void open(Zips zip, SolutionLimits limits) throws IOException {
        Path file = Files.createTempFile("orders", ".zip");
        try {
            Files.write(file, zip.bytes());
            SolutionPackage.open(file, limits);
        } finally {
            Files.delete(file);
        }
    }
}
