package io.powermigrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.house.Compiled;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.Test;

/** What the README types into JShell runs there, after the startup file of {@code bin/jshell}. */
class JShellTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void the_lines_of_the_readme_run_after_the_startup_file() {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        try (JShell shell =
                JShell.builder().executionEngine("local").out(out).err(out).build()) {
            shell.addToClasspath(Compiled.classPath());
            runs(shell, Page.of("bin/imports.jsh").text());
            runs(shell, Page.of("bin/startup.jsh").text());
            List<String> values =
                    runs(shell, Page.of("README.md").block("jshell").text());
            assertThat(values).hasSize(12);
            assertThat(values.get(0)).contains("4 changes");
            assertThat(values.get(1)).isEqualTo("4");
            assertThat(values.get(3)).contains("Expense report").contains("held");
            assertThat(values.get(5)).contains("Customer visits 1.2.0.0");
            assertThat(values.get(6)).isEqualTo("[table \"contoso_visit\"]");
            assertThat(values.get(7)).isEqualTo("[security-role \"Visit planner\"]");
            assertThat(values.get(10)).isEqualTo("Plan from Contoso Dev to Fabrikam Prod: 2 changes");
            assertThat(shell.variables().map(variable -> variable.name()))
                    .contains("source", "target", "migration", "fake", "plan");
            runs(shell, "world.close();");
        }
    }

    /** As the program takes a file: line by line, and what may end at the end of a line ends there. */
    static List<String> runs(JShell shell, String text) {
        List<String> values = new ArrayList<>();
        String left = "";
        for (String line : text.lines().toList()) {
            left = left.isBlank() ? line : left + "\n" + line;
            SourceCodeAnalysis.CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(left);
            while (next.completeness().isComplete()) {
                values.addAll(run(shell, next.source()));
                left = next.remaining();
                next = shell.sourceCodeAnalysis().analyzeCompletion(left);
            }
        }
        assertThat(shell.sourceCodeAnalysis().analyzeCompletion(left).completeness())
                .as(left)
                .isEqualTo(SourceCodeAnalysis.Completeness.EMPTY);
        return values;
    }

    private static List<String> run(JShell shell, String source) {
        List<String> values = new ArrayList<>();
        for (SnippetEvent event : shell.eval(source)) {
            assertThat(event.status())
                    .as("%s: %s", source, problems(shell, event.snippet()))
                    .isEqualTo(Snippet.Status.VALID);
            assertThat(event.exception()).as(source).isNull();
            values.add(String.valueOf(event.value()));
        }
        return values;
    }

    private static List<String> problems(JShell shell, Snippet snippet) {
        return shell.diagnostics(snippet)
                .map(problem -> problem.getMessage(java.util.Locale.ENGLISH))
                .toList();
    }
}
