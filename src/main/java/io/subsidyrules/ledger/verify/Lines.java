package io.subsidyrules.ledger.verify;

import io.subsidyrules.ledger.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The lines of an export, one after another, with a look at the one that follows. No more than two are in memory. */
final class Lines {

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;
    private long number;
    private Optional<Line> ahead = Optional.empty();

    Lines(InputStream in) {
        this.in = in;
    }

    /** The next line; empty at the end. An empty line that nothing follows is none. */
    Optional<Line> next() throws IOException {
        Optional<Line> next = peek();
        ahead = Optional.empty();
        return next;
    }

    /** The line that {@link #next} will give. */
    Optional<Line> peek() throws IOException {
        if (ahead.isEmpty()) {
            ahead = read();
        }
        return ahead;
    }

    private Optional<Line> read() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        while (at < filled || fill()) {
            int from = at;
            while (at < filled && buffer[at] != '\n') {
                at++;
            }
            tooLong |= line.size() + (at - from) > Json.LONGEST;
            if (!tooLong) {
                line.write(buffer, from, at - from);
            }
            if (at < filled) {
                at++;
                number++;
                boolean last = line.size() == 0 && at >= filled && !fill();
                return last ? Optional.empty() : Optional.of(line(line, true, tooLong));
            }
        }
        if (line.size() == 0 && !tooLong) {
            return Optional.empty();
        }
        number++;
        return Optional.of(line(line, false, tooLong));
    }

    private Line line(ByteArrayOutputStream bytes, boolean ended, boolean tooLong) {
        return tooLong ? Line.tooLong(number) : Line.read(number, bytes.toByteArray(), ended);
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }
}
