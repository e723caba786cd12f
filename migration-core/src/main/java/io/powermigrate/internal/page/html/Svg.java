package io.powermigrate.internal.page.html;

import java.util.Locale;

/** Numbers of pictures. */
final class Svg {

    private Svg() {}

    static String of(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
