package io.powermigrate.cds.solution.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a file spells its XML: UTF-8 without a byte order mark as the server writes it, with one as tools do, or UTF-16
 * (wire/dataverse.md, section 6.1).
 *
 * @param charset what its bytes are
 * @param bom whether a byte order mark stands in front
 * @param declaration whether it begins with {@code <?xml}
 */
public record XmlForm(Charset charset, boolean bom, boolean declaration) {

    private static final int LOOKED_AT = 256;
    private static final int BIG_ENDIAN_BOM = 0xfeff;
    private static final int LITTLE_ENDIAN_BOM = 0xfffe;
    private static final Pattern ENCODING = Pattern.compile("encoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");

    /** Looks at the beginning of a stream and gives back what it read, but for a byte order mark. */
    static Optional<XmlForm> of(PushbackInputStream bytes) throws IOException {
        byte[] start = bytes.readNBytes(LOOKED_AT);
        int mark = mark(start);
        bytes.unread(start, mark, start.length - mark);
        Charset unicode = unicode(start);
        String text = new String(start, mark, start.length - mark, unicode);
        boolean declaration = text.startsWith("<?xml");
        return declared(text, unicode, declaration).map(charset -> new XmlForm(charset, mark > 0, declaration));
    }

    /** A stream whose beginning can be looked at. */
    static PushbackInputStream ahead(InputStream bytes) {
        return new PushbackInputStream(bytes, LOOKED_AT);
    }

    /** The bytes in front of the text. */
    byte[] mark() {
        return bom ? "\ufeff".getBytes(charset) : new byte[0];
    }

    private static int mark(byte[] start) {
        int first = pair(start);
        if (first == BIG_ENDIAN_BOM || first == LITTLE_ENDIAN_BOM) {
            return 2;
        }
        return first == 0xefbb && start.length > 2 && (start[2] & 0xff) == 0xbf ? 3 : 0;
    }

    /** UTF-16 also shows without a mark: the first character of XML is {@code <}. */
    private static Charset unicode(byte[] start) {
        return switch (pair(start)) {
            case BIG_ENDIAN_BOM, 0x003c -> StandardCharsets.UTF_16BE;
            case LITTLE_ENDIAN_BOM, 0x3c00 -> StandardCharsets.UTF_16LE;
            default -> StandardCharsets.UTF_8;
        };
    }

    private static int pair(byte[] start) {
        return start.length < 2 ? 0 : (start[0] & 0xff) << 8 | start[1] & 0xff;
    }

    /** What the bytes show counts more than what the declaration says; empty for an encoding that Java does not have. */
    private static Optional<Charset> declared(String text, Charset unicode, boolean declaration) {
        Matcher encoding = ENCODING.matcher(declaration ? text.substring(0, Math.max(0, text.indexOf("?>"))) : "");
        if (!encoding.find() || !unicode.equals(StandardCharsets.UTF_8)) {
            return Optional.of(unicode);
        }
        try {
            Charset named = Charset.forName(encoding.group(1));
            return Optional.of(named.name().startsWith("UTF-16") ? unicode : named);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }
}
