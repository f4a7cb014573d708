package io.subsidyrules.exchange;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.subsidyrules.admission.Admission;
import io.subsidyrules.admission.Lease;
import io.subsidyrules.admission.Round;
import io.subsidyrules.admission.Weight;
import io.subsidyrules.evaluation.DirectEvaluations;
import io.subsidyrules.evaluation.DirectRequest;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The place in a connection where small evaluations are answered on its event loop, before anything is made of their
 * requests. Many clients send the body right after the head, in a piece of its own, so it waits a moment for that; one
 * that takes longer goes on as if this were not there.
 */
final class DirectAnswers {

    /** Where a client sends its body only when its head is acknowledged, that takes up to 40 ms. */
    private static final long MOMENT_MILLIS = 50;

    private final DirectEvaluations evaluations;
    private final Admission admission;
    private final Stop stop;
    private final Door door;
    private final Predicate<SocketAddress> elsewhere;

    /** The request that may be answered here, and the parts of it that have come. */
    private @Nullable DirectRequest request;

    private final List<Object> parts = new ArrayList<>();

    /** The wait for the rest of it, if there is one. */
    private @Nullable Wait wait;

    /**
     * A wait for the rest of a request.
     *
     * @param lease for what has come
     * @param timer ends it when its moment is over
     */
    private record Wait(Lease lease, Future<?> timer) {

        void end() {
            lease.release();
            timer.cancel(false);
        }
    }

    /** @param elsewhere whether a connection has come in where nothing is evaluated, by its local address */
    DirectAnswers(
            DirectEvaluations evaluations,
            Admission admission,
            Stop stop,
            Door door,
            Predicate<SocketAddress> elsewhere) {
        this.elsewhere = elsewhere;
        this.evaluations = evaluations;
        this.admission = admission;
        this.stop = stop;
        this.door = door;
    }

    /**
     * Whether the message is part of a request that may be answered here; then it is released, or goes on later.
     *
     * @param passOn is given the parts of a request that is not answered here after all
     */
    boolean takes(ChannelHandlerContext context, Object message, Consumer<Object> passOn) {
        if (message instanceof HttpRequest head) {
            request = begun(context, head).orElse(null);
        }
        if (request == null) {
            return false;
        }
        parts.add(message);
        if (message instanceof LastHttpContent) {
            end(context, request, passOn);
        }
        return true;
    }

    private void end(ChannelHandlerContext context, DirectRequest whole, Consumer<Object> passOn) {
        boolean answered;
        try {
            answered = isAnswered(context, whole);
        } catch (RuntimeException | Error failure) {
            release();
            throw failure;
        }
        if (answered) {
            release();
        } else {
            goOn(passOn);
        }
    }

    /** Others may have requests before it that are not answered, or answers that the client does not take. */
    private Optional<DirectRequest> begun(ChannelHandlerContext context, HttpRequest head) {
        return door.underWay() == 0
                        && context.channel().isWritable()
                        && !stop.hasBegun()
                        && !elsewhere.test(context.channel().localAddress())
                        && !isLate(context, evaluations.caller(head.headers()))
                ? evaluations.request(head)
                : Optional.empty();
    }

    /** Whether the round has no time for what a caller asks. */
    private boolean isLate(ChannelHandlerContext context, @Nullable String caller) {
        Round round = admission.round();
        return round.isOver() && round.isFull(AskedWork.caller(caller, door.address(context)));
    }

    private String caller(ChannelHandlerContext context, DirectRequest plain) {
        return AskedWork.caller(plain.caller(), door.address(context));
    }

    private boolean isAnswered(ChannelHandlerContext context, DirectRequest whole) {
        // A body may have come in a later round than its head.
        if (stop.hasBegun() || isLate(context, whole.caller()) || isBroken(whole.length())) {
            return false;
        }
        Round round = admission.round();
        if (round.begin()) {
            context.executor().execute(round::end);
        }
        Optional<ByteBuf> answer =
                evaluations.answer(whole, caller(context, whole), body(whole.length()), context.alloc());
        answer.ifPresent(bytes -> send(context, whole, bytes));
        round.done(() -> caller(context, whole));
        return answer.isPresent();
    }

    /** Whether others have to say what is wrong with its body. */
    private boolean isBroken(int length) {
        int read = 0;
        for (Object part : parts) {
            if (part instanceof HttpContent content) {
                if (!content.decoderResult().isSuccess()) {
                    return true;
                }
                read += content.content().readableBytes();
            }
        }
        return read != length;
    }

    private byte[] body(int length) {
        byte[] body = new byte[length];
        int read = 0;
        for (Object part : parts) {
            if (part instanceof HttpContent content) {
                int size = content.content().readableBytes();
                content.content().getBytes(content.content().readerIndex(), body, read, size);
                read += size;
            }
        }
        return body;
    }

    /** The part of the answer that the client does not take at once counts until it does. */
    private void send(ChannelHandlerContext context, DirectRequest answered, ByteBuf answer) {
        stop.accepted(context.channel());
        int size = answer.readableBytes();
        ChannelFuture sent = door.send(context, answer);
        if (!sent.isDone()) {
            Lease lease = new Lease(admission.budget(), caller(context, answered));
            lease.settle(Weight.LEAST + size);
            sent.addListener(taken -> lease.release());
        }
    }

    /** All that has come was read; of a request that is not there in full, the rest may come in a moment. */
    void settle(ChannelHandlerContext context, Consumer<Object> passOn) {
        if (request == null || wait != null) {
            return;
        }
        long held = Weight.LEAST + request.length();
        if (admission.budget().hasPlenty(held)) {
            Lease lease = new Lease(admission.budget(), caller(context, request));
            lease.settle(held);
            wait = new Wait(
                    lease,
                    context.executor().schedule(() -> late(context, passOn), MOMENT_MILLIS, TimeUnit.MILLISECONDS));
        } else {
            goOn(passOn);
        }
    }

    /** Vert.x writes nothing out that it answers before it has heard that there is no more to read. */
    private void late(ChannelHandlerContext context, Consumer<Object> passOn) {
        goOn(passOn);
        context.fireChannelReadComplete();
    }

    /** Passes on what has come of a request; the rest of it will not be held. */
    private void goOn(Consumer<Object> passOn) {
        List<Object> all = List.copyOf(parts);
        parts.clear();
        forget();
        all.forEach(passOn);
    }

    /** Nothing comes any more. */
    void release() {
        parts.forEach(ReferenceCountUtil::release);
        parts.clear();
        forget();
    }

    private void forget() {
        request = null;
        if (wait != null) {
            wait.end();
            wait = null;
        }
    }
}
