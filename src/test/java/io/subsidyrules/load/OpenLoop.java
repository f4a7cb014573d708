package io.subsidyrules.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;

/**
 * Sends requests at a fixed rate, whether they are answered or not, over as many connections as that takes. The time of an
 * answer counts from when its request was due.
 */
final class OpenLoop implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long TICK_MICROS = 1_000;
    private static final int MOST_CONNECTIONS = 8_000;

    /** What a client that waits for its answers does when one is refused. */
    private static final int REFUSED_PAUSE_MILLIS = 100;

    private final EventLoopGroup group = new NioEventLoopGroup(1);
    private final Bootstrap bootstrap;
    private final LongFunction<byte[]> requests;
    private final Deque<Client> idle = new ArrayDeque<>();
    private final Deque<Sent> saturating = new ArrayDeque<>();
    private long sent;
    private boolean refill;
    private int connections;
    private Tally tally = new Tally(0, Duration.ZERO, Duration.ZERO);

    /** @param requests the whole text of the request of a number */
    OpenLoop(int port, LongFunction<byte[]> requests) {
        this(port, "127.0.0.1", requests);
    }

    /** @param from the address that connections come from, one of this machine */
    OpenLoop(int port, String from, LongFunction<byte[]> requests) {
        this.requests = requests;
        this.bootstrap = new Bootstrap()
                .group(group)
                .channel(NioSocketChannel.class)
                .remoteAddress("127.0.0.1", port)
                .localAddress(from, 0)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(new HttpResponseDecoder(), new Client());
                    }
                });
    }

    /** One connection, and the request that is under way on it. */
    private final class Client extends SimpleChannelInboundHandler<HttpObject> {

        private Channel channel;
        private long due;
        private int status;
        private boolean busy;
        private Tally counted = tally;

        void send(Channel to, long number, long dueNanos) {
            counted = tally;
            channel = to;
            due = dueNanos;
            busy = true;
            Future<?> unused = to.writeAndFlush(Unpooled.wrappedBuffer(requests.apply(number)));
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, HttpObject message) {
            if (message instanceof HttpResponse response) {
                status = response.status().code();
                if (isRefusal() && !response.headers().contains("Retry-After")) {
                    counted.withoutRetryAfter();
                }
            }
            if (message instanceof LastHttpContent && status != 100) {
                end(status);
                if (context.channel().isActive()) {
                    idle.push(this);
                }
                if (refill) {
                    refill(isRefusal() ? REFUSED_PAUSE_MILLIS : 0);
                }
            }
        }

        private boolean isRefusal() {
            return status == 429 || status == 503;
        }

        void giveUp() {
            end(0);
            Future<?> unused = channel.close();
        }

        private void end(int with) {
            if (busy) {
                busy = false;
                counted.answered(with, due);
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            connections--;
            idle.remove(this);
            end(0);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            Future<?> unused = context.close();
        }
    }

    /** A request that was sent, with which the client may be done. */
    private record Sent(Client client, long due) {

        /** Gives it up where that is due. */
        boolean isOver() {
            boolean waits = client.busy && client.due == due;
            boolean late = System.nanoTime() - due > PATIENCE.toNanos();
            if (waits && late) {
                client.giveUp();
            }
            return !waits || late;
        }
    }

    private void refill(int millis) {
        if (millis > 0) {
            later(millis, () -> refill(0));
        } else if (refill) {
            giveUp(saturating);
            send(System.nanoTime(), saturating);
        }
    }

    /** Gives up what is unanswered for too long, from the oldest on. */
    private static void giveUp(Deque<Sent> open) {
        for (Sent oldest = open.peek(); oldest != null && oldest.isOver(); oldest = open.peek()) {
            open.poll();
        }
    }

    /** Sends the next on each of so many connections as soon as the last is answered, and waits for what is left. */
    Tally saturate(int clients, Duration time) throws Exception {
        CompletableFuture<Tally> done = new CompletableFuture<>();
        group.next().execute(() -> {
            Tally own = new Tally(0, Duration.ZERO, time);
            tally = own;
            saturating.clear();
            refill = true;
            for (int i = 0; i < clients; i++) {
                send(System.nanoTime(), saturating);
            }
            later(time.toMillis(), () -> {
                refill = false;
                finish(own, done);
            });
        });
        return done.get(time.toSeconds() + 30, TimeUnit.SECONDS);
    }

    private void finish(Tally own, CompletableFuture<Tally> done) {
        giveUp(saturating);
        if (own.isComplete()) {
            done.complete(own);
        } else {
            later(1, () -> finish(own, done));
        }
    }

    private void later(long millis, Runnable work) {
        Future<?> unused = group.next().schedule(work, millis, TimeUnit.MILLISECONDS);
    }

    /** Sends so many a second for that time, and waits for what is left. */
    Tally run(double rate, Duration time) throws Exception {
        return run(rate, Duration.ZERO, time);
    }

    /** The same, with requests before them whose times do not count. */
    Tally run(double rate, Duration settling, Duration time) throws Exception {
        Duration all = settling.plus(time);
        CompletableFuture<Tally> done = new CompletableFuture<>();
        group.next().execute(() -> begin(new Tally(rate, settling, time), all, done));
        return done.get(all.toSeconds() + 30, TimeUnit.SECONDS);
    }

    private void begin(Tally fresh, Duration time, CompletableFuture<Tally> done) {
        double rate = fresh.rate();
        tally = fresh;
        Deque<Sent> open = new ArrayDeque<>();
        tick(rate, time, System.nanoTime(), 0, open, done);
    }

    private void tick(
            double rate, Duration time, long began, int before, Deque<Sent> open, CompletableFuture<Tally> done) {
        int number = before;
        double elapsed = (System.nanoTime() - began) / 1e9;
        double end = time.toNanos() / 1e9;
        while (number < Math.min(elapsed, end) * rate) {
            send(began + (long) (number / rate * 1e9), open);
            number++;
        }
        giveUp(open);
        if (elapsed > end && tally.isComplete()) {
            done.complete(tally);
        } else {
            int next = number;
            Future<?> unused = group.next()
                    .schedule(() -> tick(rate, time, began, next, open, done), TICK_MICROS, TimeUnit.MICROSECONDS);
        }
    }

    private void send(long due, Deque<Sent> open) {
        tally.sent();
        long number = sent++;
        Client client = idle.poll();
        while (client != null && !client.channel.isActive()) {
            client = idle.poll();
        }
        if (client != null) {
            client.send(client.channel, number, due);
            open.add(new Sent(client, due));
        } else if (connections >= MOST_CONNECTIONS) {
            tally.answered(0, due);
        } else {
            connections++;
            bootstrap.connect().addListener((ChannelFutureListener) connected -> {
                if (connected.isSuccess()) {
                    Client fresh = connected.channel().pipeline().get(Client.class);
                    fresh.send(connected.channel(), number, due);
                    open.add(new Sent(fresh, due));
                } else {
                    connections--;
                    tally.answered(0, due);
                }
            });
        }
    }

    @Override
    public void close() {
        Future<?> unused = group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
