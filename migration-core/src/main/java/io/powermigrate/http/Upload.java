package io.powermigrate.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** The body of a request on its way to the socket: what was sent gives time back, our own reading takes none. */
final class Upload extends AbstractHttpEntity {

    private final Body body;
    private final InputStream content;
    private final Deadline deadline;

    Upload(Body body, InputStream content, Deadline deadline) {
        super(ContentType.parse(body.mediaType()), null);
        this.body = body;
        this.content = content;
        this.deadline = deadline;
    }

    /** The body could not be read here; no service has anything to do with it. */
    static final class Unreadable extends IOException {

        private static final long serialVersionUID = 1L;

        Unreadable(String reason, Throwable cause) {
            super(reason, cause);
        }
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        for (long left = body.length(); left > 0; ) {
            int read = read(buffer, (int) Math.min(buffer.length, left), left);
            out.write(buffer, 0, read);
            deadline.moved(read);
            left -= read;
        }
    }

    private int read(byte[] buffer, int most, long left) throws Unreadable {
        deadline.busy();
        try {
            int read = content.read(buffer, 0, most);
            if (read < 0) {
                throw new IOException("it ended " + left + " bytes before its length of " + body.length());
            }
            return read;
        } catch (IOException e) {
            throw new Unreadable(String.valueOf(e.getMessage()), e);
        } finally {
            deadline.waiting();
        }
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public InputStream getContent() {
        return new FilterInputStream(content) {};
    }

    @Override
    public boolean isStreaming() {
        return true;
    }

    @Override
    public long getContentLength() {
        return body.length();
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
