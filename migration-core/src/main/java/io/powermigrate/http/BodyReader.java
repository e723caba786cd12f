package io.powermigrate.http;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a streamed answer. It may be called again from the first byte when the answer broke off, so it must begin again
 * each time.
 *
 * @param <T> what comes of it
 */
@FunctionalInterface
public interface BodyReader<T> {

    /**
     * Reads the body; the stream is closed by the transport.
     *
     * @param head status and headers
     */
    T read(Reply head, InputStream body) throws IOException;
}
