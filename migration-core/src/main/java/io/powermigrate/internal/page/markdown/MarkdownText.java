package io.powermigrate.internal.page.markdown;

import io.powermigrate.internal.address.PercentText;
import io.powermigrate.internal.text.Shown;
import java.util.ArrayList;
import java.util.List;

/** Texts from outside as Markdown (CommonMark and GitHub's tables, task lists and links) that says nothing but the text. */
final class MarkdownText {

    /** Nothing to see; what stands on both sides is one word no more. Readers make links of words after all escapes. */
    private static final String BROKEN = "<!-- -->";

    private static final String ALWAYS = "\\`*]|~#$";
    private static final String AT_THE_BEGINNING = "-+=";
    private static final String OF_AN_ADDRESS = ":/?#[]@!$&'*+,;=%";

    private MarkdownText() {}

    /** A text in one line: no markup, no link, no mention. */
    static String of(String text) {
        String shown = Shown.message(text);
        StringBuilder escaped = new StringBuilder(shown.length() + 16);
        for (int at = 0; at < shown.length(); at++) {
            escaped.append(escaped(shown, at));
        }
        return escaped.toString();
    }

    private static String escaped(String text, int at) {
        char each = text.charAt(at);
        return switch (each) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case ' ' -> at == 0 ? "&#32;" : " ";
            case '@' -> isLetter(text, at - 1) ? "@" : "@" + BROKEN; // else it may call somebody
            case '_' -> isLetter(text, at - 1) && isLetter(text, at + 1) ? "_" : "\\_";
            case ':' ->
                text.startsWith("//", at + 1) ? ":" + BROKEN : isSpace(text, at + 1) ? ":" : "\\:"; // maybe an emoji
            case '[' -> at == 0 ? "\\[" + BROKEN : "\\["; // some readers take it for a task
            case '.' -> isOfLink(text, at) ? BROKEN + "." : isOfNumber(text, at) ? "\\." : ".";
            case ')' -> isOfNumber(text, at) ? "\\)" : ")";
            default ->
                ALWAYS.indexOf(each) >= 0 || at == 0 && AT_THE_BEGINNING.indexOf(each) >= 0
                        ? "\\" + each
                        : String.valueOf(each);
        };
    }

    private static boolean isLetter(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }

    private static boolean isSpace(String text, int at) {
        return at >= text.length() || text.charAt(at) == ' ';
    }

    private static boolean isOfLink(String text, int at) {
        return text.charAt(at) == '.' && text.regionMatches(true, at - 3, "www", 0, 3);
    }

    /** Whether only digits stand before it, which makes a list. */
    private static boolean isOfNumber(String text, int at) {
        return at > 0 && text.substring(0, at).chars().allMatch(each -> each >= '0' && each <= '9');
    }

    /** A text as code within a line. */
    static String code(String text) {
        String shown = Shown.whole(text);
        if (shown.isBlank()) {
            return "";
        }
        String fence = "`".repeat(longestRun(shown) + 1);
        boolean needsRoom =
                shown.startsWith("`") || shown.endsWith("`") || shown.startsWith(" ") && shown.endsWith(" ");
        String room = needsRoom ? " " : "";
        return fence + room + shown + room + fence;
    }

    /** A text as code within a table, where a bar would end the cell in any case. */
    static String codeInTable(String text) {
        return code(text).replace("|", "\\|");
    }

    /** Lines to paste as a block. */
    static List<String> block(List<String> codes) {
        List<String> shown = codes.stream().map(Shown::whole).toList();
        int longest = shown.stream().mapToInt(MarkdownText::longestRun).max().orElse(0);
        String fence = "`".repeat(Math.max(longest + 1, 3));
        List<String> lines = new ArrayList<>();
        lines.add(fence + "java");
        lines.addAll(shown);
        lines.add(fence);
        return lines;
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int at = 0; at < text.length(); at++) {
            run = text.charAt(at) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /** A link; what is no https address stays a text. */
    static String link(String words, String address) {
        return address.startsWith("https://")
                ? "[" + of(words) + "](<" + PercentText.encoded(address, OF_AN_ADDRESS) + ">)"
                : of(words) + ": " + code(address);
    }
}
