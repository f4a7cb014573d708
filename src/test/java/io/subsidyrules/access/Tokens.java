package io.subsidyrules.access;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.smallrye.jwt.util.KeyUtils;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Tokens as the provider gives them out, and as it does not. */
final class Tokens {

    private static final Duration LONG = Duration.ofMinutes(5);

    private Tokens() {}

    /** A token that is valid, of that name and with these roles. */
    static String of(String name, String... roles) {
        return signed(claims(name, roles));
    }

    static JwtClaimsBuilder claims(String name, String... roles) {
        Instant now = Instant.now();
        return Jwt.issuer(GuardedService.ISSUER)
                .subject("subject-of-" + name)
                .preferredUserName(name)
                .audience("subsidy-rules")
                .groups(Set.of(roles))
                .issuedAt(now)
                .expiresAt(now.plus(LONG));
    }

    static String signed(JwtClaimsBuilder claims) {
        return signed(claims, GuardedService.providerKey());
    }

    private static String signed(JwtClaimsBuilder claims, String key) {
        try {
            return claims.sign(KeyUtils.decodePrivateKey(key));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Tokens that nobody may take, each by its fault. */
    static Map<String, String> forged(String... roles) {
        Instant now = Instant.now();
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put(
                "expired",
                signed(claims("a", roles)
                        .issuedAt(now.minus(LONG.multipliedBy(2)))
                        .expiresAt(now.minus(LONG))));
        forged.put("of another audience", signed(claims("a", roles).audience("another-service")));
        forged.put("of another issuer", signed(claims("a", roles).issuer("https://another-provider.test")));
        forged.put(
                "not valid yet",
                signed(claims("a", roles).claim("nbf", now.plus(LONG).getEpochSecond())));
        forged.put("signed by another key", signed(claims("a", roles), GuardedService.strangeKey()));
        forged.put("without a signature", unsigned(of("a", roles)));
        forged.put("with its signature cut off", of("a", roles).replaceFirst("\\.[^.]*$", "."));
        forged.put("no token", "abc");
        return forged;
    }

    /** With the algorithm none, which needs no signature. */
    private static String unsigned(String token) {
        String head = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        return head + "." + token.split("\\.", -1)[1] + ".";
    }
}
