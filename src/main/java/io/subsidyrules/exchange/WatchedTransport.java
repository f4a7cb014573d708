package io.subsidyrules.exchange;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelHandler;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;

/** The usual transport of Vert.x, with a handler that sees each connection before it has any other. */
final class WatchedTransport extends JDKTransport {

    private final ChannelHandler connections;

    WatchedTransport(ChannelHandler connections) {
        this.connections = connections;
    }

    @Override
    public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
        super.configure(options, domainSocket, bootstrap);
        bootstrap.handler(connections);
    }
}
