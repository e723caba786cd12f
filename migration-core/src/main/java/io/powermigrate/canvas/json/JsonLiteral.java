package io.powermigrate.canvas.json;

import java.io.ByteArrayOutputStream;

/**
 * A string of a JSON text (UTF-8), as it is spelled: from its opening quote to behind its closing quote. The text was tokenized before,
 * so the spelling is right.
 *
 * @param value what it says
 */
@SuppressWarnings("ArrayRecordComponent") // the text is shared, nobody writes to it
public record JsonLiteral(byte[] text, int start, int end, String value) {

    private static final String HEX = "0123456789abcdef";

    /** What it says as bytes; a lone surrogate is kept in three of them. */
    byte[] decoded() {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(end - start);
        for (int at = start + 1; at < end - 1; ) {
            int plain = at;
            while (at < end - 1 && text[at] != '\\') {
                at++;
            }
            decoded.write(text, plain, at - plain);
            if (at < end - 1) {
                utf8(codePoint(at), decoded);
                at += length(at);
            }
        }
        return decoded.toByteArray();
    }

    /** Regions of what it says become regions of the text that it stands in, and their new bytes are escaped once. */
    void lift(Edits inside, Edits outside) {
        int at = start + 1;
        int decoded = 0;
        for (Edits.Edit edit : inside.inOrder()) {
            int[] from = forward(at, decoded, edit.start());
            int[] to = forward(from[0], from[1], edit.end());
            outside.add(from[0], to[0], escaped(edit.bytes()));
            at = to[0];
            decoded = to[1];
        }
    }

    /** From a place in the text and what was decoded until there, on to a place in what is decoded. */
    private int[] forward(int from, int decodedUntil, int target) {
        int at = from;
        int decoded = decodedUntil;
        while (decoded < target) {
            if (text[at] == '\\') {
                decoded += size(codePoint(at));
                at += length(at);
            } else {
                decoded++;
                at++;
            }
        }
        return new int[] {at, decoded};
    }

    private int length(int escape) {
        if (text[escape + 1] != 'u') {
            return 2;
        }
        return codePoint(escape) > 0xffff ? 12 : 6;
    }

    private int codePoint(int escape) {
        int kind = text[escape + 1];
        if (kind != 'u') {
            int control = "bfnrt".indexOf(kind);
            return control < 0 ? kind : "\b\f\n\r\t".charAt(control);
        }
        int unit = hex(escape + 2);
        boolean pair = Character.isHighSurrogate((char) unit) && text[escape + 6] == '\\' && text[escape + 7] == 'u';
        int low = pair ? hex(escape + 8) : 0;
        return pair && Character.isLowSurrogate((char) low) ? Character.toCodePoint((char) unit, (char) low) : unit;
    }

    private int hex(int at) {
        int value = 0;
        for (int i = at; i < at + 4; i++) {
            value = value << 4 | Character.digit(text[i], 16);
        }
        return value;
    }

    /** Bytes of a part of a text. */
    public static int length(String text, int from, int to) {
        return text.substring(from, to).codePoints().map(JsonLiteral::size).sum();
    }

    private static int size(int codePoint) {
        return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }

    private static void utf8(int codePoint, ByteArrayOutputStream target) {
        int size = size(codePoint);
        if (size == 1) {
            target.write(codePoint);
            return;
        }
        target.write(0xf00 >> size & 0xff | codePoint >> 6 * (size - 1));
        for (int shift = 6 * (size - 2); shift >= 0; shift -= 6) {
            target.write(0x80 | codePoint >> shift & 0x3f);
        }
    }

    /** A string as it is spelled, without quotes: plain escapes only. */
    static byte[] escaped(String value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(value.length() + 16);
        value.codePoints().forEach(codePoint -> {
            if (codePoint < 0x80) {
                escape(codePoint, bytes);
            } else if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                unicode(codePoint, bytes);
            } else {
                utf8(codePoint, bytes);
            }
        });
        return bytes.toByteArray();
    }

    private static byte[] escaped(byte[] decoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(decoded.length + 16);
        for (byte b : decoded) {
            escape(b & 0xff, bytes);
        }
        return bytes.toByteArray();
    }

    private static void escape(int c, ByteArrayOutputStream target) {
        int control = "\b\f\n\r\t".indexOf(c);
        if (c == '"' || c == '\\') {
            target.write('\\');
            target.write(c);
        } else if (control >= 0) {
            target.write('\\');
            target.write("bfnrt".charAt(control));
        } else if (c < 0x20) {
            unicode(c, target);
        } else {
            target.write(c);
        }
    }

    private static void unicode(int unit, ByteArrayOutputStream target) {
        target.write('\\');
        target.write('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
            target.write(HEX.charAt(unit >> shift & 15));
        }
    }
}
