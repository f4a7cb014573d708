package io.subsidyrules.storage.diagnosis;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The address of a database, to be shown, and what must not be shown of it. */
public final class DatabaseAddress {

    private static final String START = "jdbc:postgresql:";
    private static final Pattern USER_INFO = Pattern.compile("//([^/?]*)@");
    private static final Pattern PASSWORD = Pattern.compile("(?i)[?&](?:ssl)?password=([^&]*)");
    private static final Set<String> WITHOUT_TLS = Set.of("disable", "allow");
    private static final String HOST = "PGHOST";
    private static final String HIDDEN = "***";

    private final String url;
    private final String shown;
    private final boolean withoutTls;
    private final List<String> secrets;

    private DatabaseAddress(String url, String shown, boolean withoutTls, List<String> secrets) {
        this.url = url;
        this.shown = shown;
        this.withoutTls = withoutTls;
        this.secrets = secrets;
    }

    /**
     * The reason that a URL cannot be one of PostgreSQL; empty if it can. It does not quote the URL, which may hold a
     * password.
     */
    public static Optional<Unusable> fault(String url) {
        if (!url.startsWith(START)) {
            return Optional.of(bad("it does not begin with " + START));
        }
        if (USER_INFO.matcher(url).find()) {
            return Optional.of(bad("it has a user before the host"));
        }
        if (!isParsed(url)) {
            return Optional.of(bad("its host, port, database or parameters cannot be read"));
        }
        return parsed(url).values().stream()
                .filter(parameter ->
                        parameter.choices != null && !List.of(parameter.choices).contains(parameter.value))
                .findFirst()
                .map(parameter -> bad("its parameter %s can be one of: %s"
                        .formatted(parameter.name, String.join(", ", parameter.choices))));
    }

    private static Unusable bad(String what) {
        return new Unusable(UnusableCause.BAD_URL, what);
    }

    /**
     * That of a URL.
     *
     * @param user the one that is configured beside the URL; empty if there is none
     */
    public static DatabaseAddress of(String url, String user, String password) {
        Map<String, DriverPropertyInfo> parsed = parsed(url);
        String shown =
                "%s/%s, user %s".formatted(hosts(parsed), value(parsed, "PGDBNAME", ""), value(parsed, "user", user));
        String tls = value(parsed, "sslmode", "prefer");
        return new DatabaseAddress(url, shown, WITHOUT_TLS.contains(tls), secrets(url, password));
    }

    private static Driver driver() {
        return ServiceLoader.load(Driver.class, DatabaseAddress.class.getClassLoader())
                .findFirst()
                .orElseThrow();
    }

    private static boolean isParsed(String url) {
        try {
            return driver().acceptsURL(url);
        } catch (SQLException | IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** The parameters of the URL, by name. */
    private static Map<String, DriverPropertyInfo> parsed(String url) {
        try {
            return Stream.of(driver().getPropertyInfo(url, new Properties()))
                    .filter(parameter -> parameter.value != null)
                    .collect(Collectors.toMap(parameter -> parameter.name, Function.identity(), (one, same) -> one));
        } catch (SQLException | IllegalArgumentException unreadable) {
            return Map.of();
        }
    }

    private static String value(Map<String, DriverPropertyInfo> parsed, String name, String otherwise) {
        DriverPropertyInfo parameter = parsed.get(name);
        return parameter == null ? otherwise : parameter.value;
    }

    private static String hosts(Map<String, DriverPropertyInfo> parsed) {
        String[] hosts = value(parsed, HOST, "").split(",", -1);
        String[] ports = value(parsed, "PGPORT", "").split(",", -1);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < hosts.length; i++) {
            all.add(hosts[i] + (i < ports.length ? ":" + ports[i] : ""));
        }
        return String.join(",", all);
    }

    /** The longest first, so that none is left where another is a part of it. */
    private static List<String> secrets(String url, String password) {
        List<String> secrets = new ArrayList<>(List.of(password));
        for (Pattern pattern : List.of(PASSWORD, USER_INFO)) {
            Matcher matcher = pattern.matcher(url);
            while (matcher.find()) {
                secrets.add(matcher.group(1));
                secrets.add(decoded(matcher.group(1)));
            }
        }
        return secrets.stream()
                .filter(secret -> !secret.isBlank())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static String decoded(String raw) {
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return raw;
        }
    }

    /** Whether it asks for a connection without TLS. */
    boolean isWithoutTls() {
        return withoutTls;
    }

    /** A message without the URL, whose parameters may hold anything, and without the password. */
    String withoutSecrets(String message) {
        String scrubbed = message.replace(url, HIDDEN);
        for (String secret : secrets) {
            scrubbed = scrubbed.replace(secret, HIDDEN);
        }
        return scrubbed;
    }

    /** Hosts, ports, database and user. */
    @Override
    public String toString() {
        return shown;
    }
}
