package io.subsidyrules.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The packaged service beside an echo service that only reads the same requests and writes the same answers, with the
 * same Quarkus and the same JSON library, over HTTP. Prints the tables of {@code docs/performance.md}. The service runs
 * without a database. Arguments: rounds, seconds of a turn, and a regular expression for the names of the mixes to run.
 */
public final class EchoComparison {

    private static final Path WORK = Path.of("target/echo-comparison");

    /** After so many requests of a mix the JIT compiler has done most of its work. */
    private static final int WARM = 150_000;

    private static final int MOST_WARM_UP_TURNS = 25;

    private final Server service;
    private final Server echo;
    private final Map<Mix, List<Exchange>> exchanges;
    private final LoadClient client = LoadClient.find();
    private final int seconds;

    private EchoComparison(Server service, Server echo, Map<Mix, List<Exchange>> exchanges, int seconds) {
        this.service = service;
        this.echo = echo;
        this.exchanges = exchanges;
        this.seconds = seconds;
    }

    public static void main(String... arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        String wanted = arguments.length > 2 ? arguments[2] : ".*";
        EchoBuild.run();
        Files.createDirectories(WORK);
        try (Server service = startService()) {
            Map<Mix, List<Exchange>> exchanges = recorded(service, wanted);
            try (Server echo = startEcho()) {
                EchoComparison comparison = new EchoComparison(service, echo, exchanges, seconds);
                System.out.print(comparison.report(rounds));
            }
        }
        Files.delete(WORK.resolve("service.log"));
    }

    /** Nothing listens at the port of its database; evaluations need none. */
    private static Server startService() throws IOException {
        return Server.start(
                EchoBuild.SERVICE,
                WORK.resolve("service.log"),
                List.of(),
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        "jdbc:postgresql://127.0.0.1:9/none",
                        "SUBSIDY_DATA",
                        WORK.resolve("data").toString()));
    }

    private static Server startEcho() throws IOException {
        return Server.start(EchoBuild.ECHO, WORK.resolve("echo.log"), List.of("-Decho.answers=" + WORK), Map.of());
    }

    private static Map<Mix, List<Exchange>> recorded(Server service, String wanted) throws Exception {
        service.await(Exchange.SERVICE_PATH, BenchmarkRequest.of(1), 200);
        Map<Mix, List<Exchange>> recorded = new LinkedHashMap<>();
        int number = 0;
        for (Mix mix : Mix.all()) {
            List<Exchange> exchanges = new ArrayList<>();
            for (String body : mix.bodies()) {
                Exchange exchange = new Exchange(number++, body, WORK);
                exchange.record(service, mix.status());
                exchanges.add(exchange);
            }
            if (mix.name().matches(wanted)) {
                recorded.put(mix, exchanges);
            }
        }
        if (recorded.isEmpty()) {
            throw new IllegalArgumentException("No mix is called %s; there are: %s."
                    .formatted(wanted, Mix.all().stream().map(Mix::name).toList()));
        }
        return recorded;
    }

    private ComparisonReport report(int rounds) throws Exception {
        Exchange first = exchanges.values().iterator().next().get(0);
        echo.await(
                first.echoPath(),
                first.request(),
                exchanges.keySet().iterator().next().status());
        check();
        warmUp();
        System.out.printf("Load by %s:%n%n", client.name());
        ComparisonReport report = new ComparisonReport();
        for (int round = 0; round < rounds; round++) {
            for (Mix mix : exchanges.keySet()) {
                Turn ofService = serviceTurn(mix);
                report.add(mix, exchanges.get(mix), ofService, echoTurn(mix));
            }
        }
        check();
        return report;
    }

    private void warmUp() throws IOException, InterruptedException {
        for (Mix mix : exchanges.keySet()) {
            for (long requests = 0, turns = 0; requests < WARM && turns < MOST_WARM_UP_TURNS; turns++) {
                requests += Math.min(serviceTurn(mix).requests(), echoTurn(mix).requests());
            }
        }
    }

    private void check() throws IOException, InterruptedException {
        for (List<Exchange> ofMix : exchanges.values()) {
            for (Exchange exchange : ofMix) {
                exchange.check(service, echo);
            }
        }
    }

    private Turn serviceTurn(Mix mix) throws IOException, InterruptedException {
        return turn(service, mix, exchange -> Exchange.SERVICE_PATH);
    }

    private Turn echoTurn(Mix mix) throws IOException, InterruptedException {
        return turn(echo, mix, Exchange::echoPath);
    }

    private Turn turn(Server server, Mix mix, Function<Exchange, String> path)
            throws IOException, InterruptedException {
        Turn turn = client.run(server, exchanges.get(mix), path, seconds);
        if (turn.errors() != (mix.status() < 400 ? 0 : turn.requests())) {
            throw new IllegalStateException("Of %d requests (%s) %d were answered with a status above 399."
                    .formatted(turn.requests(), mix.name(), turn.errors()));
        }
        return turn;
    }
}
