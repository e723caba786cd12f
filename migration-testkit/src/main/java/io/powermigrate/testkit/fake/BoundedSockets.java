package io.powermigrate.testkit.fake;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ServerSocketFactory;

/** Server sockets with a limit of open connections, because the server has one thread for each. */
final class BoundedSockets extends ServerSocketFactory {
    private final Semaphore permits;

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

    private final class Bounded extends ServerSocket {
        Bounded(int port, int backlog, InetAddress address) throws IOException {
            super(port, backlog, address);
        }

        @Override
        public Socket accept() throws IOException {
            try {
                permits.acquire();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("the fake was stopped");
            }
            Counted socket = new Counted(permits);
            try {
                implAccept(socket);
            } catch (IOException failed) {
                socket.close();
                throw failed;
            }
            return socket;
        }
    }

    private static final class Counted extends Socket {
        private final Semaphore permits;
        private final AtomicBoolean counted = new AtomicBoolean(true);

        Counted(Semaphore permits) {
            this.permits = permits;
        }

        @Override
        public void close() throws IOException {
            if (counted.getAndSet(false)) {
                permits.release();
            }
            super.close();
        }
    }
}
