package io.powermigrate.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.bootstrap.ServerBootstrap;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;

/** Answers what a test has queued, one answer a request, and keeps what it was asked. */
public final class ScriptedServer implements AutoCloseable {

    private final HttpServer server;
    private final Queue<Script> scripts = new ArrayDeque<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    public record Asked(String method, String target, String bearer, long length, String body) {}

    @FunctionalInterface
    public interface Script {
        void answer(ClassicHttpResponse response) throws IOException;
    }

    public ScriptedServer(int port) {
        server = ServerBootstrap.bootstrap()
                .setListenerPort(port)
                .setLocalAddress(InetAddress.getLoopbackAddress())
                .setCanonicalHostName("127.0.0.1")
                .register("*", (request, response, context) -> handle(request, response))
                .create();
        try {
            server.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
    }

    public List<Asked> asked() {
        return asked;
    }

    public ScriptedServer then(Script script) {
        synchronized (scripts) {
            scripts.add(script);
        }
        return this;
    }

    public ScriptedServer then(int status, String body, String... headers) {
        return then(response -> {
            response.setCode(status);
            response.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
            for (int i = 0; i < headers.length; i += 2) {
                response.setHeader(headers[i], headers[i + 1]);
            }
        });
    }

    public ScriptedServer thenDrop() {
        return then(response -> {
            throw new IOException("dropped by the script");
        });
    }

    public ScriptedServer thenTruncated(String part, long announced) {
        return then(response -> {
            response.setCode(200);
            response.setEntity(new Truncated(part, announced));
        });
    }

    private void handle(ClassicHttpRequest request, ClassicHttpResponse response) throws IOException {
        Header bearer = request.getFirstHeader("Authorization");
        String body = "";
        long length = -1;
        if (request.getEntity() != null) {
            length = request.getEntity().getContentLength();
            try {
                body = EntityUtils.toString(request.getEntity());
            } catch (org.apache.hc.core5.http.ParseException e) {
                throw new IOException(e);
            }
        }
        asked.add(new Asked(
                request.getMethod(), request.getPath(), bearer == null ? "" : bearer.getValue(), length, body));
        Script script;
        synchronized (scripts) {
            script = scripts.poll();
        }
        if (script == null) {
            response.setCode(418);
            response.setEntity(
                    new StringEntity("{\"error\":{\"code\":\"NotScripted\"}}", ContentType.APPLICATION_JSON));
        } else {
            script.answer(response);
        }
    }

    @Override
    public void close() {
        server.close(CloseMode.IMMEDIATE);
    }

    private static final class Truncated extends AbstractHttpEntity {

        private final byte[] part;
        private final long announced;

        Truncated(String part, long announced) {
            super(ContentType.APPLICATION_JSON, null);
            this.part = part.getBytes(StandardCharsets.UTF_8);
            this.announced = announced;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(part);
            out.flush();
            throw new IOException("truncated by the script");
        }

        @Override
        public java.io.InputStream getContent() {
            return new java.io.ByteArrayInputStream(part);
        }

        @Override
        public boolean isStreaming() {
            return false;
        }

        @Override
        public long getContentLength() {
            return announced;
        }

        @Override
        public void close() {}
    }
}
