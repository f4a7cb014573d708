package io.subsidyrules.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.subsidyrules.storage.TestDatabase;
import java.io.File;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The table of docs/security.md is true of every operation, role and spelling. */
@QuarkusTest
@Tag("http")
@TestProfile(GuardedService.class)
class RoleTableTest {

    private static final String KEY = "X-API-Key";
    private static final String NOBODY = "nobody";
    private static final Set<Integer> REFUSED = Set.of(401, 403);
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    @TestHTTPResource
    URL service;

    private Calls calls;

    @BeforeEach
    void recording() throws InterruptedException {
        calls = new Calls(service);
        TestDatabase.await();
    }

    @Test
    void theTableHasEveryOperationOfTheContractAndNoOther() throws Exception {
        Set<String> operations = new TreeSet<>();
        JsonNode paths = new YAMLMapper().readTree(new File("openapi.yaml")).path("paths");
        paths.properties().forEach(path -> METHODS.stream()
                .filter(path.getValue()::has)
                .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        assertThat(RoleTable.read().allowed().keySet()).isEqualTo(operations);
    }

    @Test
    void everyRoleMayDoWhatTheTableSaysAndNoMoreByKeyAndByToken() throws Exception {
        Map<String, Map<String, String>> credentials = new LinkedHashMap<>();
        credentials.put(NOBODY, Map.of());
        for (String role : Roles.ALL) {
            credentials.put(role, Map.of(KEY, calls.key("table-" + role, role)));
            credentials.put(role + " by token", Map.of("Authorization", "Bearer " + Tokens.of("table-" + role, role)));
        }
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Set<String>> row : RoleTable.read().allowed().entrySet()) {
            for (Map.Entry<String, Map<String, String>> caller : credentials.entrySet()) {
                boolean allowed = row.getValue().contains(caller.getKey().replace(" by token", ""));
                for (String spelled : spelled(row.getKey())) {
                    int status = status(spelled, caller.getValue());
                    int refused = caller.getKey().equals(NOBODY) ? 401 : 403;
                    if (allowed ? REFUSED.contains(status) : status != refused) {
                        wrong.add("%s as %s: %s".formatted(spelled, caller.getKey(), status));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** As it is, with HEAD for GET, and where amounts are texts. */
    private static List<String> spelled(String operation) {
        String filled = operation
                .replace("{id}", UUID.randomUUID().toString())
                .replace("{policy}", "hebei-quality-2022")
                .replace("{number}", "1")
                .replace("{version}", "0".repeat(64))
                .replaceAll("\\{\\w+}", "none");
        List<String> spelled = new ArrayList<>(List.of(filled));
        if (filled.contains(" /v1/")) {
            spelled.add(filled.replace(" /v1/", " /v1/decimal-strings/"));
        }
        if (filled.startsWith("GET ")) {
            spelled.add(filled.replace("GET ", "HEAD "));
        }
        return spelled;
    }

    private int status(String operation, Map<String, String> credential) throws Exception {
        String[] parts = operation.split(" ", -1);
        Map<String, String> headers = new LinkedHashMap<>(credential);
        if (parts[0].equals("POST")) {
            boolean form = parts[1].equals("/try");
            headers.put("Content-Type", form ? "application/x-www-form-urlencoded" : "application/json");
            return calls.send("POST", parts[1], headers, form ? "a=b" : "{}").statusCode();
        }
        return calls.status(parts[0], parts[1], headers);
    }

    @Test
    void noOtherSpellingOfAPathLeadsPastTheTable() throws Exception {
        for (Map.Entry<String, Set<String>> row : RoleTable.read().allowed().entrySet()) {
            if (row.getValue().contains(NOBODY)) {
                continue;
            }
            String path = spelled(row.getKey()).get(0).split(" ", -1)[1];
            for (String other : List.of(
                    "/" + path,
                    path + "/",
                    path + ";x=1",
                    path.replaceFirst("/(\\w)", "/$1;a=b/$1"),
                    "/x/.." + path,
                    "/." + path,
                    path + "/.",
                    path + "/%2e%2e/x",
                    path.replaceFirst("v", "%76"),
                    path.replaceFirst("/", "/%2F"),
                    path.toUpperCase(Locale.ROOT))) {
                int status = status(row.getKey().split(" ", -1)[0] + " " + other, Map.of());
                assertThat(status).as(other).isIn(400, 401, 404);
            }
        }
    }

    @Test
    void otherMethodsAreRefusedBeforeAnybodyIsAsked() throws Exception {
        for (String operation : RoleTable.read().allowed().keySet()) {
            String path = spelled(operation).get(0).split(" ", -1)[1];
            assertThat(calls.status("OPTIONS", path, Map.of()))
                    .as("OPTIONS " + path)
                    .isEqualTo(204);
            assertThat(calls.status("FROBNICATE", path, Map.of()))
                    .as("made up, " + path)
                    .isEqualTo(501);
            assertThat(calls.status("DELETE", path, Map.of()))
                    .as("DELETE " + path)
                    .isEqualTo(405);
        }
    }

    @Test
    void noForgedExpiredOrRevokedCredentialIsTaken() throws Exception {
        String[] roles = Roles.ALL.toArray(String[]::new);
        String path = "/v1/ledger/head";
        Tokens.forged(roles)
                .forEach((fault, token) -> assertThat(statusOf(path, Map.of("Authorization", "Bearer " + token)))
                        .as("A token %s", fault)
                        .isEqualTo(401));
        Caller owner = new Caller("forger", Roles.ALL, Scope.ALL);
        String valid = calls.key(owner);
        assertThat(statusOf(path, Map.of(KEY, valid))).isEqualTo(200);
        String expired = Calls.key(owner, Instant.now().minus(Duration.ofSeconds(1)));
        String revoked = calls.key(owner);
        Calls.revoke(revoked);
        long from = System.nanoTime();
        while (statusOf(path, Map.of(KEY, revoked)) == 200) {
            assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(1));
        }
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("expired", expired);
        wrong.put("revoked", revoked);
        wrong.put("with another secret", valid.substring(0, valid.length() - 2) + "AA");
        wrong.put("of another id", valid.replaceFirst("srk_.", "srk_" + (valid.charAt(4) == 'a' ? 'b' : 'a')));
        wrong.put("cut off", valid.substring(0, valid.length() - 1));
        wrong.put("empty", "");
        wrong.forEach((fault, key) -> assertThat(statusOf(path, Map.of(KEY, key)))
                .as("A key %s", fault)
                .isEqualTo(401));
        assertThat(statusOf(path, Map.of(KEY, valid, "Authorization", "Bearer " + Tokens.of("a", roles))))
                .as("two credentials")
                .isEqualTo(401);
        assertThat(statusOf(path, Map.of("Authorization", "Basic YTpi"))).isEqualTo(401);
    }

    private int statusOf(String path, Map<String, String> headers) {
        try {
            return calls.status("GET", path, headers);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void aRefusalSaysWhatToDoInBothLanguages() throws Exception {
        var nobody = calls.send("GET", "/v1/ledger/head", Map.of(), "");
        assertThat(nobody.body()).contains("/problems/unauthenticated", "X-API-Key");
        assertThat(nobody.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        var chinese = calls.send(
                "GET",
                "/v1/ledger/head",
                Map.of(KEY, calls.key("evaluates", Roles.EVALUATOR), "Accept-Language", "zh"),
                "");
        assertThat(chinese.statusCode()).isEqualTo(403);
        assertThat(chinese.body())
                .contains("/problems/forbidden", "evaluates", "auditor")
                .doesNotContain("credential");
        assertThat(chinese.headers().firstValue("Content-Language")).contains("zh-CN");
    }
}
