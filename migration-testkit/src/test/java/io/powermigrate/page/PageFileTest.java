package io.powermigrate.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.house.House;
import io.powermigrate.internal.page.PageFile;
import io.powermigrate.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageFileTest {

    private static final Plan PLAN = ManyApps.plan(5);

    @TempDir
    private Path folder;

    private String written(String name) throws IOException {
        PLAN.writeTo(folder.resolve(name));
        return Files.readString(folder.resolve(name));
    }

    @Test
    void the_ending_names_the_form() throws IOException {
        assertThat(written("a.md")).startsWith("# Plan");
        assertThat(written("a.page.json")).contains("\"version\": 1").contains("\"verdict\"");
        assertThat(written("a.csv")).startsWith("row,section,");
        assertThat(written("a.sarif")).contains("\"2.1.0\"");
        assertThat(written("a.junit.xml")).contains("<testsuites ");
        assertThat(written("a.html")).startsWith("<!");
        assertThat(written("a.full.txt").lines().count())
                .isGreaterThanOrEqualTo(written("a.txt").lines().count());
    }

    @Test
    void the_case_of_the_ending_does_not_matter() throws IOException {
        assertThat(written("A.SARIF")).contains("\"2.1.0\"");
    }

    @Test
    void json_alone_is_the_plan_itself() throws IOException {
        written("a.json");

        assertThat(Plan.read(folder.resolve("a.json")).steps()).hasSameSizeAs(PLAN.steps());
    }

    @Test
    void an_ending_that_is_unknown_is_refused_with_those_that_are_known() {
        assertThatThrownBy(() -> PLAN.writeTo(folder.resolve("a.pdf")))
                .hasMessageContaining("a.pdf")
                .hasMessageContaining(".json, ")
                .hasMessageContaining(".junit.xml");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void the_examples_are_one_of_each_form() {
        assertThat(ExamplePages.write(PLAN, folder))
                .hasSameSizeAs(PageFile.endings())
                .allSatisfy(file -> assertThat(file).isNotEmptyFile());
    }

    @Test
    void the_examples_in_docs_are_what_is_written_today() throws IOException {
        ExamplePages.all(folder);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.toList()).isNotEmpty().allSatisfy(file -> assertThat(withoutRelease(file))
                    .as("write docs/pages again with bin/pages docs/pages")
                    .isEqualTo(withoutRelease(House.root().resolve("docs/pages").resolve(file.getFileName()))));
        }
    }

    /** SARIF names the version of the library, which is known to its jars only. */
    private static String withoutRelease(Path file) throws IOException {
        return Files.readString(file).replaceAll("(\"version\": )\"(?:unreleased|[0-9].*)\"", "$1\"\"");
    }

    @Test
    void the_page_of_forms_lists_every_ending() throws IOException {
        String page = Files.readString(House.root().resolve("docs/pages.md"));

        assertThat(page.lines()
                        .filter(line -> line.matches("\\| `\\.[a-z.]+` .*"))
                        .map(line -> line.split("`")[1]))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(Stream.of(".json"), PageFile.endings().stream())
                        .toList());
    }
}
