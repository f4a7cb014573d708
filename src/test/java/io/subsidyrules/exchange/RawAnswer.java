package io.subsidyrules.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What comes back over a socket for the bytes that were written to it.
 *
 * @param status 0 where no answer came
 * @param headers by name in lower case
 */
record RawAnswer(int status, Map<String, String> headers, String body) {

    /** Writes the text, and reads one whole answer, or less where the service closes the connection before. */
    static RawAnswer to(URL service, String request) throws IOException {
        return last(service, request, 1);
    }

    /** Writes the text, and reads so many whole answers; gives the last. */
    static RawAnswer last(URL service, String requests, int count) throws IOException {
        try (Socket client = new Socket(service.getHost(), service.getPort())) {
            client.setSoTimeout(10_000);
            client.getOutputStream().write(requests.getBytes(StandardCharsets.UTF_8));
            RawAnswer answer = next(client.getInputStream());
            for (int i = 1; i < count; i++) {
                answer = next(client.getInputStream());
            }
            return answer;
        }
    }

    private static RawAnswer next(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.append((char) next);
            if (head.indexOf("\r\n\r\n") >= 0) {
                break;
            }
        }
        if (!head.toString().startsWith("HTTP/")) {
            return new RawAnswer(0, Map.of(), head.toString());
        }
        Map<String, String> headers = new TreeMap<>();
        head.toString().strip().lines().skip(1).forEach(line -> {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        });
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return new RawAnswer(Integer.parseInt(head.substring(9, 12)), headers, body);
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
