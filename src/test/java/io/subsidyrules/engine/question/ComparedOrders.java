package io.subsidyrules.engine.question;

import io.subsidyrules.engine.random.AskedRequest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What each way of asking comes to for one request.
 *
 * @param fields the questions of the first answer
 * @param costs the questions on average over all answers that there could be
 * @param draws some of these answers
 */
record ComparedOrders(int fields, Map<Asking, Double> costs, List<Draw> draws) {

    /** The ways whose yuan are followed too. */
    static final List<Asking> SHOWN = List.of(Asking.BEST, Asking.RULE, Asking.RANDOM, Asking.FILES, Asking.REVERSED);

    ComparedOrders {
        draws = List.copyOf(draws);
    }

    /**
     * One answer to each of the fields.
     *
     * @param settled the share of the yuan after each question, by the way of asking; empty where answers settle no yuan
     */
    record Draw(ToldChanges.Foreseen best, Map<Asking, List<Double>> settled) {

        static Draw of(ToldChanges told, AskingCosts costs, Random random) {
            Map<Asking, List<Double>> settled = new EnumMap<>(Asking.class);
            if (told.settlesYuan()) {
                SHOWN.forEach(way -> settled.put(way, told.settled(way, costs, random)));
            }
            return new Draw(told.foreseen(), settled);
        }

        boolean settlesYuan() {
            return !settled.isEmpty();
        }

        double settled(Asking way, int asked) {
            return after(asked, settled.getOrDefault(way, List.of()));
        }

        double mostSettled(int asked) {
            return after(asked, best.settled());
        }

        private static double after(int asked, List<Double> shares) {
            return asked > shares.size() ? 1 : shares.get(asked - 1);
        }
    }

    static ComparedOrders of(AskedRequest question, int draws, Random random) {
        Unknowns unknowns = new Unknowns(question);
        AskingCosts costs = new AskingCosts(unknowns);
        Map<Asking, Double> means = new EnumMap<>(Asking.class);
        for (Asking way : Asking.values()) {
            means.put(way, costs.of(way));
        }
        List<Draw> drawn = Stream.generate(
                        () -> Draw.of(new ToldChanges(unknowns, unknowns.drawn(random)), costs, random))
                .limit(draws)
                .toList();
        return new ComparedOrders(unknowns.fields(), means, drawn);
    }

    double cost(Asking way) {
        return costs.getOrDefault(way, 0.0);
    }

    double more(Asking way, Asking than) {
        return cost(way) - cost(than);
    }

    /** The fewest questions for whoever knows all answers beforehand. */
    double foreseen() {
        return draws.stream()
                .mapToInt(draw -> draw.best().questions())
                .average()
                .orElseThrow();
    }
}
