package io.powermigrate.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaTextTest {

    private static final List<String> TEXTS = List.of(
            "plain",
            "",
            "a \"quoted\" word",
            "C:\\new\\u0022\\",
            "\\\\u000a",
            "\"); System.exit(1); //",
            "\b\t\n\f\r\u0000\u001B7",
            "\u0085\u2028\u2029\u202E\u2066\u200B\uFEFF",
            "\uD83D\uDE00 経費 \uDB40\uDC41",
            "\uD800 half");

    @Test
    void a_literal_compiles_and_yields_the_text(@TempDir Path folder) throws Exception {
        String literals = TEXTS.stream().map(JavaText::literal).collect(Collectors.joining(",\n"));
        assertThat(literals.lines()).hasSize(TEXTS.size()).allSatisfy(line -> assertThat(Shown.message(line))
                .isEqualTo(line));
        Path source = folder.resolve("Pasted.java");
        Files.writeString(
                source,
                "public class Pasted { public static String[] texts() { return new String[] {\n" + literals
                        + "\n}; } }");

        int result =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-encoding", "UTF-8", source.toString());
        assertThat(result).isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            assertThat((String[]) loader.loadClass("Pasted").getMethod("texts").invoke(null))
                    .containsExactlyElementsOf(TEXTS);
        }
    }
}
