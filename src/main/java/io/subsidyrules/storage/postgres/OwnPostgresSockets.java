package io.subsidyrules.storage.postgres;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import javax.net.SocketFactory;

/**
 * Connects to the PostgreSQL that runs on the files of a data folder, on whatever port it listens, and to no other: a
 * port can have gone to another program, and a copied folder has the password of the server that it was copied from.
 * The database's driver makes it from its name.
 */
public final class OwnPostgresSockets extends SocketFactory {

    private static final int LONGEST_MILLIS = 1_000;

    private final Path files;

    /** @param data the data folder */
    public OwnPostgresSockets(String data) {
        super();
        this.files = Cluster.files(Path.of(data));
    }

    @Override
    public Socket createSocket() throws IOException {
        int port = PostmasterFile.of(files)
                .filter(server -> server.ready() && server.runsOn(files))
                .map(PostmasterFile::port)
                .orElseThrow(() -> new ConnectException("The service's own PostgreSQL does not run yet."));
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LONGEST_MILLIS);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket();
    }
}
