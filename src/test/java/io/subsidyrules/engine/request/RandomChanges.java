package io.subsidyrules.engine.request;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes bytes of requests at random: most of what comes out is not JSON, or has a fault. */
final class RandomChanges {

    /** What a request may have in an unusual place. */
    private static final List<String> PARTS = List.of(
            " ",
            "\n",
            "\t",
            "\r",
            "\f",
            "\"",
            "\\",
            "\\\\",
            "\\\"",
            "\\/",
            "\\n",
            "\\u0041",
            "\\u7532",
            "\\u",
            "\\u12",
            "\\uD83D\\uDE00",
            "\\uD83D",
            "\\u0000",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "{}",
            "[]",
            "-",
            "0",
            "1",
            "9",
            ".",
            ".0",
            ".00",
            ".5",
            "e1",
            "E-2",
            "e+0",
            "+",
            "-0",
            "00",
            "1.",
            ".1",
            "123456789012",
            "99999999999999999999",
            "null",
            "true",
            "false",
            "NaN",
            "nul",
            "\"id\"",
            "\"type\":",
            "\"x\":null,",
            "甲",
            "\u0080",
            "\u200B",
            "\uFEFF",
            "\uFFFD",
            "\uD83D\uDE00",
            "/**/",
            "\"2023-02-29\"",
            "\"2024-02-29\"",
            "\"1899-12-31\"",
            "\"\"",
            "\u0000",
            "\u007F",
            "无",
            "x");

    private final Random random;

    RandomChanges(long seed) {
        this.random = new Random(seed);
    }

    /** The bytes with one to three changes. */
    byte[] of(byte[] request) {
        byte[] changed = request;
        for (int i = random.nextInt(3); i >= 0; i--) {
            changed = once(changed);
        }
        return changed;
    }

    private byte[] once(byte[] request) {
        int at = random.nextInt(request.length + 1);
        int to = Math.min(request.length, at + random.nextInt(4));
        return switch (random.nextInt(8)) {
            case 0 -> flipped(request);
            case 1 -> joined(request, at, new byte[0], to);
            case 2 -> joined(request, at, new byte[] {(byte) random.nextInt(256)}, at);
            case 3 -> joined(request, at, some(), to);
            case 4 -> twice(request);
            case 5 -> without(request);
            default -> joined(request, at, some(), at);
        };
    }

    private byte[] some() {
        return PARTS.get(random.nextInt(PARTS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] flipped(byte[] request) {
        byte[] flipped = request.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    /** From one comma to another, a second time. */
    private byte[] twice(byte[] request) {
        int from = comma(request);
        int to = comma(request);
        return from < to ? joined(request, to, Arrays.copyOfRange(request, from, to), to) : request;
    }

    private byte[] without(byte[] request) {
        int from = comma(request);
        int to = comma(request);
        return from < to ? joined(request, from, new byte[0], to) : request;
    }

    /** The place of a comma; the end where there is none behind a random place. */
    private int comma(byte[] request) {
        int at = random.nextInt(request.length + 1);
        while (at < request.length && request[at] != ',') {
            at++;
        }
        return at;
    }

    /** The bytes before the first place, others, and those from the second place. */
    private static byte[] joined(byte[] request, int until, byte[] between, int from) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(request, 0, until);
        joined.writeBytes(between);
        joined.write(request, from, request.length - from);
        return joined.toByteArray();
    }
}
