package io.subsidyrules.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionsTest {

    private static final int MOST = 8;

    private final EmbeddedChannel server = new EmbeddedChannel(new Connections(MOST, ChannelDuplexHandler::new));

    /** A connection from an address of which the last number is given, as the server socket hands it over. */
    private EmbeddedChannel connect(int from) {
        EmbeddedChannel connection = new EmbeddedChannel() {
            @Override
            protected SocketAddress remoteAddress0() {
                return new InetSocketAddress("127.0.0." + from, 1_000);
            }
        };
        server.writeInbound(connection);
        return connection;
    }

    private List<EmbeddedChannel> connect(int from, int count) {
        List<EmbeddedChannel> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            EmbeddedChannel connection = connect(from);
            if (connection.isOpen()) {
                taken.add(connection);
            }
        }
        return taken;
    }

    @Test
    void oneAddressHasThreeQuartersAndTheRestIsForOthers() {
        assertThat(connect(1, 10)).hasSize(6);
        assertThat(connect(2, 10)).hasSize(2);
        assertThat(connect(3, 10)).isEmpty();
    }

    @Test
    void whatIsClosedMakesRoom() {
        List<EmbeddedChannel> taken = connect(1, 10);
        Future<?> unused = taken.get(0).close();
        assertThat(connect(1, 10)).hasSize(1);
    }

    /** A process keeps files for itself, half of them where there are few, and a connection has its part of the heap. */
    @ParameterizedTest
    @CsvSource({"1024, 536870912, 768", "1048576, 536870912, 8192", "200, 536870912, 100", "1024, 1048576, 16"})
    void thereAreFewerThanFilesAndThanFitIntoTheHeap(long files, long heap, int most) {
        assertThat(ConnectionLimit.of(files, heap)).isEqualTo(most);
    }
}
