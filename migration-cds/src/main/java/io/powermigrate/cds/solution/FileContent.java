package io.powermigrate.cds.solution;

import java.io.IOException;
import java.io.OutputStream;

/** The new bytes of a file of a package. */
@FunctionalInterface
public interface FileContent {

    /** Writes them; the target stays open. May be called more than once. */
    void writeTo(OutputStream target) throws IOException;
}
