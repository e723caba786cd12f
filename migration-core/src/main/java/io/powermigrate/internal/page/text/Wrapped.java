package io.powermigrate.internal.page.text;

import io.powermigrate.internal.text.Words;
import java.util.ArrayList;
import java.util.List;

/** Lines of at most a width, broken between words. Pure. */
final class Wrapped {

    /** No line is longer than this, whatever is in it. */
    static final int LONGEST = 160;

    private Wrapped() {}

    /** The words in lines: the first one after one indentation, the others after another. */
    static List<String> words(String first, String further, String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        boolean isEmpty = true;
        for (String word : text.split(" ", -1)) {
            String piece = cut(word, width - further.length());
            if (!isEmpty && length(line) + 1 + piece.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder(further);
                isEmpty = true;
            }
            line.append(isEmpty ? "" : " ").append(piece);
            isEmpty = false;
        }
        lines.add(line.toString());
        return lines;
    }

    private static int length(StringBuilder line) {
        return line.codePointCount(0, line.length());
    }

    /** A word that fits into no line loses its end. */
    private static String cut(String word, int room) {
        return word.length() <= room ? word : word.substring(0, end(word, room - 1)) + "…";
    }

    static int end(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at - 1)) ? at - 1 : at;
    }

    /** Names in lines, of which no more than some: the last one then says how many are missing. */
    static List<String> names(String indent, List<String> names, int width, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(indent);
        int told = 0;
        for (String name : names) {
            String piece = name + (told == names.size() - 1 ? "" : ",");
            boolean isFirst = line.length() == indent.length();
            if (!isFirst && length(line) + 1 + piece.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
                isFirst = true;
            }
            line.append(isFirst ? "" : " ").append(piece);
            told++;
        }
        lines.add(line.toString());
        return lines.size() <= most ? lines : shortened(indent, names, width, most);
    }

    /** As many names as leave room for how many are missing. */
    private static List<String> shortened(String indent, List<String> names, int width, int most) {
        int few = names.size();
        int least = 0;
        List<String> best = List.of(indent + Words.number(names.size()) + " of them");
        while (least < few) {
            int half = (least + few + 1) / 2;
            List<String> some = new ArrayList<>(names.subList(0, half));
            some.add("… and " + Words.number(names.size() - (long) half) + " more");
            List<String> lines = names(indent, some, width, Integer.MAX_VALUE);
            if (lines.size() <= most && half < names.size()) {
                best = lines;
                least = half;
            } else {
                few = half - 1;
            }
        }
        return best;
    }
}
