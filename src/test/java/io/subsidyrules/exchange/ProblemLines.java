package io.subsidyrules.exchange;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** The lines of the log on problems, from now on until it is closed. */
final class ProblemLines extends Handler implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger("io.subsidyrules.problem");

    private final List<String> lines = new CopyOnWriteArrayList<>();

    private final List<Map<String, String>> contexts = new CopyOnWriteArrayList<>();

    ProblemLines() {
        LOG.addHandler(this);
    }

    /** By which request each line was written. */
    List<Map<String, String>> contexts() {
        return List.copyOf(contexts);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord entry) {
        lines.add(entry.getMessage());
        contexts.add(ExtLogRecord.wrap(entry).getMdcCopy());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        LOG.removeHandler(this);
    }
}
