package io.powermigrate.http;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Counted;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Document;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a call carries. Its length is known and it can be opened again for a repeat; a file streams in constant memory.
 * Immutable as long as the file is.
 */
public final class Body {

    private static final Body NONE = new Body("", 0, InputStream::nullInputStream);

    private final String mediaType;
    private final long length;
    private final Source source;

    private Body(String mediaType, long length, Source source) {
        this.mediaType = mediaType;
        this.length = length;
        this.source = source;
    }

    /** Opens bytes from their beginning, each time it is asked. */
    @FunctionalInterface
    public interface Source {

        /** A new stream at the first byte; the caller closes it. */
        InputStream open() throws IOException;
    }

    /** Nothing at all. */
    public static Body none() {
        return NONE;
    }

    /** A JSON document. */
    public static Body json(Document document) {
        return bytes(document.toJson().getBytes(StandardCharsets.UTF_8), "application/json; charset=utf-8");
    }

    /** Some bytes; they are copied. */
    public static Body bytes(byte[] bytes, String mediaType) {
        byte[] copy = bytes.clone();
        return new Body(mediaType, copy.length, () -> new ByteArrayInputStream(copy));
    }

    /**
     * A file.
     *
     * @throws MigrationException when its size cannot be read
     */
    public static Body file(Path file, String mediaType) {
        try {
            return new Body(mediaType, Files.size(file), () -> Files.newInputStream(file));
        } catch (IOException e) {
            throw new MigrationException(
                    "A file was not sent because its size could not be read: " + file,
                    "Check that the file exists and is readable",
                    e);
        }
    }

    /**
     * Bytes from elsewhere.
     *
     * @param length the number of bytes that the source gives, exactly
     */
    public static Body stream(Source source, long length, String mediaType) {
        return new Body(mediaType, length, source);
    }

    /** Whether there is nothing to send, not even a media type. */
    public boolean isNone() {
        return this == NONE;
    }

    /** The media type; empty without a body. */
    public String mediaType() {
        return mediaType;
    }

    /** In bytes. */
    public long length() {
        return length;
    }

    InputStream open() throws IOException {
        return source.open();
    }

    @Override
    public String toString() {
        return Shown.message("Body[" + mediaType + ", " + Counted.of(length, "byte") + "]");
    }
}
