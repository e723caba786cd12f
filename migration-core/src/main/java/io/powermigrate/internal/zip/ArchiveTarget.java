package io.powermigrate.internal.zip;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;

/** Where a zip is written to. The header of an entry stands before its content and tells the content's sizes. */
interface ArchiveTarget {

    /** For bytes one after the other. */
    OutputStream stream();

    /** Writes content, and before it the header of that length that the content returns. */
    void headed(int headerLength, Content content) throws IOException;

    /** Writes what follows a header, then returns that header. */
    @FunctionalInterface
    interface Content {
        byte[] writeTo(OutputStream target) throws IOException;
    }

    /** A file: the header is put into its place afterwards. In memory is nothing. */
    record ToFile(FileChannel channel, OutputStream stream) implements ArchiveTarget {

        ToFile(FileChannel channel) {
            this(channel, Channels.newOutputStream(channel));
        }

        @Override
        public void headed(int headerLength, Content content) throws IOException {
            long at = channel.position();
            channel.position(at + headerLength);
            ByteBuffer header = ByteBuffer.wrap(content.writeTo(stream));
            while (header.hasRemaining()) {
                channel.write(header, at + header.position());
            }
        }
    }

    /** A stream, which does not go back: in memory is the deflated content of one entry. */
    record ToStream(OutputStream stream) implements ArchiveTarget {

        private static final int BUFFER = 64 << 10;

        static ToStream buffered(OutputStream target) {
            return new ToStream(new BufferedOutputStream(target, BUFFER));
        }

        @Override
        public void headed(int headerLength, Content content) throws IOException {
            ByteArrayOutputStream held = new ByteArrayOutputStream();
            stream.write(content.writeTo(held));
            held.writeTo(stream);
        }
    }
}
