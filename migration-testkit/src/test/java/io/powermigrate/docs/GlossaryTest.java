package io.powermigrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.house.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Messages, Javadoc, comments and pages say what {@code docs/glossary.md} says, and not what it gives up. */
class GlossaryTest {

    private static final Path ROOT = House.root();
    private static final Pattern TEXT =
            Pattern.compile("/\\*(?:(?!\\*/).)*+\\*/|//[^\\n]*+|\"(?:\\\\.|[^\"\\\\\\n])*+\"", Pattern.DOTALL);

    @Test
    void no_word_that_was_given_up_is_left() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files()) {
            found.addAll(found(file, Files.readString(file)));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void a_word_that_was_given_up_would_be_found_in_a_message_a_comment_and_a_page_but_not_in_code()
            throws IOException {
        assertThat(found(Path.of("A.java"), "throw new X(\"Mend the\" + \" reader\");"))
                .hasSize(1);
        assertThat(found(Path.of("A.java"), "/** It is made\n * anew. */ int anew;"))
                .hasSize(1);
        assertThat(found(Path.of("a.md"), "Whoever reads this.")).hasSize(1);
        assertThat(found(Path.of("A.java"), "boolean anew = shall(whoever);")).isEmpty();
    }

    private static List<String> found(Path file, String content) throws IOException {
        String text = file.toString().endsWith(".java") ? texts(content) : content;
        Matcher matcher = givenUp().matcher(text.replaceAll("\\s*\\R\\s*\\*?\\s*", " "));
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(file + ": \"" + matcher.group() + "\"");
        }
        return found;
    }

    private static String texts(String source) {
        StringBuilder all = new StringBuilder();
        Matcher matcher = TEXT.matcher(source);
        while (matcher.find()) {
            all.append(matcher.group()).append('\n');
        }
        return all.toString();
    }

    private static Pattern givenUp() throws IOException {
        List<String> words = Files.readAllLines(ROOT.resolve("docs/glossary.md")).stream()
                .filter(line -> line.startsWith("|") && !line.startsWith("|---") && !line.startsWith("| say"))
                .map(line -> line.split("\\|")[3].strip())
                .flatMap(list -> Arrays.stream(list.split(", ")))
                .filter(word -> !word.isEmpty())
                .map(Pattern::quote)
                .toList();
        return Pattern.compile("\\b(?:" + String.join("|", words) + ")\\b", Pattern.CASE_INSENSITIVE);
    }

    private static List<Path> files() throws IOException {
        return House.texts().stream()
                .filter(file -> !file.startsWith(ROOT.resolve("docs/wire")) && !file.endsWith("docs/glossary.md"))
                .filter(file -> !file.getFileName().toString().matches("GlossaryTest\\.java|CHANGELOG\\.md"))
                .toList();
    }
}
