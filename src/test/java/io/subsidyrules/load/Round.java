package io.subsidyrules.load;

import io.subsidyrules.durability.ServiceProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The runs of one round: as much as the service answers at most, then once, twice and five times that at a fixed rate. */
final class Round {

    static final String HEAD = """
            | %s | asked/s | goodput/s | of capacity | p50 ms | p99 ms | of that at 1x | 429 | 503 | others | unanswered | RSS MB | files |
            |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|""";

    private static final int[] TIMES = {1, 2, 5};

    /** Until the service knows the load that has begun; a crowd is one only after a while. */
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private static final double GROWS = 1.1;
    private static final int MOST_WARM_UPS = 8;

    private final List<Run> runs = new ArrayList<>();

    /** One run, with the most memory in bytes and the most open files that the service had meanwhile. */
    record Run(String name, Tally tally, long memory, long files) {}

    private interface Load {
        Tally run() throws Exception;
    }

    private Round() {}

    /**
     * Has the service answer and refuse requests until it hardly answers more than before: a process that still compiles would
     * have another capacity by the end of a round than at its beginning.
     */
    static void warmUp(OpenLoop load, Asked asked, Duration time) throws Exception {
        double best = 0;
        int without = 0;
        for (int runs = 0; without < 2 && runs < MOST_WARM_UPS; runs++) {
            double capacity = load.saturate(asked.clients(), time).goodput();
            load.run(TIMES[TIMES.length - 1] * capacity, time);
            without = capacity > GROWS * best ? 0 : without + 1;
            best = Math.max(best, capacity);
        }
    }

    /** Measures one round, each run for that time. */
    static Round of(OpenLoop load, Asked asked, ServiceProcess service, Duration time) throws Exception {
        Round round = new Round();
        double capacity = round.add("capacity", service, () -> load.saturate(asked.clients(), time))
                .goodput();
        for (int times : TIMES) {
            round.add(times + "x", service, () -> load.run(times * capacity, SETTLING, time));
        }
        return round;
    }

    private Tally add(String name, ServiceProcess service, Load load) throws Exception {
        try (Footprint footprint = new Footprint(service.pid())) {
            Tally tally = load.run();
            runs.add(new Run(name, tally, footprint.memory(), footprint.files()));
            return tally;
        }
    }

    /** The run of that name. */
    Run run(String name) {
        return runs.stream().filter(run -> run.name().equals(name)).findFirst().orElseThrow();
    }

    /** The goodput of a run as a part of the capacity. */
    double goodput(String name) {
        return run(name).tally().goodput() / run("capacity").tally().goodput();
    }

    /** How many times the 99th percentile of the run at capacity's rate that of this run is. */
    double slowdown(String name) {
        return (double) run(name).tally().p99().toNanos()
                / run("1x").tally().p99().toNanos();
    }

    /** The round as rows of a table in Markdown. */
    String rows(int number) {
        StringBuilder rows = new StringBuilder();
        for (Run run : runs) {
            Tally tally = run.tally();
            rows.append(String.format(
                    Locale.ROOT,
                    "| %d: %s | %.0f | %.0f | %.2f | %.0f | %.0f | %.2f | %d | %d | %d | %d | %d | %d |%n",
                    number,
                    run.name(),
                    tally.rate(),
                    tally.goodput(),
                    goodput(run.name()),
                    tally.percentile(50).toNanos() / 1e6,
                    tally.p99().toNanos() / 1e6,
                    slowdown(run.name()),
                    tally.count(429),
                    tally.count(503),
                    tally.others(),
                    tally.count(0),
                    run.memory() >> 20,
                    run.files()));
        }
        return rows.toString();
    }
}
