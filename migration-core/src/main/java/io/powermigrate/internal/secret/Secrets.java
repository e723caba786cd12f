package io.powermigrate.internal.secret;

import java.util.List;
import java.util.function.Function;

/**
 * Finds secrets in a text: what is assigned to the name of one (in an address, a header, a connection string, JSON, also JSON inside
 * JSON and encoded for an address), what follows the name of a scheme, signed tokens, a password in front of a host, private keys.
 *
 * <p>A text for people loses a word too many rather than a word too few. A document is code: there only what nobody could mean
 * otherwise counts, and the length stays. Pure, thread-safe; a text of any length takes time in proportion to it.
 */
public final class Secrets {

    private static final String GONE = "…";

    private Secrets() {}

    /** A text for people, each secret replaced by one sign. */
    public static String without(String text) {
        return replaced(text, SecretScan.Kind.MESSAGE, span -> GONE);
    }

    /** A text of a document with stars for each secret, of the same length, so that offsets into it stay right. */
    public static String masked(String text) {
        return replaced(text, SecretScan.Kind.DOCUMENT, span -> "*".repeat(span.to() - span.from()));
    }

    private static String replaced(String text, SecretScan.Kind kind, Function<Span, String> by) {
        List<Span> spans = new SecretScan(text, kind).spans();
        if (spans.isEmpty()) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length());
        int from = 0;
        for (Span span : spans) {
            safe.append(text, from, span.from()).append(by.apply(span));
            from = span.to();
        }
        return safe.append(text, from, text.length()).toString();
    }

    /** Whether a text looks as if it held a secret; in doubt it does. */
    public static boolean isIn(String text) {
        return !new SecretScan(text, SecretScan.Kind.MESSAGE).spans().isEmpty();
    }

    /** Whether a text of a document holds what can only be a secret. */
    public static boolean isInDocument(String text) {
        return !new SecretScan(text, SecretScan.Kind.DOCUMENT).spans().isEmpty();
    }
}
