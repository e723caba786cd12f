package io.powermigrate.house;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePathScanner;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** What only the text of a class shows. */
final class SourceRules {

    private static final int LINES_OF_A_FILE = 300;
    private static final int LINES_OF_A_METHOD = 30;
    private static final int PARAMETERS = 5;
    private static final String RUN = "core/src/main/java/io/powermigrate/internal/run/Wrong.java";

    /** Words of one platform; the engine moves anything. Words that other trades use too (flow, solution) are left to the reader. */
    private static final Pattern PLATFORM_WORD =
            Pattern.compile("(?i)\\b(canvas|msapp|dataverse|power[ -]?(apps?|automate|platform|bi)|cloud flows?|flows?"
                    + "|connectors?|gateways?|tenants?|share ?point|entra|microsoft|azure|dynamics|makers?)\\b");

    private static final Pattern SOURCE_OF_A_FACT = Pattern.compile("wire/[\\w-]+\\.md");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|_");
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");

    private SourceRules() {}

    static List<SourceRule> all() {
        return List.of(
                shortFiles(),
                shortMethods(),
                fewParameters(),
                neutralEngine(),
                finished(),
                describedPackages(),
                WordsShown.pages(),
                WordsShown.refusals(),
                WordsShown.linesToPaste());
    }

    private static SourceRule shortFiles() {
        return new SourceRule(
                "a file has at most " + LINES_OF_A_FILE + " lines",
                file -> file.text().lines().count() > LINES_OF_A_FILE
                        ? List.of(file.at(1) + " has " + file.text().lines().count() + " lines")
                        : List.of(),
                RUN,
                "class Wrong {}\n" + "\n".repeat(LINES_OF_A_FILE));
    }

    private static SourceRule shortMethods() {
        return new SourceRule(
                "a method has at most " + LINES_OF_A_METHOD + " lines",
                file -> eachMethod(file, (method, complaints) -> {
                    BlockTree body = method.getBody();
                    long lines = body == null ? 0 : file.lastLine(body) - file.firstLine(body) + 1;
                    if (lines > LINES_OF_A_METHOD) {
                        complaints.add(
                                file.at(file.firstLine(method)) + " " + method.getName() + " has " + lines + " lines");
                    }
                }),
                RUN,
                "class Wrong { void run() {\n" + ";\n".repeat(LINES_OF_A_METHOD) + "} }");
    }

    private static SourceRule fewParameters() {
        return new SourceRule(
                "a method has at most " + PARAMETERS + " parameters, but the constructor of a record",
                file -> eachMethod(file, (method, complaints) -> {
                    if (method.getParameters().size() > PARAMETERS) {
                        complaints.add(file.at(file.firstLine(method)) + " " + method.getName() + " has "
                                + method.getParameters().size() + " parameters");
                    }
                }),
                RUN,
                "class Wrong { void run(int a, int b, int c, int d, int e, int f) {} }");
    }

    private static SourceRule neutralEngine() {
        return new SourceRule(
                "the engine knows no word of the Power Platform, not even in a comment",
                file -> file.isMain() && isEngine(file) ? platformWords(file) : List.of(),
                RUN,
                "/** Keeps it. */ class Wrong { String cloudTenantId; }");
    }

    private static SourceRule finished() {
        return new SourceRule(
                "nothing is marked as unfinished",
                file -> file.isMain() ? linesWith(file, UNFINISHED) : List.of(),
                RUN,
                "class Wrong {} // TO" + "DO later");
    }

    private static SourceRule describedPackages() {
        return new SourceRule(
                "every package says in a sentence what it is, and is @NullMarked",
                file -> !file.isMain() || isDescribed(file)
                        ? List.of()
                        : List.of(file.path().getParent() + " has no package-info with a sentence and @NullMarked"),
                RUN,
                "class Wrong {}");
    }

    private static boolean isDescribed(SourceFile file) {
        if (!file.path().endsWith("package-info.java")) {
            return Files.exists(file.path().resolveSibling("package-info.java"));
        }
        return file.text().startsWith("/** ") && file.text().contains("@NullMarked");
    }

    private static boolean isEngine(SourceFile file) {
        String place = file.place();
        return place.isEmpty() || Storeys.ENGINE.contains(place.substring(0, place.indexOf('/')));
    }

    private static List<String> platformWords(SourceFile file) {
        List<String> complaints = new ArrayList<>();
        int line = 0;
        for (String text : file.text().lines().toList()) {
            line++;
            String words =
                    HUMP.matcher(SOURCE_OF_A_FACT.matcher(text).replaceAll("")).replaceAll(" ");
            var found = PLATFORM_WORD.matcher(words);
            if (found.find()) {
                complaints.add(file.at(line) + " says \"" + found.group() + "\"");
            }
        }
        return complaints;
    }

    private static List<String> linesWith(SourceFile file, Pattern pattern) {
        return pattern.matcher(file.text())
                .results()
                .map(found ->
                        file.at(file.text().substring(0, found.start()).lines().count()) + " says " + found.group())
                .toList();
    }

    private static List<String> eachMethod(SourceFile file, BiConsumer<MethodTree, List<String>> check) {
        List<String> complaints = new ArrayList<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void nothing) {
                boolean inRecord = getCurrentPath().getParentPath().getLeaf() instanceof ClassTree owner
                        && owner.getKind() == Tree.Kind.RECORD;
                if (!inRecord || method.getReturnType() != null) {
                    check.accept(method, complaints);
                }
                return super.visitMethod(method, nothing);
            }
        }.scan(file.tree(), null);
        return complaints;
    }
}
