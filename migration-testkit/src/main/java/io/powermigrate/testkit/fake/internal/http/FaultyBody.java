package io.powermigrate.testkit.fake.internal.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.jspecify.annotations.Nullable;

/** A body that can come slowly, stop half-way, or be too large for anybody. */
final class FaultyBody extends AbstractHttpEntity {
    private static final int BLOCK = 1 << 20;
    private static final int HUGE_BLOCKS = 2048;
    private static final int BOMB_BLOCKS = 3072;
    private static final Duration DRIP = Duration.ofSeconds(1);

    private final byte[] bytes;
    private final Disruption.Delivery delivery;

    FaultyBody(byte[] bytes, String mediaType, Disruption.Delivery delivery) {
        super(mediaType.isEmpty() ? null : mediaType, encoding(delivery), isUnannounced(delivery));
        this.bytes = bytes;
        this.delivery = delivery;
    }

    private static @Nullable String encoding(Disruption.Delivery delivery) {
        return delivery == Disruption.Delivery.BOMB ? "gzip" : null;
    }

    private static boolean isUnannounced(Disruption.Delivery delivery) {
        return delivery == Disruption.Delivery.HUGE || delivery == Disruption.Delivery.BOMB;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        switch (delivery) {
            case TRUNCATED -> {
                out.write(bytes, 0, bytes.length / 2);
                out.flush();
                throw new ConnectionClosedException("the test asked for half a body");
            }
            case SLOW -> byteByByte(out, Duration.ZERO);
            case DRIPPING -> byteByByte(out, DRIP);
            case HUGE -> followed(out, bytes, Blanks.plain(), HUGE_BLOCKS);
            case BOMB -> followed(out, Blanks.packed(bytes), Blanks.packed(), BOMB_BLOCKS);
            default -> {
                out.write(bytes);
                out.flush();
            }
        }
    }

    private void byteByByte(OutputStream out, Duration pause) throws IOException {
        Latency latency = new Latency();
        latency.set(pause);
        for (byte each : bytes) {
            out.write(each);
            out.flush();
            latency.pass();
        }
    }

    private static void followed(OutputStream out, byte[] first, byte[] block, int times) throws IOException {
        out.write(first);
        for (int i = 0; i < times; i++) {
            out.write(block);
        }
        out.flush();
    }

    @Override
    public InputStream getContent() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public boolean isStreaming() {
        return false;
    }

    @Override
    public long getContentLength() {
        return isUnannounced(delivery) ? -1 : bytes.length;
    }

    @Override
    public void close() {}

    /** A block of blanks, which JSON allows behind its end; packed, blocks may follow each other in one stream. */
    private static final class Blanks {
        private static final byte[] PLAIN = plain(BLOCK);
        private static final byte[] PACKED = deflated(PLAIN);
        private static final byte[] GZIP_HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0};

        static byte[] plain() {
            return PLAIN;
        }

        static byte[] packed() {
            return PACKED;
        }

        private static byte[] plain(int length) {
            byte[] blanks = new byte[length];
            Arrays.fill(blanks, (byte) ' ');
            return blanks;
        }

        /** The beginning of a gzip stream. */
        static byte[] packed(byte[] bytes) {
            byte[] deflated = deflated(bytes);
            byte[] packed = Arrays.copyOf(GZIP_HEAD, GZIP_HEAD.length + deflated.length);
            System.arraycopy(deflated, 0, packed, GZIP_HEAD.length, deflated.length);
            return packed;
        }

        private static byte[] deflated(byte[] bytes) {
            Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
            deflater.setInput(bytes);
            byte[] buffer = new byte[bytes.length + 1024];
            int length = deflater.deflate(buffer, 0, buffer.length, Deflater.FULL_FLUSH);
            deflater.end();
            return Arrays.copyOf(buffer, length);
        }
    }
}
