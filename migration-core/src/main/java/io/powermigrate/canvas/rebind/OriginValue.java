package io.powermigrate.canvas.rebind;

import io.powermigrate.internal.text.Shown;

/**
 * A value of a document that names its source environment.
 *
 * @param tie what it ties the document to
 * @param within what it is part of: the connector of a connection, the dataset of a table; empty for all others
 * @param value the value itself, as the document spells it; never a secret. Of what is only counted, the number
 */
public record OriginValue(OriginReference tie, String within, String value) {

    /** What messages call it. */
    String words() {
        return tie == OriginReference.CONNECTION ? within + "/" + value : value;
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
