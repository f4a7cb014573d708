package io.subsidyrules.exchange;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * The most connections that clients may have together: the service's own files, its rules and its database keep their
 * file descriptors, and the heads of requests their memory.
 */
final class ConnectionLimit {

    /** The files that a process needs beside connections: libraries, the database, the rules folder, log files. */
    private static final long OWN_FILES = 256;

    /** The largest head of a request, its buffers, and what a connection has beside. */
    private static final long MEMORY_EACH = 64 * 1024;

    private static final int FEWEST = 16;

    /** The limit if the system does not say how many files can be open. */
    private static final long UNKNOWN = 4096;

    private ConnectionLimit() {}

    static int ofThisProcess() {
        long files = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getMaxFileDescriptorCount()
                : UNKNOWN;
        return of(files, Runtime.getRuntime().maxMemory());
    }

    /**
     * The limit of a process.
     *
     * @param files how many it may have open
     * @param heap the most memory it may have, in bytes
     */
    static int of(long files, long heap) {
        // A process that may open few files keeps at least half of them for itself.
        long byFiles = Math.max(files - OWN_FILES, files / 2);
        return (int) Math.max(FEWEST, Math.min(byFiles, Math.min(heap / MEMORY_EACH, Integer.MAX_VALUE)));
    }
}
