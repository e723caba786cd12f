package io.powermigrate.internal.page.html;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.page.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Writes HTML: the markup is constant, and whatever is put into it is escaped for text and for attributes alike. Control
 * characters become visible before. For one thread.
 */
final class HtmlOut {

    private final Writer out;
    private final Map<String, String> ids = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    HtmlOut(Writer out) {
        this.out = out;
    }

    /**
     * Writes markup.
     *
     * @param markup a constant, in which each {@code {}} is replaced
     * @param values what stands there, escaped; of a long text a part, of a line to paste all
     */
    HtmlOut put(String markup, Object... values) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Object value : values) {
            int gap = markup.indexOf("{}", at);
            text.append(markup, at, gap).append(shown(value));
            at = gap + 2;
        }
        return raw(text.append(markup, at, markup.length()).toString());
    }

    /** Text that is safe as it is: an asset, or JSON whose signs are escaped. */
    HtmlOut raw(String text) {
        try {
            out.write(text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name from outside: it cannot turn the text around it. */
    HtmlOut name(String name) {
        return put("<bdi>{}</bdi>", name);
    }

    /** The anchor of a group, the same at every run as long as its key is. */
    String id(String before, String key) {
        return ids.computeIfAbsent(before + " " + key, none -> unused(before + "-" + slug(key)));
    }

    private String unused(String id) {
        String free = id;
        for (int i = 2; !taken.add(free); i++) {
            free = id + "-" + i;
        }
        return free;
    }

    private static String slug(String key) {
        String slug = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "-");
        return slug.length() <= 60 ? slug : slug.substring(0, 60);
    }

    private static String shown(Object value) {
        return value instanceof Line line ? signs(Shown.whole(line.code())) : escaped(String.valueOf(value));
    }

    static String escaped(String text) {
        return signs(Shown.message(text));
    }

    private static String signs(String shown) {
        StringBuilder escaped = new StringBuilder(shown.length() + 16);
        for (int i = 0; i < shown.length(); i++) {
            char sign = shown.charAt(i);
            switch (sign) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(sign);
            }
        }
        return escaped.toString();
    }
}
