package io.powermigrate.internal.text;

/** Text as a literal of Java source. Pure, thread-safe. */
public final class JavaText {

    private JavaText() {}

    /** The text in quotes: source that compiles, shows nothing invisible, and yields the text, all of it. */
    public static String literal(String text) {
        StringBuilder source = new StringBuilder(text.length() + 16).append('"');
        for (int at = 0; at < text.length(); ) {
            int next = at + Character.charCount(text.codePointAt(at));
            char first = text.charAt(at);
            if (first == '"' || first == '\\') {
                source.append('\\').append(first);
            } else if (Invisible.at(text, at)) {
                Escape.append(source, text, at, next);
            } else {
                source.append(text, at, next);
            }
            at = next;
        }
        return source.append('"').toString();
    }
}
