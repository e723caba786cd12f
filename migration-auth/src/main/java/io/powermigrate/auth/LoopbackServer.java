package io.powermigrate.auth;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.powermigrate.error.MigrationException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Listens on one port of all addresses that {@code localhost} may mean, as a browser may try either, so that no other
 * program can sit on the other one. Several requests are served at once, and each has to be whole in time: half a request
 * holds up nobody. Thread-safe.
 */
final class LoopbackServer implements AutoCloseable {

    private static final byte[] FOUR = {127, 0, 0, 1};
    private static final byte[] SIX = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    private static final int PORTS_TRIED = 20;
    private static final int MOST_THREADS = 16;
    private static final ThreadFactory DAEMONS = task -> {
        Thread thread = new Thread(task, "powermigrate-loopback");
        thread.setDaemon(true);
        return thread;
    };

    private final List<HttpServer> servers;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            MOST_THREADS, MOST_THREADS, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), DAEMONS);
    private final ScheduledThreadPoolExecutor limits = new ScheduledThreadPoolExecutor(1, DAEMONS);

    private LoopbackServer(List<HttpServer> servers, HttpHandler handler, Duration perRequest) {
        this.servers = servers;
        for (HttpServer server : servers) {
            server.createContext("/", handler);
            server.setExecutor(task -> threads.execute(() -> limited(task, perRequest)));
            server.start();
        }
    }

    /** @param perRequest how long one request may take, from its first byte on */
    static LoopbackServer start(HttpHandler handler, Duration perRequest) {
        try {
            return new LoopbackServer(bound(), handler, perRequest);
        } catch (IOException e) {
            throw new MigrationException(
                    "No port of this machine was opened for the browser because " + e.getMessage(),
                    "Allow this program to listen on localhost, or sign in with deviceCode",
                    e);
        }
    }

    int port() {
        return servers.get(0).getAddress().getPort();
    }

    /** A port that is free on both addresses; on one, where this machine has no other. */
    private static List<HttpServer> bound() throws IOException {
        if (!hasSix()) {
            return List.of(bound(FOUR, 0));
        }
        IOException last = new IOException("no port was free on both 127.0.0.1 and ::1");
        for (int i = 0; i < PORTS_TRIED; i++) {
            HttpServer four = bound(FOUR, 0);
            try {
                return List.of(four, bound(SIX, four.getAddress().getPort()));
            } catch (IOException taken) {
                four.stop(0);
                last = taken;
            }
        }
        throw last;
    }

    private static boolean hasSix() {
        try {
            bound(SIX, 0).stop(0);
            return true;
        } catch (IOException | RuntimeException none) {
            return false;
        }
    }

    private static HttpServer bound(byte[] address, int port) throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(address), port), 0);
    }

    /** An interrupt closes the connection that the thread reads from or writes to. */
    private void limited(Runnable task, Duration perRequest) {
        Thread working = Thread.currentThread();
        Future<?> limit = limits.schedule(working::interrupt, perRequest.toMillis(), TimeUnit.MILLISECONDS);
        try {
            task.run();
        } finally {
            limit.cancel(false);
        }
    }

    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
        threads.shutdownNow();
        limits.shutdownNow();
    }
}
