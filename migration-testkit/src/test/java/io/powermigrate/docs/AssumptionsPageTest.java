package io.powermigrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.testkit.fake.wire.Dialect;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AssumptionsPageTest {

    @Test
    void the_page_of_assumptions_is_made_from_the_dialect_table() throws IOException {
        StringBuilder page = new StringBuilder("""
                # What the fake assumes of the service

                Made from the table `Dialect` by `AssumptionsPageTest`; do not edit.

                * **enforced**: measured or recorded; who breaks it fails as with the service.
                * **tolerated**: sources differ; every known form is taken.
                * **varied**: answers differ or are unknown; the fake answers in each form, the first unless told otherwise, and the main job passes in all of them.

                """);
        for (Dialect.Kind kind : Dialect.Kind.values()) {
            page.append("## ").append(word(kind)).append("\n\n");
            page.append(GeneratedPage.row("id", "fact", "forms", "source"));
            page.append("|---|---|---|---|\n");
            Arrays.stream(Dialect.values())
                    .filter(row -> row.kind() == kind)
                    .forEach(row -> page.append(GeneratedPage.row(
                            "`" + row.name() + "`", row.words(), String.join(" · ", row.variants()), row.source())));
            page.append('\n');
        }
        assertThat(page).contains("FOREIGN_PACKAGE_PAIR");
        GeneratedPage.is("assumptions.md", page.toString());
    }

    private static String word(Dialect.Kind kind) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
