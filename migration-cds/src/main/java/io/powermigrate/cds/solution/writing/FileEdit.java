package io.powermigrate.cds.solution.writing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What becomes of one file. */
@FunctionalInterface
public interface FileEdit {

    /** Writes the new bytes; neither stream is closed here. */
    void write(InputStream before, OutputStream after) throws IOException;
}
