package io.subsidyrules.exchange;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import java.util.function.Consumer;

/**
 * Stands before the handler of Vert.x in a connection. It has a request answered whose body turns out to be broken in the
 * middle, for which Vert.x closes the connection without a word, and lets nothing through behind a request of which nobody
 * can tell where it ends.
 */
final class ConnectionWatch extends ChannelInboundHandlerAdapter {

    private static final String NAME = "watch";

    /** The handler of Vert.x, which gets what this one passes on. */
    private static final String VERTX = "handler";

    private final Consumer<HttpServerRequest> refusal;
    private HttpServerRequest current;
    private boolean over;

    private ConnectionWatch(HttpServerRequest first, Consumer<HttpServerRequest> refusal) {
        this.current = first;
        this.refusal = refusal;
    }

    /** Has a broken body of this request refused. */
    static void watch(HttpServerConnection connection, HttpServerRequest request, Consumer<HttpServerRequest> refusal) {
        ChannelPipeline pipeline = connection.channelHandlerContext().pipeline();
        if (pipeline.get(NAME) instanceof ConnectionWatch watching) {
            watching.current = request;
        } else if (pipeline.get(VERTX) != null) {
            pipeline.addBefore(VERTX, NAME, new ConnectionWatch(request, refusal));
        }
    }

    /** Lets nothing through any more; the connection is about to be closed. */
    static void end(HttpConnection connection) {
        if (connection instanceof HttpServerConnection server
                && server.channelHandlerContext().pipeline().get(NAME) instanceof ConnectionWatch watching) {
            watching.over = true;
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (over) {
            ReferenceCountUtil.release(message);
        } else if (isBroken(message) && !current.response().headWritten()) {
            ReferenceCountUtil.release(message);
            refusal.accept(current);
        } else {
            super.channelRead(context, message);
        }
    }

    private static boolean isBroken(Object message) {
        return message instanceof HttpContent content
                && !content.decoderResult().isSuccess();
    }
}
