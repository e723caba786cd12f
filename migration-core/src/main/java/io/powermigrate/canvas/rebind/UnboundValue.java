package io.powermigrate.canvas.rebind;

import io.powermigrate.internal.text.Shown;

/**
 * Something that still names the source environment.
 *
 * @param tie what it ties the document to
 * @param what its value, or how many there are
 */
public record UnboundValue(OriginReference tie, String what) {

    @Override
    public String toString() {
        return Shown.message(tie.words() + " " + what + ": " + tie.by());
    }
}
