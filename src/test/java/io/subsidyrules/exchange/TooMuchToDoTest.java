package io.subsidyrules.exchange;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.subsidyrules.admission.Admission;
import io.subsidyrules.admission.Lane;
import io.subsidyrules.admission.Lease;
import io.subsidyrules.admission.Place;
import io.subsidyrules.admission.Round;
import io.subsidyrules.admission.Work;
import io.subsidyrules.storage.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests that come while there is as much to do as can be done in time. */
@QuarkusTest
@Tag("http")
class TooMuchToDoTest {

    private static final String REQUEST = "{\"applicant\":{\"id\":\"91130100MA0ABCDE10\"},\"claims\":[]}";

    @TestHTTPResource
    URL service;

    @Inject
    Admission admission;

    @Inject
    Vertx vertx;

    @Inject
    MeterRegistry metrics;

    private final List<Runnable> undone = new ArrayList<>();

    @AfterEach
    void undo() {
        undone.forEach(Runnable::run);
    }

    private ValidatableResponse post(String path, String caller) {
        return given().contentType("application/json")
                .header("X-Caller", caller)
                .header("X-Request-Id", "of-this-test")
                .body(REQUEST)
                .post(path)
                .then();
    }

    /** As much as the lane and the event loops take of any number of callers, and never begin. */
    private void fillTheLane() {
        fillTheRounds();
        fillTheLaneAlone();
    }

    private void fillTheLaneAlone() {
        String name = "filler " + System.nanoTime() + " ";
        int more = 0;
        while (admission.lane(Work.EVALUATION).enter(name + more, () -> true, () -> {})) {
            more++;
        }
        undone.add(() -> {
            while (admission.lane(Work.EVALUATION).running() > 0) {
                admission.lane(Work.EVALUATION).leave();
            }
        });
    }

    private List<EventExecutor> loops() {
        List<EventExecutor> loops = new ArrayList<>();
        ((VertxInternal) vertx).getEventLoopGroup().forEach(loops::add);
        return loops;
    }

    private void fillTheRounds() {
        for (Future<?> filled : beginToFillTheRounds(new CountDownLatch(0))) {
            filled.syncUninterruptibly();
        }
    }

    /** @param begun counts the event loops that have begun */
    private List<Future<?>> beginToFillTheRounds(CountDownLatch begun) {
        List<Future<?>> filled = new ArrayList<>();
        for (EventExecutor loop : loops()) {
            filled.add(loop.submit(() -> {
                begun.countDown();
                Round round = admission.round();
                round.begin();
                while (!round.isFull("portal") || !round.isFull("other")) {
                    round.done(() -> "filler");
                }
            }));
            undone.add(() -> loop.submit(() -> admission.round().end()).syncUninterruptibly());
        }
        return filled;
    }

    private void fillTheBacklog() {
        Optional<Place> place = admission.backlog().place("portal");
        while (place.isPresent()) {
            undone.add(place.get()::giveUp);
            place = admission.backlog().place("portal");
        }
    }

    /** What waits becomes a crowd, of which fewer may wait: others are let in where it is no more than twice as many. */
    private void leaveRoomForOthers() throws InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!admission.backlog().isFull("other") && System.nanoTime() < until) {
            Thread.sleep(10);
        }
        while (admission.backlog().isFull("other")) {
            undone.remove(0).run();
        }
    }

    /** All that there is, in ever smaller shares, for callers by their number. */
    private void takeOfTheBudget(IntFunction<String> callers) throws InterruptedException {
        awaitTheBudget();
        for (long each = admission.budget().limit() / 100; each > 0; each /= 2) {
            takeOfTheBudget(callers, each);
        }
    }

    private void leaveOfTheBudget(int megabytes) throws InterruptedException {
        awaitTheBudget();
        takeOfTheBudget(number -> "one of many " + number, 1_000_000);
        for (int i = 0; i < megabytes; i++) {
            undone.remove(0).run();
        }
    }

    /** The requests of earlier tests give back theirs when they are done, which can be after their answers are there. */
    private void awaitTheBudget() throws InterruptedException {
        awaitTheBudget(0);
    }

    private void awaitTheBudget(long bytes) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (admission.budget().used() > bytes && System.nanoTime() < until) {
            Thread.sleep(10);
        }
    }

    private void takeOfTheBudget(IntFunction<String> callers, long each) {
        Lease lease = new Lease(admission.budget(), callers.apply(0));
        for (int i = 1; lease.grow(each).isEmpty(); i++) {
            undone.add(lease::release);
            lease = new Lease(admission.budget(), callers.apply(i));
        }
    }

    @Test
    void anEvaluationThatWouldWaitTooLongIsRefusedAtOnce() {
        fillTheLane();
        post("/v1/evaluate", "portal")
                .statusCode(503)
                .header("Retry-After", "2")
                .header("X-Request-Id", "of-this-test")
                .header("Content-Type", "application/problem+json")
                .header("Content-Language", "en")
                .body("title", equalTo("Not available now"))
                .body("detail", startsWith("More requests come in than"))
                .body("instance", startsWith("urn:uuid:"));
        given().get("/q/health/live").then().statusCode(200);
        undo();
        undone.clear();
        post("/v1/evaluate", "portal").statusCode(200);
    }

    @Test
    void itIsRefusedInTheLanguageThatIsAskedFor() {
        fillTheLane();
        given().contentType("application/json")
                .header("Accept-Language", "zh-CN")
                .body(REQUEST)
                .post("/v1/evaluate")
                .then()
                .statusCode(503)
                .header("Content-Language", "zh-CN")
                .body("detail", startsWith("请求量超出服务的处理能力"));
    }

    @Test
    void itIsRefusedBeforeItsBodyIsThereAndTheConnectionGoesOn() throws IOException {
        fillTheLane();
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(10_000);
            String head = post("/v1/evaluate", "", REQUEST.length());
            send(socket, head);
            assertThat(answer(socket.getInputStream())).startsWith("HTTP/1.1 503 ");
            undo();
            undone.clear();
            send(socket, REQUEST + head);
            send(socket, REQUEST);
            assertThat(answer(socket.getInputStream())).startsWith("HTTP/1.1 200 ");
        }
    }

    /** The event loop, which has time, has it go on as soon as the body does not come. */
    @Test
    void anEvaluationForTheWorkersIsRefusedBeforeItsBodyIsThereWhereOnlyTheyHaveNoTime() throws IOException {
        fillTheLaneAlone();
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(10_000);
            send(socket, post("/v1/evaluate", "", REQUEST.length()));
            assertThat(answer(socket.getInputStream())).startsWith("HTTP/1.1 503 ");
        }
        post("/v1/evaluate", "portal").statusCode(200);
    }

    /** Its head is held, and its body comes while the event loop does other work: workers may have time for it. */
    @Test
    @Timeout(20)
    void anEvaluationWhoseBodyComesInARoundThatIsOverIsNotForTheEventLoop() throws IOException, InterruptedException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(10_000);
            double direct = answeredDirectly();
            long before = admission.budget().used();
            send(socket, post("/v1/evaluate", "", REQUEST.length()));
            while (admission.budget().used() == before) {
                Thread.onSpinWait();
            }
            CountDownLatch begun = new CountDownLatch(loops().size());
            List<Future<?>> unused = beginToFillTheRounds(begun);
            begun.await();
            send(socket, REQUEST);
            assertThat(answer(socket.getInputStream())).matches("(?s)HTTP/1.1 (503|200) .*");
            assertThat(answeredDirectly()).isEqualTo(direct);
        }
    }

    private double answeredDirectly() {
        return metrics.get("subsidy.evaluations.direct").counter().count();
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** One answer that says how long it is. */
    private static String answer(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            assertThat(next).as("end of the connection after %s", text).isNotNegative();
            text.append((char) next);
        }
        int length = Integer.parseInt(text.toString().replaceAll("(?is).*content-length: (\\d+).*", "$1"));
        return text + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    @Test
    void aDecisionThatCouldNotBeRecordedInTimeIsRefusedBeforeItIsEvaluatedAndOthersAreNot()
            throws InterruptedException {
        TestDatabase.await();
        fillTheBacklog();
        leaveRoomForOthers();
        post("/v1/decisions", "portal")
                .statusCode(503)
                .header("Retry-After", "2")
                .body("detail", startsWith("More decisions are waiting to be recorded"));
        post("/v1/decisions", "other").statusCode(201);
        post("/v1/evaluate", "portal").statusCode(200);
    }

    @Test
    void nothingButADryRunNeedsNoPlaceAmongWhatIsRecorded() throws IOException {
        fillTheBacklog();
        assertThat(decide("?dryRun=true")).isEqualTo(200);
        assertThat(decide("?dryRun=%74rue")).isEqualTo(200);
        assertThat(decide("?dryRun=false")).isEqualTo(503);
        assertThat(decide("?")).isEqualTo(503);
    }

    private int decide(String query) throws IOException {
        return RawAnswer.to(service, post("/v1/decisions" + query, "X-Caller: portal\r\n", REQUEST.length()) + REQUEST)
                .status();
    }

    /** The head of a request. */
    private static String post(String target, String headers, int length) {
        return "POST " + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + headers
                + "Content-Length: " + length + "\r\n\r\n";
    }

    /** A thousand claims weigh 6 MB in a summary and 14 MB with all reasons, and 10 MB are left. */
    @Test
    void allReasonsWeighTheirWeightHoweverTheyAreAskedFor() throws InterruptedException, IOException {
        leaveOfTheBudget(10);
        long used = admission.budget().used();
        String claims = REQUEST.replace("[]", "[" + "{},".repeat(999) + "{}]");
        for (String query : List.of("", "?explain=full", "?%65xplain=full")) {
            awaitTheBudget(used);
            RawAnswer answer = RawAnswer.to(service, post("/v1/evaluate" + query, "", claims.length()) + claims);
            assertThat(answer.status()).as(query).isEqualTo(query.isEmpty() ? 422 : 503);
        }
    }

    /** Quarkus sends the first to another path, so that it comes to the gate twice, and has one answer. */
    @Test
    void whatIsAnsweredHasNothingOfTheBudgetWhileItsConnectionStays() throws IOException, InterruptedException {
        awaitTheBudget();
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(10_000);
            for (String path : List.of("/q/swagger-ui/", "/v1/policies")) {
                send(socket, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertThat(answer(socket.getInputStream())).startsWith("HTTP/1.1 200 ");
            }
            awaitTheBudget();
            assertThat(admission.budget().used()).isZero();
        }
    }

    @Test
    void whatIsEvaluatedAnewWeighsMoreThanWhatIsRead() throws InterruptedException {
        leaveOfTheBudget(5);
        String path = "/v1/decisions/00000000-0000-4000-8000-000000000000";
        given().get(path).then().statusCode(404);
        given().accept("text/html").get(path).then().statusCode(503);
        given().post(path + "/replay").then().statusCode(503);
        post("/v1/decisions/dry-run", "portal").statusCode(200);
    }

    @Test
    void whatHasNoRoomIsRefusedBeforeItsBodyIsThere() throws InterruptedException, IOException {
        takeOfTheBudget(number -> "one of many " + number);
        RawAnswer answer = RawAnswer.to(service, post("/v1/evaluate", "", REQUEST.length()));
        assertThat(answer.status()).isEqualTo(503);
    }

    @Test
    void aRefusalByTheHeadIsInTheLanguageAndVariesAsOthersDo() throws InterruptedException, IOException {
        takeOfTheBudget(number -> "one of many " + number);
        RawAnswer gate = refused("", "");
        undo();
        undone.clear();
        fillTheLane();
        assertThat(refused("", "").header("vary")).isEqualTo(gate.header("vary"));
        assertThat(refused("", "Accept-Language: fr\r\nAccept-Language: zh\r\n").header("content-language"))
                .isEqualTo("zh-CN");
        assertThat(refused("?lang=zh-CN", "").header("content-language")).isEqualTo("zh-CN");
        assertThat(refused("?explain=full&lang=zh-CN", "").header("content-language"))
                .isEqualTo("zh-CN");
    }

    private RawAnswer refused(String query, String headers) throws IOException {
        RawAnswer answer = RawAnswer.to(service, post("/v1/evaluate" + query, headers, REQUEST.length()) + REQUEST);
        assertThat(answer.status()).isEqualTo(503);
        return answer;
    }

    @Test
    void aRefusalThatFailsKeepsNobodyElseWaiting() throws InterruptedException, ExecutionException, TimeoutException {
        Lane lane = admission.lane(Work.REPLAY);
        CompletableFuture<Boolean> failed = new CompletableFuture<>();
        undone.add(() -> {
            while (lane.running() > 0) {
                lane.leave();
            }
        });
        while (lane.waiting() == 0) {
            lane.enter("portal", () -> true, () -> {
                failed.complete(true);
                throw new IllegalStateException("It fails on purpose.");
            });
        }
        failed.get(20, TimeUnit.SECONDS);
        CompletableFuture<Boolean> refused = new CompletableFuture<>();
        lane.enter("portal", () -> true, () -> refused.complete(true));
        assertThat(refused.get(20, TimeUnit.SECONDS)).isTrue();
    }

    /** Its place is left when the thread that worked for it is done, which can be after its answer is there. */
    @Test
    void aDecisionThatIsRefusedForItsContentLeavesItsPlace() throws InterruptedException {
        given().contentType("application/json")
                .header("X-Caller", "portal")
                .body("{}")
                .post("/v1/decisions")
                .then()
                .statusCode(422);
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (admission.backlog().waiting() > 0 && System.nanoTime() < until) {
            Thread.sleep(10);
        }
        assertThat(admission.backlog().waiting()).isZero();
    }

    @Test
    void aCallerThatHasItsShareIsToldSoAndOthersAreAnswered() throws InterruptedException {
        takeOfTheBudget(number -> "greedy");
        post("/v1/evaluate", "greedy").statusCode(429).header("Retry-After", "1");
        post("/v1/evaluate", "modest").statusCode(200);
    }

    @Test
    void whenTheMemoryIsTakenEverybodyIsRefusedAtOnce() throws InterruptedException {
        takeOfTheBudget(number -> "one of many " + number);
        post("/v1/evaluate", "other").statusCode(503).header("Retry-After", "2");
        given().get("/q/health/live").then().statusCode(200);
    }
}
