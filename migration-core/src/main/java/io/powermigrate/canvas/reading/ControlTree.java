package io.powermigrate.canvas.reading;

import java.util.List;

/**
 * A control that lies in no other, with all that lies in it.
 *
 * @param entry entry of the document
 * @param names of all its controls, with those in copies of components
 * @param scripts its formulas, in the document's order
 */
public record ControlTree(String entry, List<String> names, List<Script> scripts) {

    /** Copies the lists. */
    public ControlTree {
        names = List.copyOf(names);
        scripts = List.copyOf(scripts);
    }
}
