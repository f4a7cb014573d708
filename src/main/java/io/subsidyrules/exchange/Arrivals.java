package io.subsidyrules.exchange;

import io.netty.channel.ChannelHandlerContext;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The part of a request that is arriving on a connection, and its deadline: each head and each body has one of its own,
 * also where the end of one request comes in one piece with the beginning of the next. One thread at a time may use it.
 */
final class Arrivals {

    private final Deadlines deadlines;
    private final Consumer<ChannelHandlerContext> lateHead;
    private final Consumer<ChannelHandlerContext> lateBody;
    private Part arriving = Part.NOTHING;

    /** Grows whenever something begins or ends to arrive. */
    private long changes;

    private long timed;
    private @Nullable Future<?> deadline;

    /** The part of a request that is on its way. */
    private enum Part {
        NOTHING,
        HEAD,
        BODY
    }

    /**
     * Nothing that arrives as yet.
     *
     * @param lateHead is run if a head takes too long
     * @param lateBody is run if a body takes too long
     */
    Arrivals(Deadlines deadlines, Consumer<ChannelHandlerContext> lateHead, Consumer<ChannelHandlerContext> lateBody) {
        this.deadlines = deadlines;
        this.lateHead = lateHead;
        this.lateBody = lateBody;
    }

    /** Bytes have come, of which nobody knows yet what they are. */
    void bytes() {
        if (arriving == Part.NOTHING) {
            become(Part.HEAD);
        }
    }

    /** A head is there, and its body arrives, be it an empty one. */
    void head() {
        become(Part.BODY);
    }

    /** The request is there in full. */
    void end() {
        become(Part.NOTHING);
    }

    private void become(Part next) {
        arriving = next;
        changes++;
    }

    /** Sets the deadline of what arrives, once all that has come was passed on. */
    void settle(ChannelHandlerContext context) {
        if (changes != timed) {
            timed = changes;
            stop();
            deadline = switch (arriving) {
                case NOTHING -> null;
                case HEAD -> schedule(context, lateHead, deadlines.head());
                case BODY -> schedule(context, lateBody, deadlines.body());
            };
        }
    }

    private static Future<?> schedule(
            ChannelHandlerContext context, Consumer<ChannelHandlerContext> late, Duration time) {
        return context.executor().schedule(() -> late.accept(context), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends the deadline: nothing arrives any more. */
    void stop() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }
}
