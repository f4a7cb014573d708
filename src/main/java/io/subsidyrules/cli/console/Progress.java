package io.subsidyrules.cli.console;

import io.subsidyrules.dialect.source.CancellationPoint;
import io.subsidyrules.text.Columns;
import io.subsidyrules.text.Text;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How far a command is, as a bar on a line of the terminal that shows its notes, which is empty again at the end.
 * Nothing is shown in a file, a pipe or in CI. Safe for many threads.
 */
public final class Progress implements AutoCloseable {

    /** Between two looks of a person at the bar. */
    private static final long APART = TimeUnit.MILLISECONDS.toNanos(100);

    private static final int WIDEST = 60;
    private static final int SHORTEST_BAR = 5;
    private static final String EMPTY_LINE = "\r\u001B[K";

    private final String what;
    private final Console console;
    private final int columns;
    private boolean shown;
    private boolean closed;
    private long last;

    private Progress(String what, Console console) {
        this.what = what;
        this.console = console;
        this.columns = Math.min(WIDEST, console.terminal().columnsOfNotes() - 1);
    }

    /** The progress of a command, which has not begun. */
    public static Progress of(Text what, Console console) {
        return new Progress(what.in(console.language()), console);
    }

    /** Shows that so much is done of all that there is to do. */
    public synchronized void at(long done, long total) {
        long now = System.nanoTime();
        if (!closed && columns > 0 && total > 0 && (!shown || now - last >= APART)) {
            shown = true;
            last = now;
            console.passing(EMPTY_LINE + line(Math.min(done, total), total));
        }
    }

    /** The progress through so many steps, each of which reaches the point once. */
    public CancellationPoint throughSteps(long total) {
        AtomicLong begun = new AtomicLong();
        return step -> at(begun.getAndIncrement(), total);
    }

    /** The progress through so many things, each of which reaches the point by its name any number of times. */
    public CancellationPoint throughNames(long total) {
        Set<String> begun = ConcurrentHashMap.newKeySet();
        return name -> {
            begun.add(name);
            at(begun.size() - 1L, total);
        };
    }

    private String line(long done, long total) {
        String text = "%s %3d%%".formatted(what, done * 100 / total);
        int length = columns - text.codePoints().map(Columns::of).sum() - 3;
        if (length < SHORTEST_BAR) {
            return text;
        }
        int full = (int) (done * length / total);
        return "%s [%s%s]".formatted(text, "#".repeat(full), ".".repeat(length - full));
    }

    /** Takes the bar away for good, before anything else is written. */
    @Override
    public synchronized void close() {
        closed = true;
        if (shown) {
            console.passing(EMPTY_LINE);
            shown = false;
        }
    }
}
