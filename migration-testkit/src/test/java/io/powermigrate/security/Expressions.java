package io.powermigrate.security;

import io.powermigrate.house.House;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** The regular expressions in the main code of all modules, found in their sources, and texts that are hard for each. */
final class Expressions {

    private static final Pattern USE =
            Pattern.compile("(?:Pattern\\s*\\.compile|\\.matches|\\.replaceAll|\\.replaceFirst"
                    + "|\\.split)\\(\\s*(\"(?:[^\"\\\\]|\\\\.)*\"(?:\\s*\\+\\s*\"(?:[^\"\\\\]|\\\\.)*\")*)\\s*[,)]");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private static final String LOOKS_FOR = "\\.(?:find|results|lookingAt)\\(";

    /** Arguments in their brackets, which may hold brackets, and those too. */
    private static final String CALL = "\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\)";

    private static final Pattern CONSTANT = Pattern.compile("(\\w+)\\s*=\\s*$");

    private static final List<String> SAMPLES = List.of(
            "a", "A", "0", " ", "\n", "<", ">", "-", ".", "/", "@", "%", ":", "\"", "=", ";", "_", "[", "\u00e9", "a.",
            "a-", "<a", "a ", "0 ");

    private Expressions() {}

    /**
     * An expression.
     *
     * @param text what it is
     * @param wholeOnly whether it is held against whole texts only, and never looked for in one
     */
    record Expression(String text, boolean wholeOnly) {}

    /** Each expression with the places where it stands. */
    static Map<Expression, String> all() {
        Map<Expression, String> all = new LinkedHashMap<>();
        for (String module : List.of("migration-core", "migration-auth", "migration-cds", "migration-testkit")) {
            Path sources = House.root().resolve(module).resolve("src/main/java");
            try (Stream<Path> files = Files.walk(sources)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(file -> inFile(file)
                        .forEach(one ->
                                all.merge(one, file.getFileName().toString(), (some, more) -> some + ", " + more)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    private static List<Expression> inFile(Path file) {
        List<Expression> found = new ArrayList<>();
        try {
            String source = Files.readString(file);
            Matcher uses = USE.matcher(source);
            while (uses.find()) {
                StringBuilder whole = new StringBuilder();
                LITERAL.matcher(uses.group(1))
                        .results()
                        .forEach(part -> whole.append(part.group(1).translateEscapes()));
                found.add(new Expression(whole.toString(), isWholeOnly(source, uses)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Whether it is given to {@code matches} right there, or by the name of its constant and in no other way. */
    private static boolean isWholeOnly(String source, MatchResult use) {
        if (use.group().startsWith(".")) {
            return use.group().startsWith(".matches");
        }
        String before = source.substring(Math.max(0, use.start() - 100), use.start());
        Matcher constant = CONSTANT.matcher(before);
        if (!constant.find()) {
            return false;
        }
        String name = "\\b" + constant.group(1) + "\\.";
        long all = count(name, source);
        long whole = count(name + "matcher" + CALL + "\\s*\\.matches\\(\\)", source);
        long inPieces = count(name + "matcher" + CALL + ";", source);
        return all > 0 && (all == whole || all == whole + inPieces && count(LOOKS_FOR, source) == 0);
    }

    private static long count(String expression, String source) {
        return Pattern.compile(expression).matcher(source).results().count();
    }

    static Pattern compiled(String expression) {
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw new AssertionError("no whole expression was found: " + expression, e);
        }
    }

    /** What is repeated to make a text hard: samples of every kind, and the words of the expression itself. */
    static List<String> hard(String expression) {
        List<String> hard = new ArrayList<>(SAMPLES);
        Matcher words = Pattern.compile("[A-Za-z0-9<>:/=&\"' -]{2,}").matcher(expression.replaceAll("\\\\.", "\u0000"));
        while (words.find()) {
            String word = words.group();
            hard.add(word);
            hard.add(word + " ");
            hard.add(word.toLowerCase(Locale.ROOT) + "a");
            hard.add(word + "0");
        }
        return hard;
    }
}
