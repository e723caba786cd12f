package io.powermigrate.canvas.rebind;

import io.powermigrate.canvas.facts.Connectors;
import io.powermigrate.internal.address.PercentText;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * How a text was escaped where it was found, told by the characters that were read; what replaces it is escaped the same way. For one
 * match.
 */
final class Spelling {

    /** Where a text stands, as far as that decides how its replacement is escaped. */
    enum Context {
        /** A value or formula as it is. */
        PLAIN,
        /** A string of JSON, perhaps of JSON in it. */
        JSON,
        /** XML inside of a string of JSON. */
        XML
    }

    /** What the writers of the service escape in JSON though they need not. */
    private static final String ESCAPED_IN_JSON = "\"\\<>&'+`";

    private static final HexFormat DIGITS = HexFormat.of().withUpperCase();

    /** What a path holds without escapes (RFC 3986). */
    private static final String PATH = "/!$&'()*+,;=:@";

    private final Context context;
    private int encoded = -1;
    private int inside = -1;
    private int unicode;
    private int backslashes;
    private boolean entities;

    Spelling(Context context) {
        this.context = context;
        this.entities = context == Context.XML;
    }

    /** Notes one character that belongs to the text. */
    void saw(EscapedCursor read, int wanted) {
        if (wanted == '/' || wanted == ':') {
            encoded = Math.max(encoded, read.percent());
        } else if (read.percent() > 0 || isEncodedByMany(wanted)) {
            inside = Math.max(inside, read.percent());
        }
        if (read.isUnicode()) {
            unicode = Math.max(unicode, read.backslashes());
        } else if (wanted == '\\') {
            backslashes = Math.max(backslashes, read.backslashes());
        }
        entities |= read.isEntity();
    }

    /** Notes the character behind the text: what is encoded there is encoded together with it. */
    void sawBehind(EscapedCursor read) {
        if (encoded < 0 && inside < 0) {
            encoded = read.percent();
        }
    }

    private static boolean isEncodedByMany(int c) {
        return c == ' ' || c >= 0x80;
    }

    /**
     * The replacement as it has to be spelled; null where nobody can tell how.
     *
     * @param address whether it is an address, whose path may be encoded in itself
     */
    byte @Nullable [] of(String replacement, boolean address) {
        int levels = Math.max(0, address || encoded >= 0 ? encoded : inside);
        String spelled = withPath(replacement, levels, address);
        for (int i = 0; i < levels; i++) {
            spelled = PercentText.encoded(spelled, "");
        }
        if (entities) {
            spelled = XmlText.spelled(spelled);
        }
        String json = context == Context.PLAIN ? spelled : inJson(spelled);
        return json == null ? null : json.getBytes(StandardCharsets.UTF_8);
    }

    /** A path is encoded in itself if the one that was found is; if that does not tell, it stays as the caller spelled it. */
    private String withPath(String replacement, int levels, boolean address) {
        if (inside < 0 || !address && inside <= levels) {
            return replacement;
        }
        int path = address ? replacement.length() - Connectors.path(replacement).length() : 0;
        String tail = replacement.substring(path);
        String spelled = address ? PercentText.decoded(tail) : tail;
        for (int i = levels; i < inside; i++) {
            spelled = PercentText.encoded(spelled, address ? PATH : "/");
        }
        return replacement.substring(0, path) + spelled;
    }

    private @Nullable String inJson(String text) {
        StringBuilder json = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && backslashes > 0) {
                json.append("\\".repeat(backslashes));
            } else if (unicode > 0 && (c >= 0x80 || ESCAPED_IN_JSON.indexOf(c) >= 0)) {
                json.append("\\".repeat(unicode)).append('u').append(DIGITS.toHexDigits(c));
            } else if (c < ' ' || c == '"' || c == '\\') {
                return null;
            } else {
                json.append(c);
            }
        }
        return json.toString();
    }
}
