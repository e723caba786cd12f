package io.powermigrate.internal.json;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;

/** Two blanks, LF on every system, one element a line. */
final class CanonicalPrinter extends DefaultPrettyPrinter {

    private static final long serialVersionUID = 1L;
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    CanonicalPrinter() {
        super(Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        _objectIndenter = LINES;
        _arrayIndenter = LINES;
    }

    @Override
    public DefaultPrettyPrinter createInstance() {
        return new CanonicalPrinter();
    }
}
