package io.subsidyrules.exchange;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.subsidyrules.admission.Lease;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.problem.ProblemType;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the handler of Vert.x in a connection. It has a request answered whose body turns out to be broken in the
 * middle, for which Vert.x closes the connection without a word, and lets nothing through behind a request of which nobody
 * can tell where it ends. It ends a head or a body that takes too long, and gives a request's lease back when its answer has
 * been written to the socket.
 */
final class ConnectionWatch extends ChannelDuplexHandler {

    private static final String NAME = "watch";

    /** The handler of Vert.x, which gets what this one passes on. */
    private static final String VERTX = "handler";

    /** What is written from here goes to the socket as it is. */
    static final String ENCODER = "httpEncoder";

    private final Deadlines deadlines;
    private final Refuser refuser;
    private final Door door;
    private final Queue<Lease> leases = new ArrayDeque<>();
    private Optional<HttpServerRequest> current = Optional.empty();
    private Arriving arriving = Arriving.NOTHING;
    private Arriving timed = Arriving.NOTHING;
    private @Nullable Future<?> deadline;
    private boolean over;
    private boolean gone;

    /** What of a request is on its way. */
    private enum Arriving {
        NOTHING,
        HEAD,
        BODY
    }

    /** Answers requests that get no further. */
    interface Refuser {

        /** The request cannot be read to its end; whatever is wrong with it. */
        void refuse(HttpServerRequest request);

        /** The request is refused for that, and the connection closed. */
        void refuse(HttpServerRequest request, LocalisedProblem problem);

        /** An answer with that problem, in bytes as they are sent, to a request that nobody can read yet. */
        byte[] answer(LocalisedProblem problem);
    }

    ConnectionWatch(Deadlines deadlines, Refuser refuser, Door door) {
        this.deadlines = deadlines;
        this.door = door;
        this.refuser = refuser;
    }

    /** Puts the watch into a connection, as soon as that speaks HTTP; true once it is there. */
    boolean install(ChannelPipeline pipeline) {
        if (pipeline.get(NAME) == null && pipeline.get(VERTX) != null) {
            pipeline.addAfter(ENCODER, NAME, this);
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

    /** Gives the lease back when the answer to the current request has been written; false where the connection is gone. */
    static boolean answers(HttpConnection connection, Lease lease) {
        Optional<ConnectionWatch> watching = of(connection).filter(one -> !one.gone);
        watching.ifPresent(one -> one.leases.add(lease));
        return watching.isPresent();
    }

    /** Vert.x has taken the request. */
    void begins(HttpServerRequest request) {
        current = Optional.of(request);
    }

    /** Bytes have come, of which nobody knows yet what they are. */
    void bytesCome() {
        if (arriving == Arriving.NOTHING) {
            arriving = Arriving.HEAD;
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest) {
            arriving = Arriving.BODY;
        }
        if (message instanceof LastHttpContent) {
            arriving = Arriving.NOTHING;
        }
        if (over) {
            ReferenceCountUtil.release(message);
        } else if (door.refuses(context, message)) {
            // It was answered, and is released.
            return;
        } else if (isBroken(message)
                && current.filter(one -> !one.response().headWritten()).isPresent()) {
            ReferenceCountUtil.release(message);
            refuser.refuse(current.get());
        } else {
            super.channelRead(context, message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) throws Exception {
        if (arriving != timed) {
            if (deadline != null) {
                deadline.cancel(false);
            }
            timed = arriving;
            deadline = switch (arriving) {
                case NOTHING -> null;
                case HEAD ->
                    schedule(context, () -> lateHead(context), deadlines.head().toMillis());
                case BODY ->
                    schedule(context, () -> lateBody(context), deadlines.body().toMillis());
            };
        }
        super.channelReadComplete(context);
    }

    private static Future<?> schedule(ChannelHandlerContext context, Runnable late, long millis) {
        return context.executor().schedule(late, millis, TimeUnit.MILLISECONDS);
    }

    private void lateHead(ChannelHandlerContext context) {
        ChannelHandlerContext encoder = context.pipeline().context(ENCODER);
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
        Optional<HttpServerRequest> unanswered =
                current.filter(one -> !over && !one.response().headWritten());
        if (unanswered.isPresent()) {
            refuser.refuse(unanswered.get(), LocalisedProblem.of(ProblemType.REQUEST_TIMEOUT));
        } else {
            close(context);
        }
    }

    private static void close(ChannelHandlerContext context) {
        Future<?> unused = context.channel().close();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        boolean answered = message instanceof LastHttpContent && !isInformational(message);
        if (answered) {
            door.answered();
        }
        Lease lease = answered ? leases.poll() : null;
        if (lease == null) {
            super.write(context, message, promise);
        } else {
            super.write(context, message, promise.unvoid().addListener(written -> lease.release()));
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        gone = true;
        if (deadline != null) {
            deadline.cancel(false);
        }
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
