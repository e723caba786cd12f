package io.powermigrate.canvas.rebind;

import io.powermigrate.internal.address.SiteAddress;
import java.util.Locale;
import java.util.regex.Pattern;

/** By what a value of the source is found: all spellings of an address, and of a GUID, have one key. */
final class ValueKey {

    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

    private ValueKey() {}

    static String of(String value) {
        String bare = bare(value);
        return guid(bare) ? bare.toLowerCase(Locale.ROOT) : SiteAddress.canonical(value);
    }

    /** A key made of two values. */
    static String pair(String first, String second) {
        return of(first) + '\n' + of(second);
    }

    /** The second of the values that {@link #pair} joined. */
    static String second(String pair) {
        return pair.substring(pair.indexOf('\n') + 1);
    }

    static boolean guid(String value) {
        return GUID.matcher(value).matches();
    }

    /** A GUID without the braces that it may stand in; any other value as it is. */
    static String bare(String value) {
        boolean braces = value.length() > 2 && value.startsWith("{") && value.endsWith("}");
        String inside = braces ? value.substring(1, value.length() - 1) : value;
        return guid(inside) ? inside : value;
    }
}
