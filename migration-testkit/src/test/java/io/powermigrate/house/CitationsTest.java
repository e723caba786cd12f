package io.powermigrate.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every fact that code and pages cite stands in {@code docs/wire}, where its citation says. */
class CitationsTest {

    private static final Path FACTS = House.root().resolve("docs/wire");

    @Test
    void every_citation_resolves() throws IOException {
        List<Citation> all = citations();
        List<String> missing = new ArrayList<>();
        for (Citation each : all) {
            missing.addAll(each.missing(FACTS));
        }

        assertThat(missing).isEmpty();
        assertThat(all).as("citations that were found").hasSizeGreaterThan(200);
    }

    @Test
    void a_file_a_section_a_row_or_a_point_that_does_not_exist_is_noticed() throws IOException {
        String text =
                "wire/nothing.md, wire/msapp.md, section 99, wire/msapp.md, section 3, row 999,\n * wire/clients.md, "
                        + "points 1 and 999, wire/rules.md";

        List<String> missing = new ArrayList<>();
        for (Citation each : Citation.in(Path.of("A.java"), text)) {
            missing.addAll(each.missing(FACTS));
        }

        assertThat(missing).hasSize(4);
    }

    private static List<Citation> citations() throws IOException {
        List<Citation> all = new ArrayList<>();
        for (Path file : House.texts()) {
            if (!file.startsWith(FACTS) && !file.endsWith("CitationsTest.java")) {
                all.addAll(Citation.in(House.root().relativize(file), Files.readString(file)));
            }
        }
        return all;
    }
}
