package io.powermigrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.canvas.rebind.OriginReference;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RebindingPageTest {

    private static final int ROWS_OF_THE_LIST = 33;

    @Test
    void the_page_of_ties_is_made_from_the_table_that_rebinding_keeps() throws IOException {
        assertThat(Arrays.stream(OriginReference.values()).map(OriginReference::row))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, ROWS_OF_THE_LIST).boxed().toList());
        StringBuilder page = new StringBuilder("""
                # What ties a canvas document to its origin

                Made by `RebindingPageTest`; do not edit. The rows are those of wire/msapp.md, section 3. A tie that is *rebound* gets the value that the `Rebinding` gives;
                without one it stays, and `RebindResult.unbound()` tells it. `Rebinding.none()` changes nothing, not even what is *removed* here.

                """);
        page.append(GeneratedPage.row("row", "tie", "where", "what is done", "by"));
        page.append("|---:|---|---|---|---|\n");
        for (OriginReference tie : OriginReference.values()) {
            page.append(GeneratedPage.row(
                    String.valueOf(tie.row()),
                    tie.words(),
                    tie.place(),
                    tie.treatment().name().toLowerCase(Locale.ROOT),
                    tie.by()));
        }
        GeneratedPage.is("rebinding.md", page.toString());
    }
}
