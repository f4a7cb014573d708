package io.subsidyrules.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * As much of a provider of OpenID Connect as signing in needs: it signs in whoever comes, as the user that the address
 * names, and gives out tokens for a code and the verifier of PKCE.
 */
final class FakeProvider {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "1";

    // Quarkus loads this class more than once, so what all of them know is with the process.
    private static final String ADDRESS = "test.provider.address";
    private static final String USER = "test.provider.user";
    private static final String ROLES = "test.provider.roles";
    private static final String DIVISIONS = "test.provider.divisions";

    private final HttpServer server;
    private final KeyPair keys;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

    private FakeProvider() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> json(exchange, configuration()));
        server.createContext("/keys", exchange -> json(exchange, Map.of("keys", List.of(key()))));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext(
                "/logout",
                exchange -> redirect(exchange, query(exchange).getOrDefault("post_logout_redirect_uri", "/")));
        server.start();
    }

    /** The address of the one that runs in this process; it is started where there is none. */
    static synchronized String address() {
        if (System.getProperty(ADDRESS) == null) {
            FakeProvider started = new FakeProvider();
            System.setProperty(
                    ADDRESS, "http://127.0.0.1:" + started.server.getAddress().getPort());
        }
        return System.getProperty(ADDRESS);
    }

    /** Signs in somebody else from now on. */
    static void signsIn(String name, Set<String> roles, List<String> divisions) {
        System.setProperty(USER, name);
        System.setProperty(ROLES, String.join(",", roles));
        System.setProperty(DIVISIONS, String.join(",", divisions));
    }

    private static Set<String> listed(String property) {
        return Stream.of(System.getProperty(property, "").split(",", -1))
                .filter(one -> !one.isEmpty())
                .collect(Collectors.toSet());
    }

    private Map<String, Object> configuration() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("issuer", address());
        all.put("authorization_endpoint", address() + "/authorize");
        all.put("token_endpoint", address() + "/token");
        all.put("jwks_uri", address() + "/keys");
        all.put("end_session_endpoint", address() + "/logout");
        all.put("response_types_supported", List.of("code"));
        all.put("subject_types_supported", List.of("public"));
        all.put("id_token_signing_alg_values_supported", List.of("RS256"));
        return all;
    }

    private Map<String, String> key() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return Map.of(
                "kty",
                "RSA",
                "alg",
                "RS256",
                "use",
                "sig",
                "kid",
                KEY,
                "n",
                text(key.getModulus()),
                "e",
                text(key.getPublicExponent()));
    }

    private static String text(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        byte[] plain = java.util.Arrays.copyOfRange(bytes, from, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = query(exchange);
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        redirect(exchange, "%s?code=%s&state=%s".formatted(asked.get("redirect_uri"), code, asked.get("state")));
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form =
                decoded(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(form.getOrDefault("code", ""));
        if (asked == null || !challenge(form.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"))) {
            exchange.sendResponseHeaders(400, -1);
            exchange.close();
            return;
        }
        Map<String, Object> answer = new HashMap<>();
        answer.put("access_token", signed("subsidy-rules", asked));
        answer.put("id_token", signed("subsidy-rules", asked));
        answer.put("token_type", "Bearer");
        answer.put("expires_in", 300);
        json(exchange, answer);
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String signed(String audience, Map<String, String> asked) {
        var claims = Jwt.issuer(address())
                .subject("subject-of-" + System.getProperty(USER))
                .preferredUserName(System.getProperty(USER))
                .audience(audience)
                .groups(listed(ROLES))
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plus(Duration.ofMinutes(5)));
        if (asked.containsKey("nonce")) {
            claims.claim("nonce", asked.get("nonce"));
        }
        if (!listed(DIVISIONS).isEmpty()) {
            claims.claim("subsidy_divisions", List.copyOf(listed(DIVISIONS)));
        }
        return claims.jws().keyId(KEY).sign(keys.getPrivate());
    }

    private static Map<String, String> query(HttpExchange exchange) {
        return decoded(String.valueOf(exchange.getRequestURI().getRawQuery()));
    }

    private static Map<String, String> decoded(String form) {
        Map<String, String> all = new HashMap<>();
        for (String pair : form.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            all.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return all;
    }

    private static void redirect(HttpExchange exchange, String address) throws IOException {
        exchange.getResponseHeaders().set("Location", address);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void json(HttpExchange exchange, Map<String, ?> answer) throws IOException {
        byte[] body = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
