package io.subsidyrules.durability;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Readers of what is recorded, who ask again as soon as they have their answer: exports in all forms, and pages of the list. */
final class Readers implements AutoCloseable {

    private static final List<String> EXPORTS = List.of("/v1/ledger", "/v1/decisions", "/v1/decisions");
    private static final List<String> TYPES = List.of("application/x-ndjson", "application/x-ndjson", "text/csv");

    final AtomicInteger whole = new AtomicInteger();
    final AtomicInteger pages = new AtomicInteger();
    final AtomicInteger tooMany = new AtomicInteger();
    final AtomicInteger brokenOff = new AtomicInteger();
    final AtomicInteger away = new AtomicInteger();
    final AtomicInteger others = new AtomicInteger();

    private final ServiceProcess service;
    private final int bytesPerSecond;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    /** @param bytesPerSecond how fast each of them reads an export; 0 for as fast as it comes */
    Readers(ServiceProcess service, int readers, int bytesPerSecond) {
        this.service = service;
        this.bytesPerSecond = bytesPerSecond;
        for (int i = 0; i < readers; i++) {
            int number = i;
            Thread reader = new Thread(() -> read(number), "reader-" + i);
            reader.setDaemon(true);
            reader.start();
            threads.add(reader);
        }
    }

    private void read(int number) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        boolean exports = bytesPerSecond > 0 || number % 2 == 0;
        int form = number / 2 % EXPORTS.size();
        HttpRequest request = exports
                ? request(EXPORTS.get(form), TYPES.get(form))
                : request("/v1/decisions?limit=100", "application/json");
        while (!stopped) {
            try {
                HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
                try (InputStream body = answer.body()) {
                    if (answer.statusCode() == 200) {
                        readWhole(body);
                        (exports ? whole : pages).incrementAndGet();
                    } else {
                        refused(answer.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8));
                        Thread.sleep(500);
                    }
                }
            } catch (IOException broken) {
                if (!stopped) {
                    brokenOff.incrementAndGet();
                }
            } catch (InterruptedException ended) {
                return;
            }
        }
    }

    private void readWhole(InputStream body) throws IOException, InterruptedException {
        byte[] part = new byte[bytesPerSecond > 0 ? bytesPerSecond : 64 * 1024];
        while (body.read(part) >= 0 && !stopped) {
            if (bytesPerSecond > 0) {
                Thread.sleep(1_000);
            }
        }
    }

    private void refused(int status, String detail) {
        AtomicInteger kind = detail.contains("is away") ? away : isTooMany(detail) ? tooMany : others;
        if (kind == others) {
            System.out.printf("A reader was told: %s %s%n", status, detail);
        }
        kind.incrementAndGet();
    }

    /** The two ways to say it: by who reads from the database, and by what waits for its turn. */
    private static boolean isTooMany(String detail) {
        return detail.contains("Too many") || detail.contains("More requests come in than");
    }

    private HttpRequest request(String path, String type) {
        return HttpRequest.newBuilder(service.uri(path))
                .header("Accept", type)
                .timeout(Duration.ofMinutes(2))
                .build();
    }

    @Override
    public void close() {
        stopped = true;
        threads.forEach(Thread::interrupt);
        try {
            for (Thread reader : threads) {
                reader.join(10_000);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return "exports whole %s, broken off %s; pages %s; told too many %s, that the database is away %s, else %s"
                .formatted(whole, brokenOff, pages, tooMany, away, others);
    }
}
