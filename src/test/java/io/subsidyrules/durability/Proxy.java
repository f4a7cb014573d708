package io.subsidyrules.durability;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP proxy on the loopback interface that can lose what it is to pass on. */
final class Proxy implements AutoCloseable {

    /** What it does with what it is sent. */
    enum Mode {
        PASS,
        /** Nothing goes through, and nobody is told: as where a firewall forgets a connection. What waits goes on later. */
        STALL,
        /** What the client sends arrives, the answers do not. */
        SWALLOW_ANSWERS,
        /** New connections are closed at once. */
        REFUSE
    }

    private final ServerSocket server;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Mode mode = Mode.PASS;

    /** @param target the port to pass connections on to */
    Proxy(int target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    synchronized void mode(Mode next) {
        mode = next;
        notifyAll();
    }

    /** Closes all connections. */
    void cut() {
        open.forEach(Proxy::close);
        open.clear();
    }

    @Override
    public void close() {
        mode(Mode.REFUSE);
        close(server);
        cut();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (mode == Mode.REFUSE) {
                    close(client);
                } else {
                    connect(client);
                }
            } catch (IOException closed) {
                // The loop ends where it is the server that is closed; a target that is not there is the client's loss.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        open.add(client);
        try {
            Socket service = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(service);
            daemon(() -> pump(client, service, false));
            daemon(() -> pump(service, client, true));
        } catch (IOException away) {
            close(client);
            throw away;
        }
    }

    private void pump(Socket from, Socket to, boolean answers) {
        byte[] buffer = new byte[16 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                awaitFlow();
                if (!answers || mode != Mode.SWALLOW_ANSWERS) {
                    out.write(buffer, 0, read);
                }
            }
        } catch (IOException closed) {
            // Both ends are closed below.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        close(from);
        close(to);
        open.remove(from);
        open.remove(to);
    }

    private synchronized void awaitFlow() throws InterruptedException {
        while (mode == Mode.STALL) {
            wait();
        }
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
