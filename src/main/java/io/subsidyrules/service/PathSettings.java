package io.subsidyrules.service;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.subsidyrules.storage.data.RefusedStartException;
import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The settings that name a folder or a file. Where the locale has no Chinese characters, as the locale C, a path that
 * has some does not even reach the service whole.
 */
final class PathSettings {

    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("subsidy.data", "SUBSIDY_DATA");
        NAMES.put("subsidy.rules", "SUBSIDY_RULES");
        NAMES.put("subsidy.ledger.key", "SUBSIDY_LEDGER_KEY");
    }

    private PathSettings() {}

    /** @throws RefusedStartException if one of them cannot be a path here */
    static void check() {
        // First, since it keeps the settings from being read.
        if (!isReadable(System.getProperty("user.dir"))) {
            throw refused("The working directory has a name (%s) that".formatted(System.getProperty("user.dir")));
        }
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultSources()
                .addDiscoveredSources()
                .build();
        NAMES.forEach((name, variable) -> config.getOptionalValue(name, String.class)
                .filter(path -> !isReadable(path))
                .ifPresent(path -> {
                    throw refused("%s (%s) is a path (%s) that".formatted(variable, name, path));
                }));
    }

    private static RefusedStartException refused(String what) {
        String sentence =
                "%s cannot be read in the locale that the service runs in (LC_ALL=%s, LANG=%s, so %s). Run it in "
                        + "a UTF-8 locale, such as LC_ALL=C.UTF-8.";
        return new RefusedStartException(sentence.formatted(
                what,
                System.getenv().getOrDefault("LC_ALL", ""),
                System.getenv().getOrDefault("LANG", ""),
                charset()));
    }

    private static boolean isReadable(String path) {
        try {
            return !Path.of(path).toString().isEmpty()
                    && path.indexOf('\uFFFD') < 0
                    && charset().newEncoder().canEncode(path);
        } catch (InvalidPathException unreadable) {
            return false;
        }
    }

    /** The character set of the names of files. */
    private static Charset charset() {
        return Charset.forName(
                System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name()));
    }
}
