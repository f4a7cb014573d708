package io.subsidyrules.access;

import io.subsidyrules.access.key.KeyRegister;
import io.subsidyrules.storage.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Calls of a service by callers with keys and with tokens. */
record Calls(URL service) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    /** A new key of an owner with one role, which the service knows. */
    String key(String owner, String... roles) throws Exception {
        return key(new Caller(owner, Set.of(roles), Scope.ALL));
    }

    String key(Caller owner) throws Exception {
        String key = key(owner, Instant.now().plus(Duration.ofDays(1)));
        long until = System.nanoTime() + LONG_ENOUGH.toNanos();
        while (status("GET", "/v1/ledger/keys", Map.of("X-API-Key", key)) == 401 && System.nanoTime() < until) {
            Thread.sleep(20);
        }
        return key;
    }

    /** A new key, which the service may not know yet. */
    static String key(Caller owner, Instant expiresAt) throws SQLException {
        try (Connection connection = TestDatabase.owner()) {
            return new KeyRegister(connection).create(owner, expiresAt).text();
        }
    }

    static void revoke(String key) throws SQLException {
        try (Connection connection = TestDatabase.owner()) {
            KeyRegister register = new KeyRegister(connection);
            register.revoke(
                    register.find(key.substring(0, "srk_".length() + 12)).orElseThrow());
        }
    }

    int status(String method, String path, Map<String, String> headers) throws IOException, InterruptedException {
        return send(method, path, headers, "").statusCode();
    }

    HttpResponse<String> send(String method, String path, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://%s:%s%s".formatted(service.getHost(), service.getPort(), path)))
                .timeout(LONG_ENOUGH)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
