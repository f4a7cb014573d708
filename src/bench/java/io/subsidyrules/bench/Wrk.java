package io.subsidyrules.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A load by {@code wrk}, with one thread. */
final class Wrk implements LoadClient {

    private static final Path SCRIPT = Path.of("src/bench/wrk.lua");
    private static final String RESULT = "turn ";

    /** Whether this machine has it. */
    static boolean isThere() {
        try {
            Process process = new ProcessBuilder("wrk", "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.waitFor();
            return true;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public String name() {
        return "wrk";
    }

    @Override
    public Turn run(Server server, List<Exchange> exchanges, Function<Exchange, String> path, int seconds)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "wrk",
                "-t1",
                "-c" + CONNECTIONS,
                "-d" + seconds + "s",
                "-s",
                SCRIPT.toString(),
                server.root().toString(),
                "--"));
        for (Exchange exchange : exchanges) {
            command.add(path.apply(exchange));
            command.add(exchange.requestFile().toString());
        }
        Duration before = server.cpu();
        Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        wrk.waitFor();
        return turn(output, server.cpu().minus(before));
    }

    private static Turn turn(String output, Duration cpu) {
        String[] figures = output.lines()
                .filter(line -> line.startsWith(RESULT))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("wrk failed:%n%s".formatted(output)))
                .substring(RESULT.length())
                .split(" ", -1);
        if (Long.parseLong(figures[3]) > 0) {
            throw new IllegalStateException("Connections failed:%n%s".formatted(output));
        }
        return new Turn(
                Long.parseLong(figures[0]),
                Duration.ofNanos(Long.parseLong(figures[1]) * 1000),
                Long.parseLong(figures[2]),
                Long.parseLong(figures[4]),
                Long.parseLong(figures[5]),
                cpu);
    }
}
