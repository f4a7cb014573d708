package io.subsidyrules.storage.diagnosis;

/** A cause for which a database cannot be used, in a sentence, and what to do about it. */
public enum UnusableCause {
    STARTING(true, "The database is starting", "Wait"),
    OWN_POSTGRES(true, "The service's own PostgreSQL does not run", "See what it said"),
    BAD_URL(
            false,
            "QUARKUS_DATASOURCE_JDBC_URL is not a JDBC URL of PostgreSQL",
            "Write it as jdbc:postgresql://host:5432/database, with the user in "
                    + "QUARKUS_DATASOURCE_USERNAME and the password in QUARKUS_DATASOURCE_PASSWORD"),
    UNKNOWN_HOST(
            false,
            "The name of the database's host is not known here",
            "Correct the host in QUARKUS_DATASOURCE_JDBC_URL, or the name service of this machine"),
    NOTHING_LISTENS(
            true,
            "Nothing listens at the address of the database",
            "Start PostgreSQL there, or correct host and port in QUARKUS_DATASOURCE_JDBC_URL"),
    TIMED_OUT(
            true,
            "The database does not answer in time",
            "See whether its host runs and is not overloaded, and whether a firewall keeps this machine from the port"),
    DISCONNECTED(
            true,
            "The connection to the database breaks off",
            "See whether PostgreSQL listens at this port, and what its log says"),
    RESTARTING(
            true,
            "The database server is starting, stopping or recovering",
            "Wait until it has finished; its log says what it does"),
    TOO_MANY_CONNECTIONS(
            true,
            "The database takes no more connections",
            "Raise max_connections, or the limit of the user or the database: the service takes up to 12"),
    WRONG_PASSWORD(
            false,
            "The database refuses the user or the password",
            "Correct QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD, or for the owner of the "
                    + "schema QUARKUS_FLYWAY_USERNAME and QUARKUS_FLYWAY_PASSWORD"),
    NO_ROLE(
            false,
            "The database has no such user, or does not let it log in",
            "Correct QUARKUS_DATASOURCE_USERNAME, or create the role with LOGIN"),
    NO_DATABASE(
            false,
            "The server has no database of this name",
            "Correct the name in QUARKUS_DATASOURCE_JDBC_URL, or create the database, in UTF8 and owned by the user"),
    NOT_ADMITTED(
            false,
            "The user may not connect to the database from this machine",
            "Grant CONNECT on the database to the user, and let pg_hba.conf admit it from here"),
    TLS(
            false,
            "Service and database do not agree on TLS",
            "Set sslmode in QUARKUS_DATASOURCE_JDBC_URL to what the server asks for, such as ?sslmode=require"),
    TOO_OLD(false, "The version of PostgreSQL is too old", "Use PostgreSQL 15 or later"),
    NOT_UTF8(
            false,
            "The database is not in UTF-8, so it cannot hold Chinese text",
            "Create it anew with ENCODING 'UTF8' TEMPLATE template0"),
    NO_SCHEMA(
            false,
            "The user's search_path names no schema that there is and that it may use",
            "Create a schema that the user owns, and name it by ?currentSchema= in QUARKUS_DATASOURCE_JDBC_URL"),
    SCHEMA_RIGHTS(
            false,
            "The user has no rights on the schema",
            "Who owns the schema must own all that is in it (ALTER SCHEMA ... OWNER TO ...), and be named "
                    + "by QUARKUS_FLYWAY_USERNAME, or by QUARKUS_DATASOURCE_USERNAME where there is no other user"),
    OTHER_TABLES(
            false,
            "The schema holds tables that are not the service's",
            "Give the service a database of its own, or a schema of its own by ?currentSchema= in "
                    + "QUARKUS_DATASOURCE_JDBC_URL"),
    NEWER_SCHEMA(
            false,
            "A newer version of the service has changed the schema, and this one would not keep what that "
                    + "recorded apart",
            "Run the newer version"),
    ALTERED_SCHEMA(
            false,
            "The schema is not as the service left it",
            "Put the database back from a backup; the service alone may change its tables"),
    READ_ONLY(
            false,
            "The database can only be read: it is a standby, or read-only transactions are its default",
            "Name the primary in QUARKUS_DATASOURCE_JDBC_URL, or set default_transaction_read_only to off"),
    DISK_FULL(true, "The database has no room left on its disk", "Make room on the disk of the database"),
    LOCKED(
            true,
            "Another session holds up what is to be written",
            "See pg_stat_activity and pg_locks for who holds the lock"),
    REFUSED(true, "The database refuses what it is asked", "See what it said, and its log");

    private final boolean passing;
    private final String sentence;
    private final String remedy;

    UnusableCause(boolean passing, String sentence, String remedy) {
        this.passing = passing;
        this.sentence = sentence;
        this.remedy = remedy;
    }

    /** Whether it may pass by itself; all others last until somebody changes something. */
    public boolean isPassing() {
        return passing;
    }

    /** Whether the database is not there for whoever asks it; else it is, and did not do what it was asked. */
    public boolean isAway() {
        return switch (this) {
            case TIMED_OUT, LOCKED, TOO_MANY_CONNECTIONS, DISK_FULL, READ_ONLY, REFUSED -> false;
            default -> true;
        };
    }

    public String sentence() {
        return sentence;
    }

    public String remedy() {
        return remedy;
    }
}
