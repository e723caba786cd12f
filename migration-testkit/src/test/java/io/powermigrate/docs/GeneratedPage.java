package io.powermigrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page that a test makes: compared with the one in {@code docs}, or written there on request. */
public final class GeneratedPage {

    private GeneratedPage() {}

    /** Run the test with {@code -Dpowermigrate.docs=write} to write the page instead. */
    public static void is(String name, String content) throws IOException {
        Path page = Path.of(System.getProperty("powermigrate.root", ".."), "docs", name);
        if ("write".equals(System.getProperty("powermigrate.docs"))) {
            Files.writeString(page, content);
        }
        assertThat(page)
                .as("made again by: mvn test -Dpowermigrate.docs=write")
                .content()
                .isEqualTo(content);
    }

    /** A line of a table. */
    public static String row(String... cells) {
        StringBuilder row = new StringBuilder("|");
        for (String cell : cells) {
            row.append(' ').append(cell.replace("|", "\\|")).append(" |");
        }
        return row.append('\n').toString();
    }
}
