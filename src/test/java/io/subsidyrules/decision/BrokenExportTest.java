package io.subsidyrules.decision;

import static io.subsidyrules.api.Api.decide;
import static io.subsidyrules.api.Api.keyed;
import static io.subsidyrules.api.SentRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.subsidyrules.api.SentClaim;
import io.subsidyrules.api.SentRequest;
import io.subsidyrules.storage.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An export that fails on its way, as the database goes away under it: nobody may take a part for the whole. */
@QuarkusTest
@Tag("http")
class BrokenExportTest {

    private static final String LAST_CHUNK = "\r\n0\r\n\r\n";
    private static final int DECISIONS = 60;
    private static final int CLAIMS = 40;

    private static final String REFERENCE = "broken-" + UUID.randomUUID();

    private static boolean recorded;

    @TestHTTPResource
    private URL service;

    @BeforeEach
    void thereAreDecisionsOfMoreThanBuffersHold() throws InterruptedException {
        TestDatabase.await();
        if (!recorded) {
            for (int i = 0; i < DECISIONS; i++) {
                record();
            }
            recorded = true;
        }
    }

    /** Sends a decision, and sends it again where a database that is slow today is answered with 503, as a caller has to. */
    private void record() throws InterruptedException {
        String key = UUID.randomUUID().toString();
        List<SentClaim> claims = IntStream.range(0, CLAIMS)
                .mapToObj(i -> SentClaim.unnumbered("c" + i))
                .toList();
        SentRequest request = request(claims).reference(REFERENCE);
        Response answer = decide(keyed(key), request);
        for (int again = 0; again < 10 && answer.statusCode() == 503; again++) {
            TimeUnit.SECONDS.sleep(Integer.parseInt(answer.header("Retry-After")));
            answer = decide(keyed(key), request);
        }
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    }

    /** Where there was a race between closing and answering the failure, it was lost once in some. */
    @ParameterizedTest
    @ValueSource(ints = {1024, 1024 * 1024, 1024 * 1024, 1024 * 1024, 1024 * 1024, 1024 * 1024})
    void theConnectionClosesBeforeTheEnd(int atOnce) throws Exception {
        try (Socket client = asked();
                Connection locking = TestDatabase.owner()) {
            InputStream in = client.getInputStream();
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            read.write(in.readNBytes(1000));
            locking.setAutoCommit(false);
            try (Statement lock = locking.createStatement()) {
                lock.execute("lock table ledger_entry in access exclusive mode");
                // Until the export waits for the lock, so that all that is under way to the client is before that.
                long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
                while (!endsWhoWaits(lock)) {
                    assertThat(System.nanoTime()).as("the export waits").isLessThan(until);
                    while (in.available() > 0) {
                        read.write(in.readNBytes(Math.min(in.available(), atOnce)));
                    }
                }
                readAll(in, read);
            } finally {
                locking.rollback();
                locking.setAutoCommit(true);
            }
            String answer = read.toString(StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 200 ");
            assertThat(answer.endsWith(LAST_CHUNK)).as("has the last chunk").isFalse();
        }
    }

    @Test
    void theConnectionStaysOpenBehindTheWhole() throws Exception {
        try (Socket client = asked()) {
            InputStream in = client.getInputStream();
            StringBuilder read = new StringBuilder();
            byte[] part = new byte[64 * 1024];
            while (!read.toString().endsWith(LAST_CHUNK)) {
                int length = in.read(part);
                assertThat(length).isPositive();
                read.append(new String(part, 0, length, StandardCharsets.ISO_8859_1));
                read.delete(0, Math.max(0, read.length() - 100));
            }
        }
    }

    private Socket asked() throws IOException {
        Socket client = new Socket();
        client.setReceiveBufferSize(64 * 1024);
        client.setSoTimeout(30_000);
        client.connect(new InetSocketAddress(service.getHost(), service.getPort()));
        client.getOutputStream()
                .write(
                        "GET /v1/decisions?reference=%s HTTP/1.1\r\nHost: localhost\r\nAccept: application/x-ndjson\r\n\r\n"
                                .formatted(REFERENCE)
                                .getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    /** Ends the connections of the service that wait for a lock, which is only the export's. */
    private static boolean endsWhoWaits(Statement statement) throws SQLException {
        statement.execute("select pg_stat_clear_snapshot()");
        try (ResultSet ended = statement.executeQuery("""
                select count(pg_terminate_backend(pid)) from pg_stat_activity
                where wait_event_type = 'Lock' and query like '%page.sequence, entry.content%' and pid <> pg_backend_pid()""")) {
            return ended.next() && ended.getInt(1) > 0;
        }
    }

    private static void readAll(InputStream in, ByteArrayOutputStream read) {
        try {
            in.transferTo(read);
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
