package io.powermigrate.canvas.rebind;

import io.powermigrate.internal.text.Shown;

/**
 * A value that became another.
 *
 * @param tie what it ties the document to
 * @param entry name of the entry, with slashes
 * @param from what stood there; empty for a secret
 * @param to what stands there now; empty for a secret
 * @param places how often
 */
public record DocumentChange(OriginReference tie, String entry, String from, String to, int places) {

    DocumentChange times(int count) {
        return new DocumentChange(tie, entry, from, to, count);
    }

    @Override
    public String toString() {
        String what = from.isEmpty() ? "was taken out" : "'" + from + "' became '" + to + "'";
        return Shown.message(entry + ": " + tie.words() + " " + what + (places == 1 ? "" : ", " + places + " times"));
    }
}
