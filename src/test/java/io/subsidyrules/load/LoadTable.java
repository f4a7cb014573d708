package io.subsidyrules.load;

import io.subsidyrules.durability.ServiceProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Prints what becomes of requests at once, twice and five times the rate that the packaged service answers at most. Arguments:
 * seconds of a run, rounds.
 */
public final class LoadTable {

    private LoadTable() {}

    public static void main(String... arguments) throws Exception {
        Duration time = Duration.ofSeconds(arguments.length > 0 ? Long.parseLong(arguments[0]) : 10);
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        Path data = Files.createTempDirectory(Path.of("target"), "load").resolve("data");
        try (OwnCores cores = new OwnCores();
                ServiceProcess service = new ServiceProcess(data, Map.of(), cores.wrapper())) {
            service.start();
            service.awaitReady();
            for (Asked asked : Asked.values()) {
                print(asked, service, time, rounds);
            }
        }
    }

    private static void print(Asked asked, ServiceProcess service, Duration time, int rounds) throws Exception {
        System.out.printf("%n" + Round.HEAD + "%n", asked.title());
        try (OpenLoop load = new OpenLoop(service.port(), asked.requests())) {
            Round.warmUp(load, asked, time);
            for (int number = 1; number <= rounds; number++) {
                System.out.print(Round.of(load, asked, service, time).rows(number));
            }
        }
    }
}
