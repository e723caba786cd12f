package io.powermigrate.cds.webapi;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a file while it arrives.
 *
 * @param <T> what comes of it
 */
@FunctionalInterface
public interface FileReader<T> {

    /** Reads the decoded bytes to their end; the stream is closed by the caller. */
    T read(InputStream file) throws IOException;
}
