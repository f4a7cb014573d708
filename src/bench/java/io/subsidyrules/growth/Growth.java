package io.subsidyrules.growth;

import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.AnswerWriter;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.LogContext;

/**
 * Measures how the cost of an evaluation, from the bytes of the request to the bytes of the answer, grows with claims,
 * rules, policies and rows of tables, and that of reading the rules; draws the plots and writes the tables of
 * docs/performance.md.
 *
 * <p>{@code mvn -B -Pbench -DskipTests test -Dbench.main=io.subsidyrules.growth.Growth -Dbench.jvm="-Xbatch
 * -XX:+UseSerialGC"}; {@code -Dbench.args="CLAIMS TABLES"} does only these charts.
 */
final class Growth {

    private static final LocalDate TODAY = LocalDate.of(2023, 5, 1);

    /** Each series is measured so often, and the least counts: what disturbs a measurement can last for seconds. */
    private static final int ROUNDS = 3;

    private Growth() {}

    public static void main(String[] charts) throws IOException {
        // Quarkus does so when it starts. Until then its log manager takes in every trace, of which Drools has many.
        LogContext.getLogContext().getLogger("").setLevel(Level.INFO);
        List<Chart> chosen = charts.length == 0
                ? List.of(Chart.values())
                : Stream.of(charts).map(Chart::valueOf).toList();
        for (Chart chart : chosen) {
            List<Curve> curves = Series.of(chart).stream()
                    .map(series -> measured(chart, series))
                    .toList();
            String table = GrowthTable.markdown(chart, curves);
            System.out.println(table);
            GrowthPage.write(chart, GrowthPlot.svg(chart, curves), table);
        }
    }

    private static Curve measured(Chart chart, Series series) {
        SortedMap<Integer, Cost> costs = new TreeMap<>();
        for (int round = 1; round <= ROUNDS; round++) {
            series.sizes().forEach(size -> {
                Sample sample = series.sample(size);
                Cost cost = chart == Chart.READING ? reading(sample) : evaluation(sample);
                System.out.printf("%s, %d: %s%n", series.label(), size, cost);
                costs.merge(size, cost, Cost::orLess);
            });
        }
        return new Curve(series, costs);
    }

    private static Cost reading(Sample sample) {
        return Cost.of(() -> Ruleset.of(sample.rules()).close());
    }

    private static Cost evaluation(Sample sample) {
        byte[] request = sample.request().getBytes(StandardCharsets.UTF_8);
        try (Ruleset ruleset = Ruleset.of(sample.rules())) {
            return Cost.of(() -> AnswerWriter.bytes(
                    ruleset.evaluate(ruleset.reader().read(request, TODAY), Explain.SUMMARY), Language.EN));
        }
    }
}
