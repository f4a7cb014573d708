package io.subsidyrules.bench;

import io.subsidyrules.load.Saturation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A load from this process, for machines without {@code wrk}. It takes more processor time than that. */
final class OwnClient implements LoadClient {

    @Override
    public String name() {
        return "own client";
    }

    @Override
    public Turn run(Server server, List<Exchange> exchanges, Function<Exchange, String> path, int seconds)
            throws IOException, InterruptedException {
        List<byte[]> requests = new ArrayList<>();
        for (Exchange exchange : exchanges) {
            requests.add(request(server, path.apply(exchange), exchange.request()));
        }
        Duration before = server.cpu();
        Saturation.Answers answers = answers(server, requests, Duration.ofSeconds(seconds));
        if (answers.unanswered() > 0) {
            throw new IllegalStateException("%d requests were not answered.".formatted(answers.unanswered()));
        }
        return new Turn(
                answers.requests(),
                answers.took(),
                answers.errors(),
                answers.p50Micros(),
                answers.p99Micros(),
                server.cpu().minus(before));
    }

    private static Saturation.Answers answers(Server server, List<byte[]> requests, Duration time)
            throws IOException, InterruptedException {
        try {
            return Saturation.of(server.root().getPort(), requests, CONNECTIONS, time);
        } catch (IOException | InterruptedException | RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static byte[] request(Server server, String path, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return """
                POST %s HTTP/1.1\r
                Host: %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                %s""".formatted(path, server.root().getAuthority(), length, body).getBytes(StandardCharsets.UTF_8);
    }
}
