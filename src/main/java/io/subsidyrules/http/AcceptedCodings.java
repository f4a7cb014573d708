package io.subsidyrules.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The codings that a request accepts.
 *
 * @param gzip whether gzip, and no less than an answer as it is
 * @param identity whether an answer as it is
 */
public record AcceptedCodings(boolean gzip, boolean identity) {

    private static final AcceptedCodings UNSAID = new AcceptedCodings(false, true);

    /** A shorter answer fits into a packet as it is. */
    private static final int LEAST = 1024;

    private static final Pattern CODING =
            Pattern.compile("\\s*([^\\s;]+)\\s*(?:;\\s*[qQ]\\s*=\\s*([01](?:\\.[0-9]{0,9})?|\\.[0-9]{1,9})\\s*)?");

    private static final String IDENTITY = "identity";
    private static final String GZIP = "gzip";
    private static final String ANY = "*";

    /** The codings that {@code Accept-Encoding} headers name (RFC 9110, section 12.5.3). */
    public static AcceptedCodings of(List<String> headers) {
        if (headers.isEmpty()) {
            return UNSAID;
        }
        String header = String.join(",", headers);
        double any = quality(header, ANY).orElse(-1.0);
        double identity = quality(header, IDENTITY).orElse(any == 0 ? 0 : -1.0);
        double gzip = quality(header, GZIP).or(() -> quality(header, "x-gzip")).orElse(any);
        return new AcceptedCodings(gzip > 0 && gzip >= identity, identity != 0);
    }

    /** Whether any coding is accepted that there is: gzip, or none. */
    public boolean isAny() {
        return gzip || identity;
    }

    /** Whether an answer of that length is sent with gzip, if it is of a type that gzip makes shorter. */
    public boolean isWorthwhile(long length) {
        return gzip && (!identity || length >= LEAST);
    }

    /**
     * The quality of a coding; none if it is not named in small letters, as Netty reads it, or its quality cannot be
     * read.
     */
    private static Optional<Double> quality(String header, String coding) {
        for (String each : header.split(",", -1)) {
            Matcher named = CODING.matcher(each);
            if (named.matches() && named.group(1).equals(coding)) {
                return Optional.of(named.group(2) == null ? 1 : Double.parseDouble(named.group(2)));
            }
        }
        return Optional.empty();
    }
}
