package io.powermigrate.testkit.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page that says how to use the testkit. */
final class Readme {
    private final String text;

    private Readme(String text) {
        this.text = text;
    }

    static Readme read() throws IOException {
        return new Readme(Files.readString(root().resolve("migration-testkit/README.md")));
    }

    static Path root() {
        return Path.of(System.getProperty("powermigrate.root", ".."));
    }

    /** The block behind a mark such as {@code <!-- snippet: curl -->}. */
    String block(String mark) {
        Matcher matcher = Pattern.compile("<!-- " + mark + " -->\\s*```\\w+\\n(.*?)```", Pattern.DOTALL)
                .matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("The README has no block \"" + mark + "\".");
        }
        return matcher.group(1);
    }
}
