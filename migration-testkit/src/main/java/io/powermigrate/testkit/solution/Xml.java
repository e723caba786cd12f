package io.powermigrate.testkit.solution;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes XML as the service does: no declaration, two blanks for each level, CRLF between lines, no line at the end
 * (docs/wire/dataverse.md, section 6.1). Not thread safe.
 */
final class Xml {
    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; attributes come as name, value, name, value. */
    Xml open(String name, String... attributes) {
        line().append('<').append(name);
        attributes(attributes);
        text.append('>');
        open.push(name);
        return this;
    }

    Xml close() {
        String name = open.pop();
        line().append("</").append(name).append('>');
        return this;
    }

    Xml leaf(String name, String value, String... attributes) {
        line().append('<').append(name);
        attributes(attributes);
        text.append('>');
        escape(value);
        text.append("</").append(name).append('>');
        return this;
    }

    Xml empty(String name, String... attributes) {
        line().append('<').append(name);
        attributes(attributes);
        text.append(" />");
        return this;
    }

    /** A label of the base language inside its list, such as {@code displaynames/displayname}. */
    Xml label(String list, String item, String label) {
        return open(list)
                .empty(item, "description", label, "languagecode", "1033")
                .close();
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private StringBuilder line() {
        if (text.length() > 0) {
            text.append("\r\n");
        }
        return text.append("  ".repeat(open.size()));
    }

    private void attributes(String... attributes) {
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            text.append('"');
        }
    }

    private void escape(String value) {
        text.append(value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;"));
    }
}
