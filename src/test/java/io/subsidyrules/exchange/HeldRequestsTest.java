package io.subsidyrules.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.quarkus.test.junit.QuarkusTest;
import io.subsidyrules.admission.Admission;
import io.subsidyrules.admission.Weight;
import io.subsidyrules.api.SentClaim;
import io.subsidyrules.api.SentRequest;
import io.subsidyrules.evaluation.DirectEvaluations;
import io.subsidyrules.problem.LocalisedProblem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A small evaluation of which the rest is held for a moment: what becomes of it, and of the memory that it takes. */
@QuarkusTest
@Tag("http")
class HeldRequestsTest {

    private static final Deadlines DEADLINES =
            new Deadlines(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(30));

    private static final byte[] BODY =
            SentRequest.request(List.of(SentClaim.hosted("c1", "ISO 1"))).json().getBytes(StandardCharsets.UTF_8);

    @Inject
    DirectEvaluations evaluations;

    @Inject
    Admission admission;

    @Inject
    Stop stop;

    private final List<Object> passed = new ArrayList<>();
    private final List<ByteBuf> sent = new ArrayList<>();
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private long before;

    @BeforeEach
    void connect() {
        before = admission.budget().used();
        Door door = new Door((request, address) -> Optional.empty());
        ConnectionWatch watch = new ConnectionWatch(
                DEADLINES,
                new NoRefusal(),
                door,
                Optional.of(new DirectAnswers(evaluations, admission, stop, door, elsewhere -> false)));
        channel.freezeTime();
        channel.pipeline().addLast(new SocketWatch(watch, DEADLINES));
        channel.pipeline().addLast(Door.ENCODER, new ChannelDuplexHandler());
        channel.pipeline().addLast("handler", new Passed());
        SocketWatch.installed(channel.pipeline());
    }

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
        passed.forEach(ReferenceCountUtil::release);
        assertThat(admission.budget().used()).isEqualTo(before);
        assertThat(sent).allMatch(part -> part.refCnt() == 0);
    }

    private static final class NoRefusal implements ConnectionWatch.Refuser {

        @Override
        public void refuse(HttpServerRequest request) {
            throw new AssertionError("refused");
        }

        @Override
        public void refuse(HttpServerRequest request, LocalisedProblem problem) {
            throw new AssertionError("refused");
        }

        @Override
        public byte[] answer(LocalisedProblem problem) {
            throw new AssertionError("refused");
        }
    }

    /** In the place of Vert.x, which answers none of what it is given. */
    private final class Passed extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            passed.add(message);
        }
    }

    private static HttpRequest head(String path) {
        HttpRequest head = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, path);
        head.headers().set("Host", "127.0.0.1").set("Content-Type", "application/json");
        head.headers().set("Content-Length", BODY.length);
        return head;
    }

    private static HttpRequest small() {
        return head("/v1/evaluate");
    }

    private HttpContent first() {
        return new DefaultHttpContent(bytes(0, BODY.length / 2));
    }

    private LastHttpContent rest() {
        return new DefaultLastHttpContent(bytes(BODY.length / 2, BODY.length));
    }

    private LastHttpContent whole() {
        return new DefaultLastHttpContent(bytes(0, BODY.length));
    }

    private ByteBuf bytes(int from, int to) {
        ByteBuf bytes = Unpooled.copiedBuffer(BODY, from, to - from);
        sent.add(bytes);
        return bytes;
    }

    private void come(Object... messages) {
        channel.writeInbound(messages);
    }

    private void pass(int milliseconds) {
        channel.advanceTimeBy(milliseconds, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }

    private List<String> answers() {
        List<String> answers = new ArrayList<>();
        for (ByteBuf answer = channel.readOutbound(); answer != null; answer = channel.readOutbound()) {
            answers.add(answer.toString(StandardCharsets.UTF_8));
            answer.release();
        }
        return answers;
    }

    private void assertAnswered(int times) {
        assertThat(answers()).hasSize(times).allSatisfy(answer -> assertThat(answer)
                .startsWith("HTTP/1.1 200 ")
                .contains("\"c1\""));
    }

    @Test
    void whatComesInOnePieceIsAnsweredAndReleased() {
        come(small(), whole());
        assertAnswered(1);
        assertThat(passed).isEmpty();
        assertThat(sent).allMatch(part -> part.refCnt() == 0);
    }

    @Test
    void aBodyThatComesWithinTheMomentIsAnsweredAndCountsUntilThen() {
        come(small());
        assertThat(admission.budget().used()).isEqualTo(before + Weight.LEAST + BODY.length);
        pass(20);
        come(first());
        pass(20);
        come(rest());
        assertAnswered(1);
        assertThat(passed).isEmpty();
        assertThat(admission.budget().used()).isEqualTo(before);
        pass(100);
        assertThat(passed).isEmpty();
    }

    @Test
    void aBodyThatTakesLongerGoesOnInItsOrder() {
        HttpRequest head = small();
        HttpContent first = first();
        come(head, first);
        assertThat(passed).isEmpty();
        pass(60);
        assertThat(passed).containsExactly(head, first);
        assertThat(admission.budget().used()).isEqualTo(before);
        LastHttpContent rest = rest();
        come(rest);
        assertThat(passed).containsExactly(head, first, rest);
        assertThat(answers()).isEmpty();
    }

    @Test
    void aConnectionThatIsClosedMeanwhileReleasesWhatHasCome() {
        come(small(), first());
        Future<?> unused = channel.close();
        assertThat(sent).allMatch(part -> part.refCnt() == 0);
        assertThat(admission.budget().used()).isEqualTo(before);
        pass(100);
        assertThat(passed).isEmpty();
    }

    @Test
    void requestsInOnePieceAreAllAnswered() {
        come(small(), whole(), small(), whole(), small(), first());
        assertAnswered(2);
        come(rest());
        assertAnswered(1);
        assertThat(passed).isEmpty();
    }

    @Test
    void oneBehindARequestWithoutAnAnswerWaitsItsTurn() {
        HttpRequest other = head("/v1/decisions");
        LastHttpContent body = whole();
        HttpRequest small = small();
        LastHttpContent itsBody = whole();
        come(other, body, small, itsBody);
        assertThat(passed).containsExactly(other, body, small, itsBody);
        assertThat(answers()).isEmpty();
    }
}
