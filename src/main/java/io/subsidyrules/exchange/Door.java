package io.subsidyrules.exchange;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The place in a connection where requests are refused for which there is no room, by their heads alone and before
 * anything is made of them: under overload most requests are refused, so that has to cost next to nothing beside
 * answering one.
 */
final class Door {

    /** The handler behind which bytes go to the socket as they are. */
    static final String ENCODER = "httpEncoder";

    /** Each request has a head in memory before anything counts it. */
    private static final int MOST_UNDER_WAY = 16;

    /** Gives the answer to a request from an address that is refused. */
    private final BiFunction<HttpRequest, String, Optional<byte[]>> keeper;

    private int letThrough;

    /** Requests that were let through and are not answered yet; while there are some, no other answer may be sent. */
    private int underWay;

    private boolean refusing;
    private boolean last;

    /** Whether the client does not take its refusals, and the connection is closed. */
    private boolean closed;

    private @Nullable String address;

    Door(BiFunction<HttpRequest, String, Optional<byte[]>> keeper) {
        this.keeper = keeper;
    }

    /** Whether as many requests are under way as a connection may have. */
    boolean isFull() {
        return underWay >= MOST_UNDER_WAY;
    }

    /** The number of requests under way. */
    int underWay() {
        return underWay;
    }

    /** The number of requests let through so far. */
    int letThrough() {
        return letThrough;
    }

    /** A request is let through, or was, before there was a door. */
    void hasLetThrough() {
        letThrough++;
        underWay++;
    }

    /**
     * Whether the message is part of a request that is refused here; then it is released, and nobody else is to see it.
     */
    boolean refuses(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request && !closed) {
            Optional<byte[]> answer = underWay == 0 ? keeper.apply(request, address(context)) : Optional.empty();
            if (answer.isEmpty()) {
                hasLetThrough();
            } else if (context.channel().isWritable()) {
                refusing = true;
                last = !HttpUtil.isKeepAlive(request);
                Future<?> unused = send(context, Unpooled.wrappedBuffer(answer.get()));
            } else {
                // Who does not read would fill the memory with refusals, which no budget counts.
                closed = true;
                Future<?> unused = context.channel().close();
            }
        }
        boolean refused = refusing || closed;
        if (refusing) {
            end(context, message);
        }
        if (refused) {
            ReferenceCountUtil.release(message);
        }
        return refused;
    }

    /** A request that was let through has its answer, or gets none. */
    void answered() {
        underWay = Math.max(0, underWay - 1);
    }

    /** Sends an answer past all handlers that know of no request, and has the connection not count as idle. */
    ChannelFuture send(ChannelHandlerContext context, ByteBuf answer) {
        ChannelFuture sent = context.pipeline().context(ENCODER).writeAndFlush(answer);
        IdleStateHandler idle = context.pipeline().get(IdleStateHandler.class);
        if (idle != null) {
            idle.resetReadTimeout();
        }
        return sent;
    }

    /** The rest of the request is read, and dropped; behind one that is broken, nothing can be read. */
    private void end(ChannelHandlerContext context, Object message) {
        boolean broken = message instanceof HttpContent content
                && !content.decoderResult().isSuccess();
        if (message instanceof LastHttpContent) {
            refusing = false;
        }
        if (broken || (last && !refusing)) {
            context.pipeline()
                    .context(ENCODER)
                    .writeAndFlush(context.alloc().buffer(0))
                    .addListener(ChannelFutureListener.CLOSE);
        }
    }

    /** The address of the client. */
    String address(ChannelHandlerContext context) {
        String known = address;
        if (known == null) {
            known = context.channel().remoteAddress() instanceof InetSocketAddress from
                    ? from.getAddress().getHostAddress()
                    : "";
            address = known;
        }
        return known;
    }
}
