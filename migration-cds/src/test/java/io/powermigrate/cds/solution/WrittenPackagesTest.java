package io.powermigrate.cds.solution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.cds.solution.facts.EnvironmentVariable;
import io.powermigrate.cds.solution.facts.PackageFile;
import io.powermigrate.error.MigrationException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is what was read, but for what was to be different. */
class WrittenPackagesTest {

    @Test
    void another_version_changes_nothing_else() throws IOException {
        for (Path zip : RealPackages.zips()) {
            SolutionPackage read = RealPackages.open("solutions/" + zip.getFileName());
            Map<String, byte[]> before = files(Files.readAllBytes(zip));
            Map<String, byte[]> after = files(written(read, PackageChange.none().withVersion("7.7.7.7")));
            String version = "<Version>" + read.facts().manifest().version() + "</Version>";

            assertThat(after.keySet()).containsExactlyElementsOf(before.keySet());
            before.put(
                    "solution.xml",
                    new String(before.get("solution.xml"), StandardCharsets.UTF_8)
                            .replace(version, "<Version>7.7.7.7</Version>")
                            .getBytes(StandardCharsets.UTF_8));
            before.forEach((path, bytes) ->
                    assertThat(after.get(path)).as(zip + " " + path).isEqualTo(bytes));
        }
    }

    @Test
    void without_the_values_of_variables_their_files_are_gone_and_all_else_is_there() throws IOException {
        SolutionPackage read = RealPackages.open("solutions/TerraformTestSolution_Complex_1_1_0_0.zip");
        byte[] written = written(read, PackageChange.none().withoutVariableValues());
        SolutionPackage again = SolutionPackage.read("again.zip", new ByteArrayInputStream(written));

        assertThat(read.facts().content().variables())
                .filteredOn(EnvironmentVariable::hasValue)
                .hasSize(2);
        assertThat(again.facts().content().variables()).hasSize(3).noneMatch(EnvironmentVariable::hasValue);
        assertThat(again.facts().files())
                .hasSize(read.facts().files().size() - 2)
                .extracting(PackageFile::path)
                .noneMatch(path -> path.endsWith("environmentvariablevalues.json"));
        assertThat(again.facts().schema()).isEqualTo(read.facts().schema());
    }

    @Test
    void the_values_beside_the_sections_of_old_packages_go_too() throws IOException {
        SolutionPackage read =
                Zips.solution("""
                        <ImportExportXml><EnvironmentVariables><Definition><SchemaName>con_Host</SchemaName>
                        <Type>100000000</Type></Definition></EnvironmentVariables></ImportExportXml>""").with("environment_variable_values.json", """
                        {"EnvironmentVariableValues":[{"EnvironmentVariableDefinition.SchemaName":"con_Host","Value":"x"}]}""").open();
        assertThat(read.facts().content().variables()).singleElement().matches(EnvironmentVariable::hasValue);

        byte[] written = written(read, PackageChange.none().withoutVariableValues());

        assertThat(files(written)).containsOnlyKeys("solution.xml", "customizations.xml");
    }

    @Test
    void a_change_that_changes_nothing_keeps_every_byte() throws IOException {
        byte[] zip = Zips.solution(Zips.NOTHING).bytes();
        SolutionPackage read = SolutionPackage.read("orders.zip", new ByteArrayInputStream(zip));

        assertThat(written(read, PackageChange.none().withoutVariableValues().withVersion("1.0.0.0")))
                .isEqualTo(zip);
    }

    @Test
    void the_version_is_found_behind_comments_and_other_elements_of_its_name() throws IOException {
        String manifest = "\ufeff<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- <Version>9</Version> > -->"
                + "<ImportExportXml><Version a='/>'>8</Version><SolutionManifest><UniqueName>Orders</UniqueName>"
                + "<Publisher><Version/></Publisher><Version x=\"1\" ><![CDATA[1.0]]><!-- <x> --></Version>"
                + "<Version>1</Version></SolutionManifest></ImportExportXml>";
        SolutionPackage read = Zips.of("solution.xml", manifest)
                .with("customizations.xml", Zips.NOTHING)
                .open();

        String written = new String(
                files(written(read, PackageChange.none().withVersion("2.0"))).get("solution.xml"),
                StandardCharsets.UTF_8);

        assertThat(written).isEqualTo(manifest.replace("<![CDATA[1.0]]><!-- <x> -->", "2.0"));
    }

    @Test
    void an_empty_version_gets_one_in_the_encoding_of_the_file() throws IOException {
        String manifest =
                "\ufeff<ImportExportXml><SolutionManifest><UniqueName>Ü</UniqueName><Version /></SolutionManifest>"
                        + "</ImportExportXml>";
        SolutionPackage read = Zips.of("x", "")
                .with("solution.xml", manifest, StandardCharsets.UTF_16LE)
                .with("customizations.xml", Zips.NOTHING)
                .open();

        byte[] written =
                files(written(read, PackageChange.none().withVersion("2.0"))).get("solution.xml");

        assertThat(new String(written, StandardCharsets.UTF_16LE))
                .isEqualTo(manifest.replace("<Version />", "<Version>2.0</Version>"));
    }

    @Test
    void the_document_of_an_app_is_copied_out_and_another_one_put_in() throws IOException {
        SolutionPackage read = RealPackages.open("solutions/TimeSheetCommunityDemo_1_0_0_1.zip");
        String document =
                String.valueOf(read.facts().content().canvasApps().get(0).document());
        ByteArrayOutputStream copied = new ByteArrayOutputStream();
        read.copy(document, copied);
        assertThat((long) copied.size())
                .isEqualTo(read.facts().content().canvasApps().get(0).documentBytes());

        byte[] other = {1, 2, 3};
        Map<String, byte[]> written =
                files(written(read, PackageChange.none().withFile(document, target -> target.write(other))));

        assertThat(written.get(document.substring(1))).isEqualTo(other);
        assertThat(written).hasSize(read.facts().files().size());
    }

    @Test
    void a_file_that_is_not_there_is_neither_copied_nor_replaced() {
        SolutionPackage read = Zips.read("");

        assertThatThrownBy(() -> read.copy("a.msapp", new ByteArrayOutputStream()))
                .hasMessageContaining("it has no file 'a.msapp'");
        assertThatThrownBy(() -> written(read, PackageChange.none().withFile("a.msapp", target -> {})))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("it has no file 'a.msapp' to replace");
    }

    @Test
    void what_is_no_version_is_refused() {
        assertThatThrownBy(() -> PackageChange.none().withVersion("1.0-beta"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("give one such as 1.0.0.1");
    }

    @Test
    void a_folder_is_read_and_not_written(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("solution.xml"), Zips.MANIFEST);
        Files.writeString(folder.resolve("customizations.xml"), Zips.NOTHING);
        SolutionPackage read = SolutionPackage.open(folder);

        assertThat(read.facts().manifest().uniqueName()).isEqualTo("Orders");
        assertThatThrownBy(() -> written(read, PackageChange.none()))
                .hasMessageContaining("it is a folder, and only a zip is written again. Zip what is in that folder.");
    }

    private static byte[] written(SolutionPackage read, PackageChange change) {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        read.write(target, change);
        return target.toByteArray();
    }

    private static Map<String, byte[]> files(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                files.put(entry.getName(), entries.readAllBytes());
            }
        }
        return files;
    }
}
