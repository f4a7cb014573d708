package io.subsidyrules.durability;

import static io.subsidyrules.api.SentClaim.hosted;

import io.restassured.path.json.JsonPath;
import io.subsidyrules.api.SentRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Clients as they should be: each sends a decision with a key of its own, and sends it again until it is acknowledged;
 * every fifth it sends without a key, and once only. Every third claims for a project that others claim for too.
 */
final class Load implements AutoCloseable {

    private static final int SHARED_PROJECTS = 20;

    /** Timeout, in progress, unavailable. */
    private static final Set<Integer> PASSING = Set.of(408, 409, 503);

    private final ServiceProcess service;
    private final List<Thread> clients = new ArrayList<>();
    private final Map<String, Acknowledged> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger repeats = new AtomicInteger();
    private final AtomicInteger cutOff = new AtomicInteger();
    private final AtomicLong number = new AtomicLong();
    private final String run = UUID.randomUUID().toString();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;

    /** What a client was told. */
    record Acknowledged(String id, String hash) {}

    Load(ServiceProcess service, int clients) {
        this.service = service;
        for (int i = 0; i < clients; i++) {
            Thread client = new Thread(this::work, "client-" + i);
            client.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
            client.setDaemon(true);
            client.start();
            this.clients.add(client);
        }
    }

    /** By reference, which is the key too where there is one. */
    Map<String, Acknowledged> acknowledged() {
        return acknowledged;
    }

    /** Waits until so many decisions are acknowledged. */
    void awaitMore(int count) throws InterruptedException {
        long until = System.nanoTime() + 60_000_000_000L;
        while (acknowledged.size() < count) {
            if (System.nanoTime() > until) {
                throw new AssertionError("There are no %s decisions after a minute.".formatted(count));
            }
            Thread.sleep(10);
        }
    }

    /** How many requests were sent on a connection that was accepted, and got no answer. */
    int cutOff() {
        return cutOff.get();
    }

    /** How often a client had to send its request again. */
    int repeats() {
        return repeats.get();
    }

    static String request(String reference, String standard) {
        return SentRequest.request(hosted("c1", standard)).reference(reference).json();
    }

    static String evaluation() {
        return SentRequest.request(hosted("c1", "x")).json();
    }

    /** Waits until each client has what it asked for last. */
    @Override
    public void close() {
        stopped = true;
        try {
            for (Thread client : clients) {
                client.join(60_000);
                if (client.isAlive()) {
                    throw new AssertionError("A client has waited for its decision for a minute.");
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        failures.forEach(failure -> {
            throw new AssertionError("A client was answered as it should not be.", failure);
        });
    }

    private void work() {
        while (!stopped) {
            long mine = number.incrementAndGet();
            String name = UUID.randomUUID().toString();
            String body = request(name, run + (mine % 3 == 0 ? " shared " + mine % SHARED_PROJECTS : " " + mine));
            if (mine % 5 == 0) {
                sent(name, body);
            } else {
                while (!sent(name, body, "Idempotency-Key", name)) {
                    repeats.incrementAndGet();
                    pause();
                }
            }
        }
    }

    private boolean sent(String name, String body, String... key) {
        try {
            List<String> headers = new ArrayList<>(List.of("X-Caller", "load"));
            headers.addAll(List.of(key));
            HttpResponse<String> answer = service.post("/v1/decisions", body, headers.toArray(String[]::new));
            if (answer.statusCode() == 201) {
                JsonPath decision = JsonPath.from(answer.body());
                acknowledged.put(name, new Acknowledged(decision.getString("id"), decision.getString("hash")));
            } else if (!PASSING.contains(answer.statusCode())) {
                throw new AssertionError("%s: %s".formatted(answer.statusCode(), answer.body()));
            }
            return answer.statusCode() == 201;
        } catch (ConnectException refused) {
            return false;
        } catch (IOException away) {
            cutOff.incrementAndGet();
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
