package io.powermigrate.cds.webapi;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The code of an error, in the one spelling {@code 0x80040217}, whichever the service used: without leading zeros, without
 * {@code 0x}, in small letters, or as a signed number of 32 bits (wire/dataverse.md, section 1.3). Pure, thread-safe.
 */
public final class ErrorCode {

    /** The object does not exist. */
    public static final String ABSENT = "0x80040217";

    /** A record with the same key is there already. */
    public static final String DUPLICATE = "0x80040237";

    /** Components that a package needs are missing. */
    public static final String MISSING_DEPENDENCIES = "0x8004801D";

    private static final Pattern HEX = Pattern.compile("(?i)0x([0-9a-f]{1,8})|([89a-f][0-9a-f]{7})");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,10}");

    private ErrorCode() {}

    /** The code in the one spelling; empty where the text holds none, or the code of no error (0). */
    public static String of(String text) {
        String plain = text.trim();
        if (HEX.matcher(plain).matches()) {
            return of(Long.parseLong(plain.replaceFirst("(?i)^0x", ""), 16));
        }
        return NUMBER.matcher(plain).matches() ? of(Long.parseLong(plain)) : "";
    }

    /** The code of a number of 32 bits, with or without a sign; empty for 0 and for what has more bits. */
    public static String of(long number) {
        boolean fits = number >= Integer.MIN_VALUE && number <= 0xFFFF_FFFFL;
        return number == 0 || !fits ? "" : String.format(Locale.ROOT, "0x%08X", number & 0xFFFF_FFFFL);
    }
}
