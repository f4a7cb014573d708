package io.subsidyrules.exchange;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.ssl.SslHandler;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The first handler of a connection, which sees its bytes as they are on the wire. It tells the {@link ConnectionWatch}
 * that some have come, after they are decrypted where the client speaks TLS, and closes the connection where the client
 * does not take what it is sent.
 */
final class SocketWatch extends ChannelDuplexHandler {

    private static final String DECRYPTED = "decrypted";

    private final ConnectionWatch watch;
    private final Deadlines deadlines;
    private boolean installed;

    /** Whether bytes on the wire say nothing of where a request begins. */
    private boolean encrypted;

    private int pending;
    private long taken;

    /** Grows with each time that there is nothing left to be taken. */
    private long emptied;

    private boolean timed;

    SocketWatch(ConnectionWatch watch, Deadlines deadlines) {
        this.watch = watch;
        this.deadlines = deadlines;
    }

    /** The watch of a connection, put into its place if it was not there yet; none if nothing sees its bytes. */
    static Optional<ConnectionWatch> installed(ChannelPipeline pipeline) {
        return Optional.ofNullable(pipeline.get(SocketWatch.class)).map(first -> {
            first.installed = first.watch.install(pipeline);
            return first.watch;
        });
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (!encrypted) {
            look(context);
        }
        super.channelRead(context, message);
    }

    private void look(ChannelHandlerContext context) {
        ChannelHandlerContext tls = installed ? null : context.pipeline().context(SslHandler.class);
        if (tls == null) {
            bytesCome(context);
        } else {
            encrypted = true;
            context.pipeline().addAfter(tls.name(), DECRYPTED, new Decrypted());
        }
    }

    private void bytesCome(ChannelHandlerContext context) {
        installed = installed || watch.install(context.pipeline());
        if (installed) {
            watch.bytesCome();
        }
    }

    /**
     * Sees what has come through TLS. The first of it may come together with the end of the handshake, and so before
     * Vert.x has a handler by which the first handler of the connection would know that it is not part of that.
     */
    private final class Decrypted extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
            bytesCome(context);
            super.channelRead(context, message);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof ByteBuf bytes) {
            int size = bytes.readableBytes();
            pending++;
            super.write(context, message, promise.unvoid().addListener(written -> {
                taken += size;
                pending--;
                emptied += pending == 0 ? 1 : 0;
            }));
        } else {
            super.write(context, message, promise);
        }
    }

    @Override
    public void flush(ChannelHandlerContext context) throws Exception {
        super.flush(context);
        if (pending > 0 && !timed) {
            time(context);
        }
    }

    private void time(ChannelHandlerContext context) {
        timed = true;
        long before = takenSoFar(context);
        long emptiedBefore = emptied;
        Future<?> unused = context.executor()
                .schedule(
                        () -> look(context, before, emptiedBefore),
                        deadlines.answer().toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void look(ChannelHandlerContext context, long before, long emptiedBefore) {
        timed = false;
        if (pending == 0) {
            return;
        }
        if (emptied == emptiedBefore && takenSoFar(context) - before < Deadlines.LEAST_TAKEN) {
            Future<?> unused = context.channel().close();
        } else {
            time(context);
        }
    }

    private long takenSoFar(ChannelHandlerContext context) {
        ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
        return taken + (buffer == null ? 0 : buffer.currentProgress());
    }
}
