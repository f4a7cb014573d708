package io.subsidyrules.access.command;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.subsidyrules.access.key.ApiKey;
import io.subsidyrules.access.key.KeyRegister;
import io.subsidyrules.storage.OwnerConnection;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Resource;
import io.subsidyrules.text.TextCatalogue;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The command {@code bin/keys}: creates, lists, revokes and rotates the keys of callers. */
public final class Keys {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Keys.class);

    /** Held, since a logger that nobody holds forgets its level. */
    private static final Logger ROOT = Logger.getLogger("");

    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    /** The state of the database where a table is missing: the service has not made it yet. */
    private static final String NO_TABLE = "42P01";

    private final PrintStream out;
    private final PrintStream err;
    private final Language language;
    private final Way database;

    /** The way to the database. */
    interface Way {
        Connection open() throws SQLException, IOException;
    }

    Keys(PrintStream out, PrintStream err, Language language, Way database) {
        this.out = out;
        this.err = err;
        this.language = language;
        this.database = database;
    }

    /** Ends with 0 if it is done, 1 where the database or a key is not there, 2 where the arguments are wrong. */
    public static void main(String[] arguments) {
        ROOT.setLevel(Level.OFF);
        List<String> given = List.of(arguments);
        System.exit(new Keys(
                        new PrintStream(System.out, true, StandardCharsets.UTF_8),
                        new PrintStream(System.err, true, StandardCharsets.UTF_8),
                        language(given, System.getenv()),
                        () -> OwnerConnection.open(settings()))
                .run(given));
    }

    private static SmallRyeConfig settings() {
        return new SmallRyeConfigBuilder()
                .addDefaultSources()
                .addDiscoveredSources()
                .build();
    }

    /** The language of {@code --lang}, else that of the locale. */
    static Language language(List<String> arguments, Map<String, String> environment) {
        String named = environment.getOrDefault("KEYS_LANG", "en");
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).startsWith(Options.LANGUAGE + "=")) {
                named = arguments.get(i).substring(Options.LANGUAGE.length() + 1);
            } else if (arguments.get(i).equals(Options.LANGUAGE) && i + 1 < arguments.size()) {
                named = arguments.get(i + 1);
            }
        }
        return named.toLowerCase(Locale.ROOT).startsWith("zh") ? Language.ZH : Language.EN;
    }

    int run(List<String> arguments) {
        try {
            Options options = Options.of(arguments);
            if (options.has(Options.HELP) || options.words().isEmpty()) {
                (options.has(Options.HELP) ? out : err).print(usage());
                return options.has(Options.HELP) ? OK : USAGE;
            }
            return run(options);
        } catch (UsageException wrong) {
            err.println(wrong.told().in(language));
            err.println(TEXTS.text("seeHelp", language));
            return USAGE;
        } catch (SQLException failed) {
            err.println(
                    NO_TABLE.equals(failed.getSQLState())
                            ? TEXTS.text("noTables", language)
                            : TEXTS.text("databaseAway", language, firstLine(failed)));
            return FAILED;
        } catch (IOException none) {
            err.println(TEXTS.text("noDatabase", language, String.valueOf(none.getMessage())));
            return FAILED;
        }
    }

    private String usage() {
        return Resource.text(Keys.class, language == Language.ZH ? "usage_zh.txt" : "usage_en.txt");
    }

    private int run(Options options) throws UsageException, SQLException, IOException {
        List<String> words = options.words();
        boolean named = words.get(0).equals("revoke") || words.get(0).equals("rotate");
        if (words.size() != (named ? 2 : 1)) {
            throw new UsageException(
                    named ? TEXTS.text("keyWanted") : TEXTS.text("tooMuch", words.get(words.size() - 1)));
        }
        return switch (words.get(0)) {
            case "create" -> create(options);
            case "list" -> list();
            case "revoke" -> revoke(words.get(1));
            case "rotate" -> rotate(words.get(1), options);
            default -> throw new UsageException(TEXTS.text("noCommand", words.get(0)));
        };
    }

    private int create(Options options) throws UsageException, SQLException, IOException {
        var owner = options.owner();
        Instant expiresAt = Instant.now().plus(options.lifetime());
        try (Connection connection = database.open()) {
            show(new KeyRegister(connection).create(owner, expiresAt));
        }
        return OK;
    }

    private int list() throws SQLException, IOException {
        try (Connection connection = database.open()) {
            List<ApiKey> keys = new KeyRegister(connection).all();
            if (keys.isEmpty()) {
                out.println(TEXTS.text("none", language));
            }
            Instant now = Instant.now();
            keys.forEach(key -> out.println(line(key, now)));
        }
        return OK;
    }

    private String line(ApiKey key, Instant now) {
        String state = key.isValid(now)
                ? "valid"
                : key.refusedFrom().filter(from -> !now.isBefore(from)).isPresent() ? "revoked" : "expired";
        StringBuilder line = new StringBuilder(TEXTS.text(
                "line",
                language,
                key.id(),
                TEXTS.text(state, language),
                key.caller().name(),
                String.join(",", new TreeSet<>(key.caller().roles())),
                day(key.createdAt()),
                day(key.refusedFrom()
                        .filter(from -> from.isBefore(key.expiresAt()))
                        .orElse(key.expiresAt())),
                key.lastUsed().map(Keys::day).orElseGet(() -> TEXTS.text("never", language))));
        if (!key.caller().scope().policies().isEmpty()) {
            line.append(
                    TEXTS.text("policies", language, listed(key.caller().scope().policies())));
        }
        if (!key.caller().scope().divisions().isEmpty()) {
            line.append(TEXTS.text(
                    "divisions", language, listed(key.caller().scope().divisions())));
        }
        return line.toString();
    }

    private static String listed(Iterable<String> texts) {
        TreeSet<String> sorted = new TreeSet<>();
        texts.forEach(sorted::add);
        return String.join(",", sorted);
    }

    private int revoke(String id) throws SQLException, IOException {
        try (Connection connection = database.open()) {
            KeyRegister register = new KeyRegister(connection);
            Optional<ApiKey> key = register.find(id);
            if (key.isEmpty()) {
                return unknown(id);
            }
            register.revoke(key.get());
            out.println(TEXTS.text("revokedNow", language, key.get().id()));
            return OK;
        }
    }

    private int rotate(String id, Options options) throws UsageException, SQLException, IOException {
        Instant expiresAt = Instant.now().plus(options.lifetime());
        var overlap = options.overlap();
        try (Connection connection = database.open()) {
            KeyRegister register = new KeyRegister(connection);
            Optional<ApiKey> key = register.find(id);
            if (key.isEmpty()) {
                return unknown(id);
            }
            if (!key.get().isValid(Instant.now())) {
                err.println(TEXTS.text("notValid", language, key.get().id()));
                return FAILED;
            }
            show(register.rotate(key.get(), expiresAt, overlap));
            err.println(TEXTS.text("refusedLater", language, key.get().id(), overlap.toHours()));
            return OK;
        }
    }

    /** The key alone is on a line of its own, for scripts; the rest is said beside it. */
    private void show(KeyRegister.Created created) {
        out.println(created.text());
        err.println(TEXTS.text("shownOnce", language, created.id(), day(created.expiresAt())));
    }

    private int unknown(String id) {
        err.println(TEXTS.text("unknownKey", language, id));
        return FAILED;
    }

    private static String day(Instant time) {
        return time.truncatedTo(ChronoUnit.MINUTES).toString();
    }

    private static String firstLine(SQLException failed) {
        return String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
    }
}
