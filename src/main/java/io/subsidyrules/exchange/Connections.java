package io.subsidyrules.exchange;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Takes connections, as many as the limit allows, and puts the first handler into each. Three quarters of them can be
 * of one address, which may be that of a gateway; the rest is for others, such as whoever looks whether the service is
 * well. Safe for many threads.
 */
@ChannelHandler.Sharable
final class Connections extends ChannelInboundHandlerAdapter {

    private final int most;
    private final int mostOfOne;
    private final Supplier<? extends ChannelHandler> first;
    private final AtomicInteger open = new AtomicInteger();
    private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();
    private final LongAdder refused = new LongAdder();

    Connections(int most, Supplier<? extends ChannelHandler> first) {
        this.most = most;
        this.mostOfOne = Math.max(1, most - most / 4);
        this.first = first;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (!(message instanceof Channel connection)) {
            super.channelRead(context, message);
            return;
        }
        String address = address(connection);
        if (!enters(address)) {
            refused.increment();
            connection.unsafe().closeForcibly();
            return;
        }
        connection.closeFuture().addListener(closed -> leaves(address));
        connection.pipeline().addLast(first.get());
        super.channelRead(context, message);
    }

    private boolean enters(String address) {
        int all = open.incrementAndGet();
        int same = byAddress.merge(address, 1, Integer::sum);
        boolean taken = all <= most && same <= mostOfOne;
        if (!taken) {
            leaves(address);
        }
        return taken;
    }

    private void leaves(String address) {
        open.decrementAndGet();
        byAddress.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
    }

    private static String address(Channel connection) {
        return connection.remoteAddress() instanceof InetSocketAddress address
                ? address.getAddress().getHostAddress()
                : "";
    }

    /** Shows how many there are. */
    void show(MeterRegistry registry) {
        Gauge.builder("subsidy.connections.open", open, AtomicInteger::get)
                .description("Connections of clients")
                .register(registry);
        Gauge.builder("subsidy.connections.limit", this, all -> all.most)
                .description("Connections that clients may have together")
                .register(registry);
        FunctionCounter.builder("subsidy.connections.refused", refused, LongAdder::sum)
                .description("Connections that were closed at once since there were too many")
                .register(registry);
    }
}
