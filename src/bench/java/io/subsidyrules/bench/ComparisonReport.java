package io.subsidyrules.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The pairs of turns and their medians, as tables in Markdown. */
final class ComparisonReport {

    private final Map<Mix, List<Pair>> pairs = new LinkedHashMap<>();
    private final Map<Mix, Sizes> sizes = new LinkedHashMap<>();

    /** The service's turn and the echo's after it. */
    private record Pair(Turn service, Turn echo) {

        double throughput() {
            return service.perSecond() / echo.perSecond();
        }

        /** The requests of the service for those of the echo in the same processor time. */
        double byCpu() {
            return echo.cpuMicros() / service.cpuMicros();
        }
    }

    /** The mean bytes of the requests and of the answers. */
    private record Sizes(double in, double out) {}

    void add(Mix mix, List<Exchange> exchanges, Turn service, Turn echo) throws IOException {
        pairs.computeIfAbsent(mix, first -> new ArrayList<>()).add(new Pair(service, echo));
        double in = 0;
        double out = 0;
        for (Exchange exchange : exchanges) {
            in += exchange.requestBytes();
            out += exchange.answerBytes();
        }
        sizes.put(mix, new Sizes(in / exchanges.size(), out / exchanges.size()));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append("| requests | bytes in, out | requests/s: service | echo | ratio"
                + " | processor time: service | echo | ratio |\n|---|--:|--:|--:|--:|--:|--:|--:|\n");
        pairs.forEach((mix, all) -> text.append(format(
                "| %s | %,.0f, %,.0f | %,.0f | %,.0f | **%.2f** | %.1f us | %.1f us | %.2f |%n",
                mix.name(),
                sizes.get(mix).in(),
                sizes.get(mix).out(),
                median(all, pair -> pair.service().perSecond()),
                median(all, pair -> pair.echo().perSecond()),
                median(all, Pair::throughput),
                median(all, pair -> pair.service().cpuMicros()),
                median(all, pair -> pair.echo().cpuMicros()),
                median(all, Pair::byCpu))));
        text.append("\n| requests | pair | service: requests/s | p50 | p99 | echo: requests/s | p50 | p99"
                + " | ratio | by processor time |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        pairs.forEach((mix, all) -> {
            for (int i = 0; i < all.size(); i++) {
                text.append(row(mix, i + 1, all.get(i)));
            }
        });
        return text.toString();
    }

    private static String row(Mix mix, int number, Pair pair) {
        return format(
                "| %s | %d | %,.0f | %.2f ms | %.2f ms | %,.0f | %.2f ms | %.2f ms | %.2f | %.2f |%n",
                mix.name(),
                number,
                pair.service().perSecond(),
                pair.service().p50Micros() / 1e3,
                pair.service().p99Micros() / 1e3,
                pair.echo().perSecond(),
                pair.echo().p50Micros() / 1e3,
                pair.echo().p99Micros() / 1e3,
                pair.throughput(),
                pair.byCpu());
    }

    private static double median(List<Pair> pairs, ToDoubleFunction<Pair> figure) {
        double[] sorted = pairs.stream().mapToDouble(figure).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
