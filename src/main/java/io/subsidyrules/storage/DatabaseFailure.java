package io.subsidyrules.storage;

import java.sql.SQLException;
import java.util.regex.Pattern;

/** Tells failures of the database from those of what it was asked. */
public final class DatabaseFailure {

    /** Data that cannot be, a constraint, a fault in the SQL, an exception raised on purpose: classes of SQLSTATE. */
    private static final Pattern OF_THE_STATEMENT = Pattern.compile("(22|23|42|P0)...");

    /** A key that is there already, or one that is not there. */
    private static final Pattern OF_OTHER_ROWS = Pattern.compile("2350[35]");

    /** Data or an index that is corrupt, a file that is missing or a folder, or one that the disk does not give. */
    private static final Pattern OF_FILES = Pattern.compile("XX00[12]|58P01|58030|42809");

    private DatabaseFailure() {}

    /**
     * Whether it comes from the state that the database is in, and goes with it: it is away, full, locked or slow. All
     * others would fail again.
     */
    public static boolean passes(Throwable failure) {
        boolean database = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused) {
                String state = refused.getSQLState();
                if (state != null && OF_THE_STATEMENT.matcher(state).matches()) {
                    return false;
                }
                database = true;
            }
            database |= cause.getClass().getPackageName().startsWith("jakarta.transaction");
        }
        return database;
    }

    /** Whether rows that are there, or are not, contradict what was to be written. */
    public static boolean contradicts(Throwable failure) {
        return hasState(failure, OF_OTHER_ROWS);
    }

    /**
     * Whether the files of the database are damaged, so that something in it cannot be read until they are put back.
     */
    public static boolean isDamage(Throwable failure) {
        return hasState(failure, OF_FILES);
    }

    private static boolean hasState(Throwable failure, Pattern states) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused
                    && refused.getSQLState() != null
                    && states.matcher(refused.getSQLState()).matches()) {
                return true;
            }
        }
        return false;
    }
}
