package io.powermigrate.approval;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Somebody, as far as a name tells: neither case counts, nor blanks, nor characters that nobody sees. */
record Person(String folded) {

    private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Z}\\p{C}]");

    static Person of(String name) {
        String plain =
                UNSEEN.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).replaceAll("");
        return new Person(plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
    }
}
