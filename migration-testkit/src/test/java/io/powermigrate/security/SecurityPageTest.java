package io.powermigrate.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.house.House;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each promise of docs/security.md is held by a test that exists, and everybody whom it concerns has a table. */
class SecurityPageTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (?!promise|-)(.+) \\| (.+) \\|$");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    private final String page = read(House.root().resolve("docs/security.md"));

    @Test
    void each_promise_names_tests_that_exist() {
        Set<String> tests = tests();
        List<MatchResult> rows = ROW.matcher(page).results().toList();

        assertThat(rows).hasSizeGreaterThan(25);
        assertThat(rows).allSatisfy(row -> {
            List<String> named = NAME.matcher(row.group(2))
                    .results()
                    .map(each -> each.group(1))
                    .toList();
            assertThat(named).as(row.group(1)).isNotEmpty().isSubsetOf(tests);
        });
    }

    @Test
    void everybody_is_trusted_with_something_that_is_said() {
        assertThat(page)
                .contains(
                        "## The caller",
                        "## The service",
                        "## A pre-signed address",
                        "## A proxy",
                        "## A document",
                        "## A local user",
                        "## A reader of logs");
    }

    @Test
    void where_to_report_is_said_without_inventing_anybody() {
        String report = read(House.root().resolve("SECURITY.md"));

        assertThat(report)
                .contains("private vulnerability reporting", "docs/security.md")
                .doesNotContain("@");
    }

    private static Set<String> tests() {
        try (Stream<Path> modules = Files.list(House.root())) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(SecurityPageTest::namesIn)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> namesIn(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .toList()
                    .stream();
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
