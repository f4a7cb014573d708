package io.subsidyrules.suite;

import java.time.Duration;

/** The scenarios of a folder were not finished in the time that they may take. */
public final class TooLongException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final Duration share;
    private final Duration time;

    TooLongException(String file, Duration share, Duration time) {
        super("The scenarios took longer than " + time, null, false, false);
        this.file = file;
        this.share = share;
        this.time = time;
    }

    /** The path of the file that took most of the time. */
    public String file() {
        return file;
    }

    /** The time that it took. */
    public Duration share() {
        return share;
    }

    /** The time that all may take. */
    public Duration time() {
        return time;
    }
}
