package io.powermigrate.internal.zip;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The name of an entry as it is compared: slashes, no leading separator. Documents use backslashes, a few have a leading one
 * (wire/msapp.md, section 1.1); both are kept in the facts and make no difference here.
 *
 * @param path slashes, as spelled
 * @param folded the path in lower case: two entries with one folded path are ambiguous
 */
public record EntryName(String path, String folded) {

    private static final int SHOWN = 200;

    public static EntryName of(String stored) {
        String slashes = stored.replace('\\', '/');
        int start = 0;
        while (start < slashes.length() && slashes.charAt(start) == '/') {
            start++;
        }
        String path = slashes.substring(start);
        return new EntryName(path, path.toLowerCase(Locale.ROOT));
    }

    /** UTF-8 where it is, with or without the flag; else one character a byte, so that nothing is lost. */
    static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /** Why the name must not be trusted, or empty. Nothing is ever extracted here; anyone who extracts later must be safe too. */
    public Optional<String> objection() {
        if (path.isEmpty()) {
            return Optional.of("is empty");
        }
        if (path.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("holds a control character");
        }
        if (path.length() > 1 && path.charAt(1) == ':' && Character.isLetter(path.charAt(0))) {
            return Optional.of("begins with a drive letter");
        }
        for (String segment : path.split("/")) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                return Optional.of("holds the path segment '" + segment + "'");
            }
        }
        return Optional.empty();
    }

    /** A name from the archive, safe to print: control characters escaped, cut to a readable length. */
    public static String shown(String name) {
        StringBuilder text = new StringBuilder();
        name.codePoints().limit(SHOWN).forEach(c -> {
            if (Character.isISOControl(c)) {
                text.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                text.appendCodePoint(c);
            }
        });
        return text.append(name.length() > SHOWN ? "…" : "").toString();
    }
}
