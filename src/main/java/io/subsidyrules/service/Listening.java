package io.subsidyrules.service;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.subsidyrules.access.AccessSettings;
import io.subsidyrules.storage.data.RefusedStartException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * The address that the service listens on. A service that asks nobody who calls listens on the loopback interface
 * alone, unless it is told in so many words that its network can be trusted.
 */
final class Listening {

    private static final String HOST = "quarkus.http.host";
    private static final String OPEN = "subsidy.open";
    private static final String TRUSTED = "yes-on-a-trusted-network";

    private Listening() {}

    /**
     * To be called before Quarkus starts, as it reads its configuration only once.
     *
     * @throws RefusedStartException if it is to listen where others can reach it, and asks nobody who calls
     */
    static void prepare() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultSources()
                .addDiscoveredSources()
                .build();
        host(config).ifPresent(host -> System.setProperty(HOST, host));
    }

    /** The address to put into the configuration; empty if what it has is right. */
    static Optional<String> host(SmallRyeConfig config) {
        boolean asks = AccessSettings.NAMES.stream()
                .anyMatch(way -> config.getOptionalValue(way, Boolean.class).orElse(false));
        Optional<String> open = config.getOptionalValue(OPEN, String.class);
        open.filter(word -> !word.equals(TRUSTED)).ifPresent(word -> {
            throw new RefusedStartException(
                    "SUBSIDY_OPEN (%s) is %s; it can be %s alone, or not be set.".formatted(OPEN, word, TRUSTED));
        });
        if (asks || open.isPresent()) {
            return Optional.empty();
        }
        Optional<String> host = config.getOptionalValue(HOST, String.class);
        host.filter(named -> !isLoopback(named)).ifPresent(named -> {
            throw new RefusedStartException(
                    ("The service is to listen on %s (QUARKUS_HTTP_HOST), where others can reach it, and asks nobody "
                                    + "who calls, so it does not start. Set SUBSIDY_ACCESS_KEYS=true and make keys by "
                                    + "bin/keys, or another of the ways in docs/security.md; or SUBSIDY_OPEN=%s, where "
                                    + "whoever reaches it may do all that it does; or leave QUARKUS_HTTP_HOST out.")
                            .formatted(named, TRUSTED));
        });
        return host.isPresent() ? Optional.empty() : Optional.of("127.0.0.1");
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
