package io.powermigrate.house;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** No door for text passes by {@code Shown}: those that types do not close are closed here. */
final class WordsShown {

    private static final Set<String> PAGES = Set.of("plan/", "report/", "rollout/", "rule/", "run/");
    private static final Pattern LINE_BREAK = Pattern.compile("\"[^\"\\n]*\\\\n|'\\\\n'|lineSeparator\\(|\"\"\"");
    private static final Pattern LINE_TO_PASTE = Pattern.compile("\\bBind(ing)?\\.\\w+");
    private static final Pattern REFUSAL =
            Pattern.compile("IllegalArgumentException|IllegalStateException|AssertionFailedError");

    private WordsShown() {}

    static SourceRule pages() {
        return new SourceRule(
                "only the writer of lines breaks the lines of a page",
                file -> file.isMain() && PAGES.contains(file.place()) ? linesWithBreaks(file) : List.of(),
                "core/src/main/java/io/powermigrate/plan/Wrong.java",
                "class Wrong { String page(String name) { return name + \"\\n\"; } }");
    }

    static SourceRule refusals() {
        return new SourceRule(
                "an exception of the JDK that holds a value shows it as messages are shown",
                file -> file.isMain() && !file.place().startsWith("testkit") ? refusals(file) : List.of(),
                "core/src/main/java/io/powermigrate/model/Wrong.java",
                "class Wrong { Wrong(String name) { throw new IllegalArgumentException(\"no \" + name); } }");
    }

    static SourceRule linesToPaste() {
        return new SourceRule(
                "only a line of the mapping itself says how it is pasted",
                file -> file.isMain()
                                && !file.place().startsWith("testkit")
                                && !file.path().endsWith("Binding.java")
                        ? linesToPaste(file)
                        : List.of(),
                "core/src/main/java/io/powermigrate/plan/Wrong.java",
                "class Wrong { String remedy(String id) { return \"paste Binding.of(\" + id + \")\"; } }");
    }

    private static List<String> linesToPaste(SourceFile file) {
        List<String> complaints = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitLiteral(LiteralTree literal, Void nothing) {
                if (LINE_TO_PASTE.matcher(String.valueOf(literal.getValue())).find()) {
                    complaints.add(file.at(file.firstLine(literal)) + " writes a line to paste by hand");
                }
                return super.visitLiteral(literal, nothing);
            }
        }.scan(file.tree(), null);
        return complaints;
    }

    private static List<String> linesWithBreaks(SourceFile file) {
        List<String> lines = file.text().lines().toList();
        return Stream.iterate(0, line -> line < lines.size(), line -> line + 1)
                .filter(line -> LINE_BREAK.matcher(lines.get(line)).find())
                .map(line -> file.at(line + 1) + " breaks a line by itself")
                .toList();
    }

    private static List<String> refusals(SourceFile file) {
        List<String> complaints = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitNewClass(NewClassTree made, Void nothing) {
                boolean joined = made.getArguments().stream().anyMatch(WordsShown::isJoined);
                if (joined && REFUSAL.matcher(made.getIdentifier().toString()).matches()) {
                    complaints.add(file.at(file.firstLine(made)) + " shows a value as it is");
                }
                return super.visitNewClass(made, nothing);
            }
        }.scan(file.tree(), null);
        return complaints;
    }

    private static boolean isJoined(ExpressionTree argument) {
        return argument instanceof BinaryTree;
    }
}
