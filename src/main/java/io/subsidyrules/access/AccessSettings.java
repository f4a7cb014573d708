package io.subsidyrules.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The ways in which callers show who they are. Where none is set up, nobody is asked. */
@ApplicationScoped
public class AccessSettings {

    /** The settings, each {@code true} where its way is set up. */
    public static final List<String> NAMES =
            List.of("subsidy.access.keys", "subsidy.access.oidc", "subsidy.access.certificates");

    private static final Logger LOG = Logger.getLogger(AccessSettings.class);

    private final boolean keys;
    private final boolean oidc;
    private final boolean certificates;
    private final boolean signIn;

    AccessSettings(
            @ConfigProperty(name = "subsidy.access.keys", defaultValue = "false") boolean keys,
            @ConfigProperty(name = "subsidy.access.oidc", defaultValue = "false") boolean oidc,
            @ConfigProperty(name = "subsidy.access.certificates", defaultValue = "false") boolean certificates,
            @ConfigProperty(name = "subsidy.access.sign-in", defaultValue = "false") boolean signIn) {
        this.signIn = signIn;
        this.keys = keys;
        this.oidc = oidc;
        this.certificates = certificates;
    }

    /** Whether nobody is asked who it is. */
    public boolean isOpen() {
        return !keys && !oidc && !certificates;
    }

    /** Whether callers have keys. */
    public boolean keys() {
        return keys;
    }

    /** Whether callers have tokens of a provider of OpenID Connect. */
    public boolean oidc() {
        return oidc;
    }

    /** Whether callers have certificates. */
    public boolean certificates() {
        return certificates;
    }

    /** Whether people sign in with a browser at that provider. */
    public boolean signIn() {
        return oidc && signIn;
    }

    void tell(@Observes StartupEvent started) {
        if (isOpen()) {
            LOG.info("Nobody is asked who calls, so whoever reaches the service may do all that it does. Set "
                    + "SUBSIDY_ACCESS_KEYS=true and make keys by bin/keys, or see docs/security.md.");
            return;
        }
        List<String> ways = new ArrayList<>();
        if (keys) {
            ways.add("keys");
        }
        if (oidc) {
            ways.add("OpenID Connect");
        }
        if (certificates) {
            ways.add("certificates");
        }
        LOG.infof("Callers show who they are by %s.", String.join(", ", ways));
    }
}
