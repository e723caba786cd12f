package io.powermigrate.internal.text;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words of pages: nouns of types, numbers that begin a sentence, sentences of fragments. Pure, thread-safe. */
public final class Words {

    private static final Pattern FIRST_WORD = Pattern.compile("\\A[a-z]+(?:'[a-z]+)?(?:[ ,;]|\\z)");
    private static final List<String> SMALL =
            List.of("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten");

    private Words() {}

    /** A type as a noun: {@code wall-clock} is a wall clock. */
    public static String noun(String type) {
        return type.replace('-', ' ');
    }

    /** The last word of a type, where no other one is meant: {@code wall-clock} is a clock. */
    public static String lastWord(String type) {
        return type.substring(type.lastIndexOf('-') + 1);
    }

    /** The plural of a noun. */
    public static String plural(String noun) {
        if (noun.endsWith("y") && !noun.matches(".*[aeiou]y")) {
            return noun.substring(0, noun.length() - 1) + "ies";
        }
        return noun + (noun.endsWith("s") ? "es" : "s");
    }

    /** A number with its noun. */
    public static String counted(long number, String noun) {
        return number(number) + " " + (number == 1 ? noun : plural(noun));
    }

    /** A number with separators. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A number at the beginning of a sentence: a word up to ten. */
    public static String first(long number) {
        return number >= 0 && number < SMALL.size() ? Objects.requireNonNull(SMALL.get((int) number)) : number(number);
    }

    /**
     * The fragment as a sentence: a capital at the beginning, unless a name stands there, and a full stop at the end; empty stays
     * empty.
     */
    public static String sentence(String fragment) {
        String text = fragment.strip();
        if (text.isEmpty()) {
            return "";
        }
        int next = text.offsetByCodePoints(0, 1);
        String capital = FIRST_WORD.matcher(text).lookingAt()
                ? text.substring(0, next).toUpperCase(Locale.ROOT) + text.substring(next)
                : text; // it begins with a name
        return capital.matches("(?s).*[.!?:…]") ? capital : capital + ".";
    }

    /** Some names, the first ones of many, and how many more there are. */
    public static String some(List<String> names, int most) {
        String shown = names.stream().limit(most).collect(Collectors.joining(", "));
        long more = names.size() - (long) most;
        return more > 0 ? shown + " and " + number(more) + " more" : shown;
    }
}
