package io.subsidyrules.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Makes a caller of a token that quarkus-oidc has checked. The claims {@code subsidy_policies} and
 * {@code subsidy_divisions}, lists of texts, limit what it may read.
 */
@ApplicationScoped
public class TokenLogin {

    /** Names by token are apart from those by key and by certificate, so that nobody takes the name of another. */
    private static final String PREFIX = "oidc:";

    TokenLogin() {}

    /** The caller; empty if the token gives it no name under which something can be recorded. */
    public Optional<Caller> caller(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Optional.empty();
        }
        Set<String> roles =
                identity.getRoles().stream().filter(Roles.ALL::contains).collect(Collectors.toSet());
        Scope scope = new Scope(texts(token, "subsidy_policies"), texts(token, "subsidy_divisions"));
        return Stream.of(token.getName(), token.getSubject())
                .filter(name ->
                        name != null && Caller.NAME.matcher(PREFIX + name).matches())
                .findFirst()
                .map(name -> new Caller(PREFIX + name, roles, scope));
    }

    private static Set<String> texts(JsonWebToken token, String claim) {
        @Nullable Object value = token.getClaim(claim);
        Set<String> texts = new HashSet<>();
        if (value instanceof Collection<?> all) {
            all.forEach(one -> texts.add(one instanceof JsonString text ? text.getString() : String.valueOf(one)));
        } else if (value != null) {
            texts.add(value instanceof JsonString text ? text.getString() : String.valueOf(value));
        }
        return texts;
    }
}
