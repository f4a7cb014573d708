package io.subsidyrules.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonString;
import java.io.IOException;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
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

    private static final ObjectMapper JSON = new ObjectMapper();

    TokenLogin() {}

    /** The caller; empty if the token gives it no name under which something can be recorded. */
    public Optional<Caller> caller(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Optional.empty();
        }
        Set<String> roles =
                identity.getRoles().stream().filter(Roles.ALL::contains).collect(Collectors.toSet());
        Scope scope =
                new Scope(texts(identity, token, "subsidy_policies"), texts(identity, token, "subsidy_divisions"));
        return Stream.of(token.getName(), token.getSubject())
                .filter(name ->
                        name != null && Caller.NAME.matcher(PREFIX + name).matches())
                .findFirst()
                .map(name -> new Caller(PREFIX + name, roles, scope));
    }

    /** The claim of the access token, where somebody signed in with both; else that of the token. */
    private static Set<String> texts(SecurityIdentity identity, JsonWebToken token, String claim) {
        AccessTokenCredential access = identity.getCredential(AccessTokenCredential.class);
        @Nullable Object own = access == null ? null : claims(access.getToken()).get(claim);
        return texts(own == null ? token.getClaim(claim) : own);
    }

    /** The claims of an access token that quarkus-oidc has checked. */
    private static Map<String, Object> claims(String token) {
        String[] parts = token.split("\\.", -1);
        try {
            return parts.length == 3
                    ? JSON.readerForMapOf(Object.class)
                            .readValue(Base64.getUrlDecoder().decode(parts[1]))
                    : Map.of();
        } catch (IOException | IllegalArgumentException opaque) {
            return Map.of();
        }
    }

    private static Set<String> texts(@Nullable Object value) {
        Set<String> texts = new HashSet<>();
        if (value instanceof Collection<?> all) {
            all.forEach(one -> texts.add(one instanceof JsonString text ? text.getString() : String.valueOf(one)));
        } else if (value != null) {
            texts.add(value instanceof JsonString text ? text.getString() : String.valueOf(value));
        }
        return texts;
    }
}
