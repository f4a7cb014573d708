package io.subsidyrules.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.subsidyrules.admission.Budget;
import io.subsidyrules.admission.Lease;
import io.subsidyrules.admission.Weight;
import io.subsidyrules.problem.LocalisedProblem;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One connection, on which requests come behind each other before they are answered. */
class ConnectionWatchTest {

    private static final Deadlines DEADLINES =
            new Deadlines(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(30));

    private final List<HttpServerRequest> refused = new ArrayList<>();
    private final List<HttpRequest> passed = new ArrayList<>();
    private Optional<byte[]> atTheDoor = Optional.empty();
    private final ConnectionWatch watch =
            new ConnectionWatch(DEADLINES, new Refused(), new Door((request, address) -> atTheDoor), Optional.empty());
    private final EmbeddedChannel channel = new EmbeddedChannel();

    ConnectionWatchTest() {
        channel.freezeTime();
        channel.pipeline().addLast(new SocketWatch(watch, DEADLINES));
        channel.pipeline().addLast(Door.ENCODER, new ChannelDuplexHandler());
        channel.pipeline().addLast("handler", new Passed());
        SocketWatch.installed(channel.pipeline());
    }

    @AfterEach
    void end() {
        channel.finishAndReleaseAll();
    }

    private final class Refused implements ConnectionWatch.Refuser {

        @Override
        public void refuse(HttpServerRequest request) {
            refused.add(request);
        }

        @Override
        public void refuse(HttpServerRequest request, LocalisedProblem problem) {
            refused.add(request);
        }

        @Override
        public byte[] answer(LocalisedProblem problem) {
            return "late".getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** In the place of Vert.x. */
    private final class Passed extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest request) {
                passed.add(request);
            }
            ReferenceCountUtil.release(message);
        }
    }

    private static HttpRequest head() {
        return new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/v1/decisions");
    }

    private static HttpContent part() {
        return new DefaultHttpContent(Unpooled.copiedBuffer("{", StandardCharsets.US_ASCII));
    }

    private static HttpContent broken() {
        HttpContent broken = new DefaultHttpContent(Unpooled.EMPTY_BUFFER);
        broken.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("no chunk")));
        return broken;
    }

    /** A request that Vert.x has begun and that has no answer. */
    private HttpServerRequest begun() {
        HttpServerResponse response = proxy(HttpServerResponse.class, false);
        HttpServerRequest request = proxy(HttpServerRequest.class, response);
        watch.begins(request);
        return request;
    }

    /** All that is asked of it has that value. */
    private static <T> T proxy(Class<T> type, Object value) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> switch (method.getName()) {
                    case "equals" -> self == arguments[0];
                    case "toString" -> type.getSimpleName();
                    default -> value;
                }));
    }

    private void come(Object... messages) {
        channel.writeInbound(messages);
    }

    private void answer(String content) {
        channel.writeOutbound(new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.OK,
                Unpooled.copiedBuffer(content, StandardCharsets.US_ASCII)));
    }

    private void pass(int seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
    }

    @Test
    void aBodyThatTakesTooLongIsRefused() {
        come(head(), part());
        HttpServerRequest late = begun();
        pass(21);
        assertThat(refused).containsExactly(late);
    }

    @Test
    void theNextBodyHasATimeOfItsOwnThoughItBeginsInOnePieceWithTheEndOfTheLast() {
        come(head(), part());
        begun();
        pass(19);
        come(LastHttpContent.EMPTY_LAST_CONTENT, head(), part());
        pass(2);
        assertThat(channel.isOpen()).isTrue();
        assertThat(refused).isEmpty();
    }

    @Test
    void aRequestThatIsThereIsNotRefusedForTheBodyOfTheNext() {
        come(head(), LastHttpContent.EMPTY_LAST_CONTENT, head(), part());
        begun();
        pass(21);
        assertThat(refused).isEmpty();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aRequestThatIsThereIsNotRefusedForTheBrokenBodyOfTheNextAndIsAnswered() {
        come(head(), LastHttpContent.EMPTY_LAST_CONTENT, head());
        begun();
        come(broken());
        assertThat(refused).isEmpty();
        assertThat(channel.isOpen()).isTrue();
        answer("first");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void sixteenRequestsAreUnderWayAtMostAndTheConnectionIsClosedBehindTheirAnswers() {
        for (int i = 0; i < 20; i++) {
            come(head(), LastHttpContent.EMPTY_LAST_CONTENT);
        }
        assertThat(passed).hasSize(16);
        for (int i = 0; i < 15; i++) {
            answer("one");
        }
        assertThat(channel.isOpen()).isTrue();
        answer("last");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void whoeverWaitsForAnswersCanSendAnyNumber() {
        for (int i = 0; i < 100; i++) {
            come(head(), LastHttpContent.EMPTY_LAST_CONTENT);
            answer("one");
        }
        assertThat(passed).hasSize(100);
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void whoDoesNotReadRefusalsGetsNoMoreOfThem() {
        atTheDoor = Optional.of("refused".getBytes(StandardCharsets.US_ASCII));
        come(head(), LastHttpContent.EMPTY_LAST_CONTENT);
        assertThat(channel.isOpen()).isTrue();
        assertThat(channel.outboundMessages()).hasSize(1);
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
        come(head(), LastHttpContent.EMPTY_LAST_CONTENT, head(), LastHttpContent.EMPTY_LAST_CONTENT);
        assertThat(channel.isOpen()).isFalse();
        assertThat(channel.outboundMessages()).hasSize(1);
        assertThat(passed).isEmpty();
    }

    @Test
    void anAnswerCountsWithWhatTheClientHasNotTakenYet() {
        Budget budget = new Budget(100_000_000);
        Lease lease = new Lease(budget, "portal");
        lease.grow(50_000_000);
        come(head(), LastHttpContent.EMPTY_LAST_CONTENT);
        begun();
        assertThat(watch.answers(lease)).isTrue();
        Future<?> unused = channel.write(new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[3_000_000])));
        assertThat(budget.used()).isEqualTo(50_000_000);
        Future<?> unusedLast = channel.write(new DefaultLastHttpContent(Unpooled.wrappedBuffer(new byte[1_000_000])));
        assertThat(budget.used()).isBetween(Weight.LEAST + 4_000_000, Weight.LEAST + 4_001_000);
        channel.flush();
        assertThat(budget.used()).isZero();
    }

    /** So it is where the first request comes in one piece with the end of the TLS handshake. */
    @Test
    void aRequestThatCameBeforeTheWatchCountsLikeOthers() {
        begun();
        answer("first");
        atTheDoor = Optional.of("refused".getBytes(StandardCharsets.US_ASCII));
        come(LastHttpContent.EMPTY_LAST_CONTENT, head(), LastHttpContent.EMPTY_LAST_CONTENT);
        assertThat(passed).isEmpty();
        atTheDoor = Optional.empty();
        come(head(), part());
        HttpServerRequest late = begun();
        pass(21);
        assertThat(refused).containsExactly(late);
    }
}
