package io.subsidyrules.memory;

import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Ends the process where its memory is used up: some thread has lost what it was about to do, nobody knows which, and a
 * restart is clean where going on is not. {@code -XX:+ExitOnOutOfMemoryError} does the same sooner; this is for those
 * who start it without.
 */
public final class OutOfMemory {

    /** The exit code, which is that of the JVM for the same. */
    public static final int EXIT = 3;

    /** Causes can be a circle, and what remembers those that were seen would need memory. */
    private static final int DEEPEST = 50;

    private OutOfMemory() {}

    /** Ends the process where that is what was caught, or its cause. */
    public static void endIfCauseOf(Throwable caught) {
        Throwable cause = caught;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof OutOfMemoryError) {
                end();
            }
            cause = cause.getCause();
        }
    }

    /** Watches over threads that nobody catches anything in, and over what is logged by those who do. */
    public static void watch() {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, uncaught) -> {
            endIfCauseOf(uncaught);
            if (before == null) {
                uncaught.printStackTrace();
            } else {
                before.uncaughtException(thread, uncaught);
            }
        });
        Logger.getLogger("").addHandler(new Logged());
    }

    private static void end() {
        try {
            System.err.println("The memory is used up, and the process ends for a clean restart. Give it more (-Xmx).");
        } finally {
            Runtime.getRuntime().halt(EXIT);
        }
    }

    /** Sees what is logged. */
    private static final class Logged extends Handler {

        Logged() {
            setErrorManager(new ErrorManager());
        }

        @Override
        public void publish(LogRecord told) {
            if (told.getThrown() != null) {
                endIfCauseOf(told.getThrown());
            }
        }

        @Override
        public void flush() {
            // It keeps nothing.
        }

        @Override
        public void close() {
            // It keeps nothing.
        }
    }
}
