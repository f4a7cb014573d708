package io.subsidyrules.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Clients that keep a service busy without need: each of them connects again as soon as it is cut off, until all are closed.
 */
final class HostileClients implements AutoCloseable {

    private static final int AGAIN_SECONDS = 1;
    private static final int BYTE_EVERY_SECONDS = 2;
    private static final int SMALL_BUFFER = 4 * 1024;

    private static final byte[] PAGE =
            Asked.request("/v1/evaluate?explain=full", "Accept: text/html\r\n", sameClaims(1_000));

    private static final byte[] DECISION = Asked.request("/v1/decisions", "X-Caller: greedy\r\n", sameClaims(1_000));

    private static final byte[] SLOW_BODY =
            "POST /v1/evaluate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{"
                    .getBytes(StandardCharsets.US_ASCII);

    private final EventLoopGroup group = new NioEventLoopGroup(1);
    private final int port;
    private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
    private volatile boolean closed;

    HostileClients(int port) {
        this.port = port;
    }

    /** The longest answer that there is, for a request of 42 KB. */
    private static String sameClaims(int count) {
        return IntStream.range(0, count)
                .mapToObj(claim -> "{\"type\":\"HostedStandard\",\"id\":\"c" + claim + "\"}")
                .collect(Collectors.joining(",", "{\"applicant\":{\"id\":\"91130100MA0ABCDE10\"},\"claims\":[", "]}"));
    }

    /** Connections that send a body of which a byte comes every two seconds. */
    HostileClients slowSenders(int count) {
        return connect(count, true, channel -> {
            write(channel, SLOW_BODY);
            Future<?> drip = channel.eventLoop()
                    .scheduleAtFixedRate(
                            () -> write(channel, new byte[] {' '}),
                            BYTE_EVERY_SECONDS,
                            BYTE_EVERY_SECONDS,
                            TimeUnit.SECONDS);
            channel.closeFuture().addListener(over -> drip.cancel(false));
        });
    }

    /** Connections that ask for the largest page and read nothing of it. */
    HostileClients slowReaders(int count) {
        return connect(count, false, channel -> write(channel, PAGE));
    }

    /** Clients that ask for the largest page again and again, as soon as Retry-After allows it. */
    HostileClients largestPages(int count) {
        return connect(count, true, channel -> write(channel, PAGE));
    }

    /** Clients that send the largest decision again and again. */
    HostileClients largestDecisions(int count) {
        return connect(count, true, channel -> write(channel, DECISION));
    }

    /** Connections on which nothing is sent. */
    HostileClients idle(int count) {
        return connect(count, true, channel -> {});
    }

    /** How often each status came. */
    Map<Integer, Integer> statuses() {
        return Map.copyOf(statuses);
    }

    private HostileClients connect(int count, boolean reads, Consumer<Channel> begin) {
        Bootstrap bootstrap = new Bootstrap()
                .group(group)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.AUTO_READ, reads)
                .option(ChannelOption.SO_RCVBUF, reads ? 64 * 1024 : SMALL_BUFFER)
                .remoteAddress("127.0.0.1", port)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(new HttpResponseDecoder(), new Answers(begin));
                    }
                });
        for (int i = 0; i < count; i++) {
            connect(bootstrap, begin);
        }
        return this;
    }

    private void connect(Bootstrap bootstrap, Consumer<Channel> begin) {
        if (closed) {
            return;
        }
        bootstrap.connect().addListener((ChannelFutureListener) connected -> {
            if (connected.isSuccess()) {
                begin.accept(connected.channel());
                connected.channel().closeFuture().addListener(over -> later(() -> connect(bootstrap, begin)));
            } else {
                later(() -> connect(bootstrap, begin));
            }
        });
    }

    private void later(Runnable next) {
        if (!closed) {
            Future<?> unused = group.next().schedule(next, AGAIN_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static void write(Channel channel, byte[] bytes) {
        Future<?> unused = channel.writeAndFlush(Unpooled.wrappedBuffer(bytes));
    }

    /** Counts answers, and sends the next request behind each. */
    private final class Answers extends SimpleChannelInboundHandler<HttpObject> {

        private final Consumer<Channel> begin;

        Answers(Consumer<Channel> begin) {
            this.begin = begin;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, HttpObject message) {
            if (message instanceof HttpResponse response) {
                statuses.merge(response.status().code(), 1, Integer::sum);
            }
            if (message instanceof LastHttpContent) {
                later(() -> {
                    if (context.channel().isActive()) {
                        begin.accept(context.channel());
                    }
                });
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            Future<?> unused = context.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        Future<?> unused = group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
