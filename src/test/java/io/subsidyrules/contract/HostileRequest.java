package io.subsidyrules.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * A request of an operation, as the contract has it or a little or a lot otherwise.
 *
 * @param path with its query, percent-encoded
 */
record HostileRequest(String operation, String path, Map<String, String> headers, Optional<byte[]> body) {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "0",
            "-1",
            "1",
            "200",
            "99999999999999999999",
            "true",
            "null",
            "full",
            "changes",
            "recorded",
            "zh",
            "2023-05-01",
            "2023-02-30",
            "2023-05-01T00:00:00Z",
            "hebei-quality-2022",
            "HostedStandard",
            "01234567-89ab-7def-8123-456789abcdef",
            "0".repeat(64),
            "a".repeat(300),
            "'; drop table decision; --",
            "<script>alert(1)</script>",
            "${jndi:ldap://x/a}",
            "../../etc/passwd",
            "\u0000",
            "\u202E\u200B",
            "\uFF11\uFF12",
            "\uD83D\uDE00".repeat(20),
            "%n%s%p");

    /** Media types, not all of which are any. */
    static final List<String> TYPES = List.of(
            "application/json",
            "application/json;charset=UTF-8",
            "text/plain",
            "text/html",
            "text/html,application/xhtml+xml",
            "application/x-ndjson",
            "text/csv",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/xml",
            "*/*",
            "text/*;q=0",
            "nonsense/x");

    /** A request that a seed makes. */
    static HostileRequest of(String operation, OpenApiFile file, List<JsonNode> bodies, Random random) {
        JsonNode described = file.operation(operation);
        String method = operation.substring(0, operation.indexOf(' '));
        String path = operation.substring(operation.indexOf(' ') + 1);
        List<String> query = new ArrayList<>();
        Map<String, String> headers = new LinkedHashMap<>();
        for (JsonNode reference : described.path("parameters")) {
            JsonNode parameter = file.resolved(reference);
            String name = parameter.path("name").asText();
            boolean usual = random.nextInt(3) > 0;
            String value = usual && parameter.has("example")
                    ? parameter.path("example").asText()
                    : any(TEXTS, random);
            switch (parameter.path("in").asText()) {
                case "path" -> path = path.replace("{" + name + "}", encoded(value.isEmpty() ? "x" : value));
                case "query" -> {
                    if (random.nextInt(3) == 0) {
                        query.add(name + "=" + encoded(value));
                    }
                }
                default -> {
                    if (usual) {
                        headers.put(name, printable(value));
                    }
                }
            }
        }
        if (random.nextBoolean()) {
            // A key is used once.
            headers.computeIfPresent(
                    "Idempotency-Key", (name, same) -> new UUID(random.nextLong(), random.nextLong()).toString());
        }
        if (random.nextInt(10) == 0) {
            query.add("x" + encoded(any(TEXTS, random)) + "=" + encoded(any(TEXTS, random)));
        }
        if (random.nextInt(3) == 0) {
            headers.put("Accept", any(TYPES, random));
        }
        Optional<byte[]> body = Optional.empty();
        if (method.equals("POST")) {
            headers.put("Content-Type", random.nextInt(8) == 0 ? any(TYPES, random) : type(path));
            body = Optional.of(body(any(bodies, random), random));
        }
        String whole = query.isEmpty() ? path : path + "?" + String.join("&", query);
        return new HostileRequest(operation, whole, headers, body);
    }

    private static String type(String path) {
        return path.startsWith("/try") ? "application/x-www-form-urlencoded" : "application/json";
    }

    private static byte[] body(JsonNode example, Random random) {
        JsonNode body = example.deepCopy();
        int changes = random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            change(body, random);
        }
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        switch (random.nextInt(20)) {
            case 0 -> bytes = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 1 -> bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            case 2 -> bytes = ("[".repeat(2_000) + "]".repeat(2_000)).getBytes(StandardCharsets.UTF_8);
            case 3 -> random.nextBytes(bytes);
            default -> {
                // As it is.
            }
        }
        return bytes;
    }

    /** Puts something else into one place. */
    private static void change(JsonNode in, Random random) {
        if (in instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = any(names, random);
            JsonNode value = object.get(name);
            if (value.isContainerNode() && random.nextInt(3) > 0) {
                change(value, random);
                return;
            }
            switch (random.nextInt(6)) {
                case 0 -> object.remove(name);
                case 1 -> object.put(name, any(TEXTS, random));
                case 2 -> object.put(name, random.nextLong());
                case 3 -> object.put(name, random.nextDouble() * Math.pow(10, random.nextInt(40) - 20));
                case 4 -> object.putNull(name);
                default -> object.set(any(names, random), value);
            }
        } else if (in instanceof ArrayNode array && !array.isEmpty()) {
            switch (random.nextInt(4)) {
                case 0 -> array.remove(random.nextInt(array.size()));
                case 1 -> array.add(array.get(random.nextInt(array.size())));
                case 2 -> array.add(any(TEXTS, random));
                default -> change(array.get(random.nextInt(array.size())), random);
            }
        }
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Other characters no client can send in a header. */
    private static String printable(String text) {
        return text.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
