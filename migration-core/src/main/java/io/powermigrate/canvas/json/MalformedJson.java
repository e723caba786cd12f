package io.powermigrate.canvas.json;

import io.powermigrate.error.MigrationException;

/** An entry is not JSON. Entries whose content nobody reads may be so; in all others it is the document's end. */
public final class MalformedJson extends MigrationException {

    private static final long serialVersionUID = 1L;

    MalformedJson(MigrationException refusal) {
        super(refusal.problem(), refusal.remedy());
    }
}
