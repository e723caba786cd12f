package io.powermigrate.internal.json;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import io.powermigrate.internal.text.Shown;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Escapes what cannot be seen. Of the two units of an invisible character of a higher plane, the second follows by itself. */
final class VisibleEscapes extends CharacterEscapes {

    private static final long serialVersionUID = 1L;

    /** The first unit of all tags and variation selectors of plane 14. */
    private static final int TAGS = 0xDB40;

    private static final int DELETE = 0x7F;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] codes = standardAsciiEscapesForJSON();
        codes[DELETE] = ESCAPE_STANDARD;
        return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int unit) {
        boolean escaped = unit == TAGS || !Character.isSurrogate((char) unit) && Shown.isInvisible(unit);
        return escaped ? new SerializedString(String.format(Locale.ROOT, "\\u%04x", unit)) : null;
    }
}
