package io.powermigrate.cds.solution.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;

/**
 * The characters of an XML file: counted, decoded strictly, and no tag, text or comment longer than the limit, because parsers hold
 * each of them whole. Not thread-safe.
 */
final class XmlText extends Reader {

    private final Reader text;
    private final XmlLimits limits;
    private final XmlForm form;
    private final Runs runs = new Runs();
    private boolean crlf;
    private boolean afterReturn;

    private XmlText(Reader text, XmlForm form, XmlLimits limits) {
        this.text = text;
        this.form = form;
        this.limits = limits;
    }

    static XmlText of(InputStream bytes, XmlLimits limits) throws IOException {
        PushbackInputStream ahead = XmlForm.ahead(new Counted(bytes, limits));
        XmlForm form = XmlForm.of(ahead)
                .orElseThrow(() -> limits.refused(
                        "it declares an encoding that is not known",
                        "Save the file as UTF-8 and zip the folder again"));
        Reader decoded = new InputStreamReader(
                ahead,
                form.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        return new XmlText(decoded, form, limits);
    }

    XmlForm form() {
        return form;
    }

    /** Whether a line ended with CR LF so far. */
    boolean crlf() {
        return crlf;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int count = decode(target, offset, length);
        for (int i = offset; i < offset + count; i++) {
            char c = target[i];
            crlf |= afterReturn && c == '\n';
            afterReturn = c == '\r';
            if (runs.after(c) > limits.text()) {
                throw limits.beyond("has a tag, text or comment longer than that many characters", Limit.TEXT);
            }
        }
        return count;
    }

    private int decode(char[] target, int offset, int length) throws IOException {
        try {
            return text.read(target, offset, length);
        } catch (CharacterCodingException wrong) {
            throw limits.refused(
                    "it is not " + form.charset() + " text as it says",
                    "Save the file as UTF-8 and zip the folder again");
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    /** How long the tag, text or comment at hand is: {@code <} begins the next one, but within a comment, CDATA or instruction. */
    private static final class Runs {

        private static final String COMMENT = "<!--";
        private static final String DATA = "<![CDATA[";
        private static final String INSTRUCTION = "<?";
        private static final char NO_CHAR = 0;

        private final StringBuilder start = new StringBuilder();
        private boolean starting;
        /** What stands before the {@code >} that ends this, twice but for an instruction; none in a tag or text. */
        private char end = NO_CHAR;

        private boolean once;
        private char last = NO_CHAR;
        private char beforeLast = NO_CHAR;
        private int length;

        int after(char c) {
            length++;
            if (end != NO_CHAR) {
                if (c == '>' && last == end && (once || beforeLast == end)) {
                    end = NO_CHAR;
                }
                beforeLast = last;
                last = c;
            } else if (c == '<') {
                length = 1;
                start.setLength(0);
                start.append(c);
                starting = true;
            } else if (starting) {
                begin(c);
            }
            return length;
        }

        private void begin(char c) {
            start.append(c);
            String so = start.toString();
            once = so.equals(INSTRUCTION);
            end = once ? '?' : so.equals(COMMENT) ? '-' : so.equals(DATA) ? ']' : NO_CHAR;
            starting = end == NO_CHAR && (COMMENT.startsWith(so) || DATA.startsWith(so));
            last = NO_CHAR;
            beforeLast = NO_CHAR;
        }
    }

    /** Counts bytes against the limit. */
    private static final class Counted extends FilterInputStream {

        private final XmlLimits limits;
        private long count;

        Counted(InputStream bytes, XmlLimits limits) {
            super(bytes);
            this.limits = limits;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count += Math.max(0, read);
            if (count > limits.bytes()) {
                throw limits.beyond("has more than that many bytes", Limit.XML);
            }
            return read;
        }
    }
}
