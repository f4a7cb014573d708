package io.subsidyrules.exchange;

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
import org.jspecify.annotations.Nullable;

/**
 * The place in a connection where requests are refused for which there is no room, by their heads alone and before anything is
 * made of them: under overload most requests are refused, so that has to cost next to nothing beside answering one.
 */
final class Door {

    private final Doorkeeper keeper;

    /** Requests that were let through and are not answered yet; while there are some, no other answer may be sent. */
    private int underWay;

    private boolean refusing;
    private boolean last;
    private @Nullable String address;

    Door(Doorkeeper keeper) {
        this.keeper = keeper;
    }

    /** Whether the message is part of a request that is refused here; then it is released, and nobody else is to see it. */
    boolean refuses(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            Optional<byte[]> answer = underWay == 0 ? keeper.refusal(request, address(context)) : Optional.empty();
            if (answer.isPresent()) {
                refusing = true;
                last = !HttpUtil.isKeepAlive(request);
                send(context, answer.get());
            } else {
                underWay++;
            }
        }
        boolean refused = refusing;
        if (refused) {
            end(context, message);
            ReferenceCountUtil.release(message);
        }
        return refused;
    }

    /** A request that was let through has its answer. */
    void answered() {
        underWay--;
    }

    private void send(ChannelHandlerContext context, byte[] answer) {
        Future<?> unused = context.pipeline()
                .context(ConnectionWatch.ENCODER)
                .writeAndFlush(context.alloc().buffer(answer.length).writeBytes(answer));
        IdleStateHandler idle = context.pipeline().get(IdleStateHandler.class);
        if (idle != null) {
            idle.resetReadTimeout();
        }
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
                    .context(ConnectionWatch.ENCODER)
                    .writeAndFlush(context.alloc().buffer(0))
                    .addListener(ChannelFutureListener.CLOSE);
        }
    }

    private String address(ChannelHandlerContext context) {
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
