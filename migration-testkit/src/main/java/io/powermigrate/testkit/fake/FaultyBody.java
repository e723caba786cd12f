package io.powermigrate.testkit.fake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** A body that can come slowly or stop half-way. */
final class FaultyBody extends AbstractHttpEntity {
    private final byte[] bytes;
    private final Fault.Delivery delivery;

    FaultyBody(byte[] bytes, String mediaType, Fault.Delivery delivery) {
        super(mediaType.isEmpty() ? null : mediaType, null, false);
        this.bytes = bytes;
        this.delivery = delivery;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        if (delivery == Fault.Delivery.TRUNCATED) {
            out.write(bytes, 0, bytes.length / 2);
            out.flush();
            throw new ConnectionClosedException("the test asked for half a body");
        }
        if (delivery == Fault.Delivery.SLOW) {
            for (byte each : bytes) {
                out.write(each);
                out.flush();
            }
            return;
        }
        out.write(bytes);
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
        return bytes.length;
    }

    @Override
    public void close() {}
}
