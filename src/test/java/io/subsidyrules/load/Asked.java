package io.subsidyrules.load;

import io.subsidyrules.api.SentClaim;
import io.subsidyrules.api.SentRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/** The requests of a load, as bytes by their number. */
enum Asked {
    /** An evaluation of sixty claims, always the same. */
    EVALUATION("evaluate, 60 claims", 16) {
        @Override
        LongFunction<byte[]> requests() {
            byte[] request = request("/v1/evaluate", "", claims(60, 0));
            return number -> request;
        }
    },
    /** A decision on two claims, for projects that nobody claimed for before. */
    DECISION("decisions, 2 claims", 192) {
        @Override
        LongFunction<byte[]> requests() {
            long first = System.nanoTime();
            return number -> request("/v1/decisions", "X-Caller: portal\r\n", claims(2, first + number));
        }
    };

    private final String title;
    private final int clients;

    Asked(String title, int clients) {
        this.title = title;
        this.clients = clients;
    }

    /** As many clients as get the most done, each of which waits for its answer: those who record are written together. */
    int clients() {
        return clients;
    }

    String title() {
        return title;
    }

    /** The request of a number, in bytes; each call gives others. */
    abstract LongFunction<byte[]> requests();

    /** @param project what tells the projects apart from those of other requests */
    static String claims(int count, long project) {
        List<SentClaim> claims = IntStream.range(0, count)
                .mapToObj(claim -> SentClaim.hosted("c" + claim, "ISO " + project + "-" + claim))
                .toList();
        return SentRequest.request(claims).stating("industry", "MANUFACTURING").json();
    }

    static byte[] request(String path, String headers, String body) {
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + headers
                        + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
