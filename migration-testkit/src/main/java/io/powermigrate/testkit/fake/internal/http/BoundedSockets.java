package io.powermigrate.testkit.fake.internal.http;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ServerSocketFactory;

/**
 * Server sockets with a limit of open connections, because the server has one thread for each. Who comes beyond the limit
 * takes the place of the connection that is idle between two requests for the longest time, as servers close such ones
 * whenever they like; while all are busy it waits.
 */
final class BoundedSockets extends ServerSocketFactory {
    private static final long LOOK_AGAIN_MILLIS = 20;

    private final Semaphore permits;
    private final Set<Counted> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong turns = new AtomicLong();

    BoundedSockets(int connections) {
        this.permits = new Semaphore(connections);
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        return createServerSocket(port, 0);
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
        return createServerSocket(port, backlog, InetAddress.getLoopbackAddress());
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
        return new Bounded(port, backlog, address);
    }

    private void closeIdlest() throws IOException {
        var idlest = open.stream().filter(Counted::isIdle).min(Comparator.comparingLong(Counted::turn));
        if (idlest.isPresent()) {
            idlest.get().close();
        }
    }

    private final class Bounded extends ServerSocket {
        Bounded(int port, int backlog, InetAddress address) throws IOException {
            super(port, backlog, address);
        }

        @Override
        public Socket accept() throws IOException {
            Counted socket = new Counted();
            try {
                implAccept(socket);
                makeRoom();
                socket.count();
            } catch (IOException failed) {
                socket.close();
                throw failed;
            }
            return socket;
        }

        private void makeRoom() throws IOException {
            try {
                while (!permits.tryAcquire()) {
                    closeIdlest();
                    if (permits.tryAcquire(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                        return;
                    }
                    if (isClosed()) {
                        throw new IOException("the fake was stopped");
                    }
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("the fake was stopped");
            }
        }
    }

    /** A connection that knows whether it waits for the first byte of a request. */
    private final class Counted extends Socket {
        private final AtomicBoolean counted = new AtomicBoolean();
        private volatile boolean betweenRequests = true;
        private volatile boolean reading;
        private volatile long turn = turns.incrementAndGet();

        void count() {
            counted.set(true);
            open.add(this);
        }

        boolean isIdle() {
            return betweenRequests && reading;
        }

        /** The lower, the longer it waits. */
        long turn() {
            return turn;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    byte[] one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    turn = turns.incrementAndGet();
                    reading = true;
                    try {
                        int count = in.read(bytes, offset, length);
                        betweenRequests = false;
                        return count;
                    } finally {
                        reading = false;
                    }
                }
            };
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    betweenRequests = true;
                    out.write(bytes, offset, length);
                }
            };
        }

        @Override
        public void close() throws IOException {
            open.remove(this);
            if (counted.getAndSet(false)) {
                permits.release();
            }
            super.close();
        }
    }
}
