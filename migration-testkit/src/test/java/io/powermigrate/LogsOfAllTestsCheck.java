package io.powermigrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.powermigrate.house.House;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Searches what every test of every module logged, at TRACE, for secrets: tokens, signatures, passwords, and what tests
 * planted. Maven runs it after all of them.
 */
class LogsOfAllTestsCheck {

    private static final List<Pattern> SECRETS = List.of(
            Pattern.compile("eyJ[A-Za-z0-9_-]{12,}\\.[A-Za-z0-9_-]{12,}"), // a token
            Pattern.compile("(?i)[?&;\"]sig(=|%3D)[A-Za-z0-9%+/]{6,}"), // a signed address
            Pattern.compile("(?i)\\b(client_secret|client_assertion|refresh_token|device_code|code_verifier|password)="
                    + "[A-Za-z0-9%+/._~-]{4,}"), // a form
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY"),
            Pattern.compile("hunter2-planted|pLantedSecret|PLANTED|planted-secret"));

    @Test
    void nothing_secret_was_logged() throws IOException {
        List<Path> logs = logs();
        assumeTrue(logs.size() > 20, "all tests of all modules have run before");
        List<String> found = new ArrayList<>();
        long lines = 0;
        for (Path log : logs) {
            lines += search(log, found);
        }
        System.out.println(lines + " lines of " + logs.size() + " tests were searched");
        assertThat(found).isEmpty();
        assertThat(lines).as("the tests log at TRACE").isGreaterThan(10_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer eyJ0eXAiOiJKV1QiLCJhbGciOiJub25lIn0.eyJhdWQiOiJodHRwczovL3NlcnZpY2UifQ.c2ln",
                "https://x.blob.core.windows.net/c/p.zip?sv=1&sig=Zm9vYmFyMTIz",
                "grant_type=password&password=analytical",
                "-----BEGIN RSA PRIVATE KEY-----",
                "the body was hunter2-planted"
            })
    void each_kind_of_secret_would_be_found(String line) {
        List<String> found = new ArrayList<>();
        search("a.Test-output.txt", 1, line, found);
        assertThat(found).hasSize(1);
    }

    private static List<Path> logs() throws IOException {
        try (Stream<Path> modules = Files.list(House.root())) {
            return modules.map(module -> module.resolve("target/surefire-reports"))
                    .filter(Files::isDirectory)
                    .flatMap(LogsOfAllTestsCheck::outputs)
                    .toList();
        }
    }

    private static Stream<Path> outputs(Path reports) {
        try (Stream<Path> files = Files.list(reports)) {
            return files.filter(file -> file.toString().endsWith("-output.txt")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long search(Path log, List<String> found) throws IOException {
        long number = 0;
        try (BufferedReader lines = Files.newBufferedReader(log, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                search(log.getFileName().toString(), ++number, line, found);
            }
        }
        return number;
    }

    /** The message names the place and the kind, not the secret. */
    private static void search(String file, long number, String line, List<String> found) {
        for (Pattern secret : SECRETS) {
            Matcher matcher = secret.matcher(line);
            if (matcher.find() && found.size() < 20) {
                found.add(file + ", line " + number + ": " + secret + " after \""
                        + line.substring(Math.max(0, matcher.start() - 60), matcher.start()) + "\"");
            }
        }
    }
}
