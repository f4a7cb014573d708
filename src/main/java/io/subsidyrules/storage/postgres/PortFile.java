package io.subsidyrules.storage.postgres;

import io.subsidyrules.files.RegularFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;

/** The port at which the service's own PostgreSQL listens, the same at each start where it can be. */
final class PortFile {

    private static final int LONGEST = 100;

    private PortFile() {}

    /** The port of the server where it runs; else one that is free now, that of the file where it can be. */
    static int of(Path data) throws IOException {
        Optional<Integer> running = Cluster.port(data);
        if (running.isPresent()) {
            return running.get();
        }
        Path file = data.resolve("postgres.port");
        Optional<Integer> before = written(file).filter(PortFile::isFree);
        if (before.isPresent()) {
            return before.get();
        }
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            SecretFile.write(file, Integer.toString(free.getLocalPort()));
            return free.getLocalPort();
        }
    }

    private static Optional<Integer> written(Path file) {
        try {
            return PostmasterFile.port(RegularFile.text(file, LONGEST));
        } catch (IOException noneOrDamaged) {
            return Optional.empty();
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return free.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
