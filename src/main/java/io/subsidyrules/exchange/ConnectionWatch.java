package io.subsidyrules.exchange;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.subsidyrules.admission.Lease;
import io.subsidyrules.admission.Weight;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.problem.ProblemType;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Future;

/**
 * Stands before the handler of Vert.x in a connection. It has a request answered whose body turns out to be broken in
 * the middle, for which Vert.x closes the connection without a word, and lets nothing through behind a request of which
 * nobody can tell where it ends, nor behind as many as may be under way. It ends a head or a body that takes too long.
 * It sets a request's lease to what its answer holds once that is there in full, and gives it back when the answer has
 * been written to the socket.
 */
final class ConnectionWatch extends ChannelDuplexHandler {

    private static final String NAME = "watch";

    /** The handler of Vert.x, which gets what this one passes on. */
    private static final String VERTX = "handler";

    private final Arrivals arrivals;
    private final Refuser refuser;
    private final Door door;

    /** None where the settings of the service allow no answers past Quarkus. */
    private final Optional<DirectAnswers> direct;

    private final Queue<Lease> leases = new ArrayDeque<>();
    private Optional<HttpServerRequest> current = Optional.empty();

    /** The number of requests that Vert.x has begun; the ones behind them wait until earlier answers are written. */
    private int begun;

    private boolean over;

    /** Whether the connection is closed behind the answers that are under way. */
    private boolean closing;

    private boolean gone;

    /** Answers requests that get no further. */
    interface Refuser {

        /** The request cannot be read to its end; whatever is wrong with it. */
        void refuse(HttpServerRequest request);

        /** The request is refused for that, and the connection closed. */
        void refuse(HttpServerRequest request, LocalisedProblem problem);

        /** An answer with that problem, in bytes as they are sent, to a request that nobody can read yet. */
        byte[] answer(LocalisedProblem problem);
    }

    ConnectionWatch(Deadlines deadlines, Refuser refuser, Door door, Optional<DirectAnswers> direct) {
        this.arrivals = new Arrivals(deadlines, this::lateHead, this::lateBody);
        this.door = door;
        this.direct = direct;
        this.refuser = refuser;
    }

    /** Puts the watch into a connection, as soon as that speaks HTTP; true once it is there. */
    boolean install(ChannelPipeline pipeline) {
        if (pipeline.get(NAME) == null && pipeline.get(VERTX) != null) {
            pipeline.addAfter(Door.ENCODER, NAME, this);
        }
        return pipeline.get(NAME) != null;
    }

    /** The watch of a connection, if it has one. */
    static Optional<ConnectionWatch> of(HttpConnection connection) {
        return connection instanceof HttpServerConnection server
                        && server.channelHandlerContext().pipeline().get(NAME) instanceof ConnectionWatch watching
                ? Optional.of(watching)
                : Optional.empty();
    }

    /** Lets nothing through any more; the connection is about to be closed. */
    static void end(HttpConnection connection) {
        of(connection).ifPresent(watching -> watching.over = true);
    }

    /**
     * Gives the lease back when the answer to the current request has been written; false if the connection is gone.
     */
    static boolean answers(HttpConnection connection, Lease lease) {
        return of(connection).filter(watching -> watching.answers(lease)).isPresent();
    }

    /** The same for the connection that it watches. */
    boolean answers(Lease lease) {
        return !gone && leases.add(lease);
    }

    /** Vert.x has taken the request. */
    void begins(HttpServerRequest request) {
        current = Optional.of(request);
        begun++;
        if (begun > door.letThrough()) {
            // Nothing has seen its bytes, so that the watch is in its place only now.
            door.hasLetThrough();
            arrivals.head();
        }
    }

    /** Bytes have come, of which nobody knows yet what they are. */
    void bytesCome() {
        arrivals.bytes();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest) {
            arrivals.head();
            if (door.isFull()) {
                endBehindAnswers();
            }
        }
        if (message instanceof LastHttpContent) {
            arrivals.end();
        }
        if (over || direct.isEmpty() || !direct.get().takes(context, message, part -> goOn(context, part))) {
            goOn(context, message);
        }
    }

    private void goOn(ChannelHandlerContext context, Object message) {
        if (over) {
            ReferenceCountUtil.release(message);
        } else if (door.refuses(context, message)) {
            // It was answered, and is released.
            return;
        } else if (isBroken(message) && current().isPresent()) {
            ReferenceCountUtil.release(message);
            refuser.refuse(current().get());
        } else if (isBroken(message) && door.underWay() > 1) {
            // Others before it are answered yet.
            ReferenceCountUtil.release(message);
            door.answered();
            endBehindAnswers();
        } else {
            context.fireChannelRead(message);
        }
    }

    private void endBehindAnswers() {
        over = true;
        closing = true;
    }

    /**
     * The request that arrives, if Vert.x has begun it and nothing is answered yet; never one before it, which may be
     * recorded.
     */
    private Optional<HttpServerRequest> current() {
        return current.filter(
                one -> begun == door.letThrough() && !over && !one.response().headWritten());
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) throws Exception {
        direct.ifPresent(answers -> answers.settle(context, part -> goOn(context, part)));
        arrivals.settle(context);
        super.channelReadComplete(context);
    }

    private void lateHead(ChannelHandlerContext context) {
        ChannelHandlerContext encoder = context.pipeline().context(Door.ENCODER);
        boolean answering = current.filter(one -> !one.response().ended()).isPresent();
        if (over || answering || encoder == null) {
            close(context);
        } else {
            over = true;
            byte[] answer = refuser.answer(LocalisedProblem.of(ProblemType.REQUEST_TIMEOUT));
            encoder.writeAndFlush(context.alloc().buffer(answer.length).writeBytes(answer))
                    .addListener(written -> close(context));
        }
    }

    private void lateBody(ChannelHandlerContext context) {
        current()
                .ifPresentOrElse(
                        late -> refuser.refuse(late, LocalisedProblem.of(ProblemType.REQUEST_TIMEOUT)),
                        () -> close(context));
    }

    private static void close(ChannelHandlerContext context) {
        Future<?> unused = context.channel().close();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (!(message instanceof LastHttpContent last) || isInformational(message)) {
            super.write(context, message, promise);
            return;
        }
        door.answered();
        ChannelPromise written = promise;
        Lease lease = leases.poll();
        if (lease != null) {
            lease.settle(Weight.LEAST + unsent(context, last));
            written = written.unvoid().addListener(sent -> lease.release());
        }
        if (closing && door.underWay() == 0) {
            written = written.unvoid().addListener(sent -> close(context));
        }
        super.write(context, message, written);
    }

    /** The bytes that wait for the client to take them, once the last of its answer is written. */
    private static long unsent(ChannelHandlerContext context, LastHttpContent last) {
        ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
        return last.content().readableBytes() + (buffer == null ? 0 : buffer.totalPendingWriteBytes());
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        gone = true;
        arrivals.stop();
        direct.ifPresent(DirectAnswers::release);
        super.channelInactive(context);
        for (Lease lease = leases.poll(); lease != null; lease = leases.poll()) {
            lease.release();
        }
    }

    private static boolean isInformational(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    private static boolean isBroken(Object message) {
        return message instanceof HttpContent content
                && !content.decoderResult().isSuccess();
    }
}
