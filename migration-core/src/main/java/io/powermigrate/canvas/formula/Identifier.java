package io.powermigrate.canvas.formula;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Shown;
import java.util.Set;

/**
 * A name, and how a formula spells it: bare where that is possible, else in apostrophes (wire/msapp.md, section 4.4).
 *
 * @param name the name itself, without apostrophes around it
 */
public record Identifier(String name) {

    private static final Set<String> KEYWORDS =
            Set.of("true", "false", "in", "exactin", "Self", "Parent", "And", "Or", "Not", "As");

    /** Reserved only where an app switches that on, which it may do later. */
    private static final Set<String> RESERVED = Set.of(
            "blank", "null", "empty", "none", "nothing", "undefined", "This", "Is", "Child", "Children", "Siblings");

    /** Refuses with a {@link MigrationException} what no formula can spell: an empty name, or one with a line feed. */
    public Identifier {
        if (name.isEmpty() || name.indexOf('\n') >= 0) {
            throw new MigrationException(
                    "A name was not written into a formula because it "
                            + (name.isEmpty() ? "is empty" : "holds a line feed"),
                    "Give a name of one line");
        }
    }

    /** As it stands in a formula: {@code Orders}, {@code '[dbo].[Orders]'}, {@code 'It''s mine'}. */
    public String spelled() {
        boolean bare = Characters.startsName(name.charAt(0))
                && name.chars().allMatch(c -> Characters.continuesName((char) c))
                && !keyword(name)
                && !RESERVED.contains(name);
        return bare ? name : "'" + name.replace("'", "''") + "'";
    }

    static boolean keyword(String word) {
        return KEYWORDS.contains(word);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
