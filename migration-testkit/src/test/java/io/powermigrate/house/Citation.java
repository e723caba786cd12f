package io.powermigrate.house;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A fact that a source file or a page cites, such as {@code wire/msapp.md, section 3, row 20}.
 *
 * @param where the file that cites it
 * @param page the cited file below {@code docs/wire}, without its ending
 * @param kind {@code section}, {@code point} or {@code endpoint}; empty where the whole file is cited
 * @param numbers the cited sections, points or endpoints
 * @param rows rows of a table or steps of a list within the only cited section
 */
record Citation(Path where, String page, String kind, List<String> numbers, List<String> rows) {

    private static final String NUMBER = "[0-9A-C]+(?:\\.[0-9]+)*";
    private static final String NUMBERS = NUMBER + "(?:(?:, | and | to )" + NUMBER + ")*";
    private static final Pattern FORM =
            Pattern.compile("(?:wire/([a-z-]+)\\.md|\\b(canvas-app-import|power-platform|msapp|"
                    + "msal-authority|dataverse(?:-facts|-situations)?|rules)\\.md)`?(?:,? (section|point|endpoint)s? ("
                    + NUMBERS
                    + ")(?:, (?:row|step)s? (" + NUMBERS + "))?)?");

    /** Every citation of a text; comments may break a citation into lines. */
    static List<Citation> in(Path where, String text) {
        Matcher matcher = FORM.matcher(text.replaceAll("\\R\\s*(?:\\*|//)?\\s*", " "));
        List<Citation> all = new ArrayList<>();
        while (matcher.find()) {
            String page = Optional.ofNullable(matcher.group(1)).orElseGet(() -> matcher.group(2));
            String kind = Optional.ofNullable(matcher.group(3)).orElse("");
            all.add(new Citation(where, page, kind, numbers(matcher.group(4)), numbers(matcher.group(5))));
        }
        return all;
    }

    private static List<String> numbers(String list) {
        return list == null ? List.of() : List.of(list.split(", | and | to "));
    }

    /** What of it does not exist in the facts; empty where all does. */
    List<String> missing(Path facts) throws java.io.IOException {
        Path file = facts.resolve(page + ".md");
        if (!Files.isRegularFile(file)) {
            return List.of(this + ": no file " + file.getFileName());
        }
        String text = Files.readString(file);
        return Stream.concat(
                        numbers.stream().filter(number -> !holds(text, number)).map(number -> kind + " " + number),
                        rows.stream()
                                .filter(row -> !hasRow(section(text, numbers.get(0)), row))
                                .map(row -> "row " + row))
                .map(what -> this + ": no " + what)
                .toList();
    }

    private boolean holds(String text, String number) {
        return kind.equals("section") ? heading(number).matcher(text).find() : hasRow(text, number);
    }

    private static Pattern heading(String number) {
        return Pattern.compile("^#+ " + Pattern.quote(number) + "[. ]", Pattern.MULTILINE);
    }

    /** A row of a table, or an element of a numbered list. */
    private static boolean hasRow(String text, String number) {
        return Pattern.compile(
                        "^(?:\\| " + Pattern.quote(number) + " \\||" + Pattern.quote(number) + "\\. )",
                        Pattern.MULTILINE)
                .matcher(text)
                .find();
    }

    private static String section(String text, String number) {
        Matcher start = heading(number).matcher(text);
        if (!start.find()) {
            return "";
        }
        Matcher end = Pattern.compile("^## ", Pattern.MULTILINE).matcher(text);
        return end.find(start.end()) ? text.substring(start.start(), end.start()) : text.substring(start.start());
    }
}
