package io.powermigrate.canvas.formula;

import io.powermigrate.error.MigrationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * New names for names of an app, checked once and then applied to each of its formulas. Every use follows whose role says so
 * ({@link Role#followsRename()}); members, fields, columns, texts and comments stay. Immutable and thread-safe.
 */
public final class Renaming {

    private final Symbols symbols;
    private final Map<String, Identifier> names = new HashMap<>();

    /**
     * @param symbols the app's names as they are
     * @param names the new name of each that changes
     * @throws MigrationException if a new name cannot be spelled, or is or becomes the name of something else in the app
     */
    public Renaming(Symbols symbols, Map<String, String> names) {
        this.symbols = symbols;
        Set<String> taken = new HashSet<>();
        names.forEach((from, to) -> {
            this.names.put(from, new Identifier(to));
            if (!taken.add(to) || symbols.knows(to) && !names.containsKey(to)) {
                throw new MigrationException(
                        "'" + from + "' was not renamed to '" + to + "' because the app calls something else so",
                        "Choose a name that the app does not use");
            }
        });
    }

    /** The formula with the new names. One that cannot be split into tokens stays as it is, and the errors say so. */
    public Renamed of(Formula formula) {
        List<Edit> edits = new ArrayList<>();
        if (formula.errors().isEmpty()) {
            formula.walk(symbols, new Visitor() {
                @Override
                public void identifier(Found found, Scopes scopes) {
                    Identifier to = names.get(found.token().value());
                    if (to != null && found.role().followsRename()) {
                        edits.add(edit(found, to, scopes));
                    }
                }
            });
        }
        return new Renamed(Edit.applied(formula.text(), edits), edits, formula.errors());
    }

    /** What a row or record would hide under its new name is named past it (wire/msapp.md, section 4.5, no. 2). */
    private static Edit edit(Found found, Identifier to, Scopes scopes) {
        boolean hidden = found.place() == Place.ROOT && scopes.role(to.name()) == Role.SHADOWED;
        String spelled = hidden ? "[@" + to.spelled() + "]" : to.spelled();
        return new Edit(found.token().offset(), found.token().length(), spelled);
    }

    /** In one line: how many names it changes. */
    @Override
    public String toString() {
        return "Renaming[names: " + names.size() + "]";
    }
}
