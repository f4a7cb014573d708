package io.subsidyrules.access;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.eclipse.microprofile.config.Config;

/**
 * Asks for the certificates of callers, where that is set up. One that TLS has checked is a caller by its common name,
 * in the roles that the setting {@code subsidy.access.certificate.NAME} gives it.
 */
@ApplicationScoped
public class CertificateLogin implements HttpServerOptionsCustomizer {

    /** Names by certificate are apart from those by key and by token, so that nobody takes the name of another. */
    private static final String PREFIX = "cert:";

    private final AccessSettings settings;
    private final Config config;

    CertificateLogin(AccessSettings settings, Config config) {
        this.settings = settings;
        this.config = config;
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        if (settings.certificates()) {
            options.setClientAuth(ClientAuth.REQUEST);
        }
    }

    /** The caller whose certificate a connection has; empty if it has none. */
    public Optional<Caller> caller(HttpServerRequest request) {
        SSLSession session = settings.certificates() ? request.connection().sslSession() : null;
        return session == null ? Optional.empty() : common(session).map(this::named);
    }

    private Caller named(String common) {
        Set<String> roles = config.getOptionalValue("subsidy.access.certificate." + common, String.class).stream()
                .flatMap(listed -> Stream.of(listed.split(",", -1)))
                .map(String::strip)
                .filter(Roles.ALL::contains)
                .collect(Collectors.toSet());
        return new Caller(PREFIX + common, roles, Scope.ALL);
    }

    private static Optional<String> common(SSLSession session) {
        try {
            Certificate[] chain = session.getPeerCertificates();
            return chain.length > 0 && chain[0] instanceof X509Certificate own
                    ? common(own.getSubjectX500Principal().getName())
                            .filter(name -> Caller.NAME.matcher(PREFIX + name).matches())
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException none) {
            return Optional.empty();
        }
    }

    private static Optional<String> common(String subject) {
        try {
            return new LdapName(subject)
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .map(String::valueOf)
                            .findFirst();
        } catch (InvalidNameException unreadable) {
            return Optional.empty();
        }
    }
}
