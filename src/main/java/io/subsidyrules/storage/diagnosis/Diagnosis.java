package io.subsidyrules.storage.diagnosis;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Tells from a failure why the database cannot be used. The texts of PostgreSQL can be in any language; its states are
 * not.
 */
public final class Diagnosis {

    private static final String UNABLE_TO_CONNECT = "08001";

    private final DatabaseAddress address;

    public Diagnosis(DatabaseAddress address) {
        this.address = address;
    }

    /** The reason that no connection could be made, as far as it is known. */
    public Unusable ofConnecting(Throwable failure) {
        Unusable unusable = of(failure);
        return unusable.cause() == UnusableCause.SCHEMA_RIGHTS
                ? new Unusable(UnusableCause.NOT_ADMITTED, unusable.said())
                : unusable;
    }

    /** The reason that a statement failed, as far as it is known. */
    public Unusable of(Throwable failure) {
        UnusableCause cause = sql(failure)
                .map(refused -> ofState(refused, failure))
                .orElseGet(() -> ofNetwork(failure).orElse(UnusableCause.REFUSED));
        return new Unusable(cause, address.withoutSecrets(said(failure)));
    }

    private static String said(Throwable failure) {
        String message = sql(failure).map(Diagnosis::said).orElseGet(() -> String.valueOf(failure.getMessage()));
        return causes(failure)
                .filter(UnknownHostException.class::isInstance)
                .findFirst()
                .map(host -> message + " Unknown host: " + host.getMessage())
                .orElse(message);
    }

    /** The first line is the server's own; the driver adds places in the server's source. */
    private static String said(SQLException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    /** The innermost, which the database or its driver gave. */
    private static Optional<SQLException> sql(Throwable failure) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .filter(refused -> refused.getSQLState() != null)
                .reduce((outer, inner) -> inner);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }

    private static boolean has(Throwable failure, Predicate<Throwable> kind) {
        return causes(failure).anyMatch(kind);
    }

    private UnusableCause ofState(SQLException refused, Throwable failure) {
        String state = refused.getSQLState();
        return switch (state) {
            case "28P01" -> UnusableCause.WRONG_PASSWORD;
            case "28000" -> ofAuthorization(String.valueOf(refused.getMessage()));
            case "3D000" -> UnusableCause.NO_DATABASE;
            case "3F000" -> UnusableCause.NO_SCHEMA;
            case "53100" -> UnusableCause.DISK_FULL;
            case "53300" -> UnusableCause.TOO_MANY_CONNECTIONS;
            case "57P03", "57P01", "57P02" -> UnusableCause.RESTARTING;
            case "25006" -> UnusableCause.READ_ONLY;
            case "55P03", "40P01" -> UnusableCause.LOCKED;
            case "57014" -> UnusableCause.TIMED_OUT;
            case "22023" -> UnusableCause.BAD_URL;
            case "42501" -> UnusableCause.SCHEMA_RIGHTS;
            default ->
                state.startsWith("08")
                        ? ofNetwork(failure).orElseGet(() -> ofConnection(refused))
                        : UnusableCause.REFUSED;
        };
    }

    /** An unknown role and a host that pg_hba.conf does not admit have one state. */
    private UnusableCause ofAuthorization(String message) {
        if (message.contains("pg_hba.conf")) {
            return address.isWithoutTls() ? UnusableCause.TLS : UnusableCause.NOT_ADMITTED;
        }
        return UnusableCause.NO_ROLE;
    }

    /** As the driver puts it, in the language of the machine. */
    private static UnusableCause ofConnection(SQLException refused) {
        String message = String.valueOf(refused.getMessage());
        // A connection that breaks off while TLS is agreed upon has a cause.
        if (message.contains("SSL") && refused.getCause() == null) {
            return UnusableCause.TLS;
        }
        if (message.contains("targetServerType")) {
            return UnusableCause.READ_ONLY;
        }
        // The driver gives up an attempt by itself, so there is no cause.
        boolean givenUp = refused.getCause() == null && UNABLE_TO_CONNECT.equals(refused.getSQLState());
        return givenUp ? UnusableCause.TIMED_OUT : UnusableCause.DISCONNECTED;
    }

    private static Optional<UnusableCause> ofNetwork(Throwable failure) {
        if (has(failure, UnknownHostException.class::isInstance)) {
            return Optional.of(UnusableCause.UNKNOWN_HOST);
        }
        if (has(failure, SSLException.class::isInstance)) {
            return Optional.of(UnusableCause.TLS);
        }
        if (has(failure, SocketTimeoutException.class::isInstance)) {
            return Optional.of(UnusableCause.TIMED_OUT);
        }
        if (has(failure, NoRouteToHostException.class::isInstance)) {
            return Optional.of(UnusableCause.TIMED_OUT);
        }
        return has(failure, ConnectException.class::isInstance)
                ? Optional.of(UnusableCause.NOTHING_LISTENS)
                : Optional.empty();
    }
}
