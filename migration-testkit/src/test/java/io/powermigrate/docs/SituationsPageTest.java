package io.powermigrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.house.House;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/situations.md tells of each situation what the library does, and names tests that exist. */
class SituationsPageTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (S\\d\\d) \\| (.+) \\| (.+) \\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+)\\.(\\w+)`");
    private static final Pattern SITUATION = Pattern.compile("(?m)^### (S\\d\\d) ");

    private final List<MatchResult> rows = ROW.matcher(read(House.root().resolve("docs/situations.md")))
            .results()
            .toList();

    @Test
    void each_situation_has_one_row() {
        List<String> met = SITUATION
                .matcher(read(House.root().resolve("docs/wire/dataverse-situations.md")))
                .results()
                .map(each -> each.group(1))
                .toList();

        assertThat(met).hasSizeGreaterThan(50);
        assertThat(rows).extracting(row -> row.group(1)).containsExactlyElementsOf(met);
    }

    @Test
    void each_row_names_tests_that_exist() {
        Map<String, String> sources = sources();

        assertThat(rows).allSatisfy(row -> {
            List<MatchResult> tests = TEST.matcher(row.group(3)).results().toList();
            assertThat(tests).as(row.group(1)).isNotEmpty().allSatisfy(test -> assertThat(
                            sources.getOrDefault(test.group(1), ""))
                    .as(test.group())
                    .contains("void " + test.group(2) + "("));
        });
    }

    private static Map<String, String> sources() {
        try (Stream<Path> modules = Files.list(House.root())) {
            return modules.map(module -> module.resolve("src/test/java/io/powermigrate/cds"))
                    .filter(Files::isDirectory)
                    .flatMap(SituationsPageTest::filesIn)
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            SituationsPageTest::read,
                            String::concat));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> filesIn(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.getFileName().toString().endsWith("Test.java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
