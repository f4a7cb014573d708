package io.subsidyrules.exchange;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.subsidyrules.api.SentRequest;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clients that send slowly. Here a head has two seconds and a body three. */
@QuarkusTest
@Tag("http")
class SlowClientsTest {

    private static final String BODY =
            "POST /v1/evaluate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{";

    /** More than there are threads for requests. */
    private static final int MANY = 250;

    @TestHTTPResource
    URL service;

    private final List<Socket> open = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    private Socket send(String text) throws IOException {
        Socket socket = new Socket(service.getHost(), service.getPort());
        open.add(socket);
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static String all(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aHeadThatDoesNotEndIsAnsweredWith408AndTheConnectionCloses() throws IOException {
        assertThat(all(send("POST /v1/evaluate HTTP/1.1\r\nHost: local")))
                .startsWith("HTTP/1.1 408 ")
                .contains("/problems/request-timeout");
    }

    @Test
    void aBodyThatComesAByteAtATimeIsAnsweredWith408WhenItsTimeIsOver() throws IOException {
        Socket slow = send(BODY);
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try {
            Future<?> unused = clock.scheduleAtFixedRate(() -> drip(slow), 100, 100, TimeUnit.MILLISECONDS);
            assertThat(all(slow)).startsWith("HTTP/1.1 408 ").contains("/problems/request-timeout");
        } finally {
            clock.shutdownNow();
        }
    }

    private static void drip(Socket socket) {
        try {
            socket.getOutputStream().write(' ');
        } catch (IOException closed) {
            // The service has closed it, as it should.
        }
    }

    /** It is short enough to be answered by the event loop that reads it, which waits for none of its parts. */
    @Test
    void aShortBodyThatComesInPartsIsAnsweredWhenItIsThereAndOthersMeanwhile() throws IOException {
        String body = SentRequest.SHORTEST;
        Socket slow = send(BODY.replace("100000", "" + body.length()));
        for (String part : body.substring(1).split("(?<=[:,])", -1)) {
            evaluationIsAnswered();
            slow.getOutputStream().write(part.getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(new String(slow.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 200");
    }

    /** It is held for a moment, since the rest may come at once, and then goes the way of all others. */
    @Test
    void aShortBodyThatStopsIsAnsweredWithATimeout() throws IOException {
        Socket stopped = send(BODY.replace("100000", "1000"));
        stopped.setSoTimeout(20_000);
        assertThat(new String(stopped.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 408");
    }

    private static void evaluationIsAnswered() {
        given().contentType("application/json")
                .body(SentRequest.SHORTEST)
                .post("/v1/evaluate")
                .then()
                .statusCode(200);
    }

    @Test
    void bodiesThatDoNotComeKeepNobodyFromBeingAnswered() throws IOException {
        for (int i = 0; i < MANY; i++) {
            send(i % 2 == 0 ? BODY : BODY.replace("100000", "1000"));
        }
        evaluationIsAnswered();
        given().get("/q/health/live").then().statusCode(200);
    }
}
