package io.powermigrate.cds.solution.input;

import io.powermigrate.error.MigrationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Copies an XML file and gives one element another text. All other bytes stay, because nothing is parsed but where tags begin and end;
 * the file was read before, so it is well-formed. In memory is one tag. Not thread-safe.
 */
public final class XmlCopy {

    private static final int END = -1;

    private final List<String> path;
    private final String text;
    private final Reader before;
    private final Writer after;
    private final Deque<String> open = new ArrayDeque<>();
    private final StringBuilder tag = new StringBuilder();
    private boolean found;

    private XmlCopy(List<String> path, String text, Reader before, Writer after) {
        this.path = path;
        this.text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        this.before = before;
        this.after = after;
    }

    /**
     * Copies with the text of the first element of a path changed.
     *
     * @param path names from the root element on
     * @throws MigrationException when there is no such element, or a limit is passed
     */
    public static void copy(InputStream bytes, OutputStream target, XmlLimits limits, List<String> path, String text)
            throws IOException {
        XmlText characters = XmlText.of(bytes, limits);
        target.write(characters.form().mark());
        Writer after = new OutputStreamWriter(target, characters.form().charset());
        XmlCopy copy = new XmlCopy(path, text, new BufferedReader(characters), after);
        copy.run();
        after.flush();
        if (!copy.found) {
            throw limits.refused("it has no element " + String.join("/", path), "Export the package again");
        }
    }

    private void run() throws IOException {
        for (int c = before.read(); c != END; c = before.read()) {
            if (c != '<') {
                after.write(c);
                continue;
            }
            readTag();
            if (isStart() && !found && isWanted()) {
                replace();
            } else {
                after.append(tag);
                follow();
            }
        }
    }

    private void replace() throws IOException {
        found = true;
        String name = name();
        if (tag.charAt(tag.length() - 2) == '/') {
            after.append(tag.substring(0, tag.length() - 2).stripTrailing()).append('>');
            after.append(text).append("</").append(name).append('>');
            return;
        }
        after.append(tag).append(text);
        int around = open.size();
        follow();
        while (open.size() > around) {
            skipText();
            readTag();
            follow();
        }
        after.append(tag);
    }

    private void skipText() throws IOException {
        int c = before.read();
        while (c != '<' && c != END) {
            c = before.read();
        }
    }

    /** Reads from behind a {@code <} to its end; quotes may hold a {@code >}. */
    private void readTag() throws IOException {
        tag.setLength(0);
        tag.append('<');
        char quote = 0;
        for (int c = before.read(); c != END; c = before.read()) {
            tag.append((char) c);
            boolean plain = tag.length() > 2 && (tag.charAt(1) == '!' || tag.charAt(1) == '?');
            if (plain) {
                if (c == '>' && closesMarkup()) {
                    return;
                }
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = (char) c;
            } else if (c == '>') {
                return;
            }
        }
    }

    private boolean closesMarkup() {
        String so = tag.toString();
        if (so.startsWith("<!--")) {
            return so.length() >= 7 && so.endsWith("-->");
        }
        return !so.startsWith("<![CDATA[") || so.endsWith("]]>");
    }

    private boolean isStart() {
        return tag.charAt(1) != '/' && tag.charAt(1) != '!' && tag.charAt(1) != '?';
    }

    private void follow() {
        if (tag.length() > 1 && tag.charAt(1) == '/') {
            open.pollLast();
        } else if (isStart() && tag.charAt(tag.length() - 2) != '/') {
            open.addLast(name());
        }
    }

    private boolean isWanted() {
        return open.size() == path.size() - 1
                && name().equals(path.get(path.size() - 1))
                && List.copyOf(open).equals(path.subList(0, path.size() - 1));
    }

    private String name() {
        int end = 1;
        while (" \t\r\n/>".indexOf(tag.charAt(end)) < 0) {
            end++;
        }
        return tag.substring(1, end);
    }
}
