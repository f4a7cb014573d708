package io.subsidyrules.growth;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The figures of a chart as a table in Markdown. */
final class GrowthTable {

    private static final int KIB = 1_024;

    private GrowthTable() {}

    static String markdown(Chart chart, List<Curve> curves) {
        StringBuilder table = new StringBuilder();
        table.append(row(chart.size(), curves, curve -> curve.series().label() + " | KiB"));
        table.append("|--:|").append("--:|--:|".repeat(curves.size())).append('\n');
        SortedSet<Integer> sizes = new TreeSet<>();
        curves.forEach(curve -> sizes.addAll(curve.costs().keySet()));
        for (int size : sizes) {
            table.append(row(number(size), curves, curve -> cells(chart, curve, size)));
        }
        table.append(row("slope", curves, curve -> String.format(Locale.ROOT, "%.2f | ", curve.slope())));
        return table.toString();
    }

    private static String cells(Chart chart, Curve curve, int size) {
        Cost cost = curve.costs().get(size);
        return cost == null
                ? " | "
                : "%s %s | %s".formatted(number(chart.time(cost)), chart.unit(), number(cost.bytes() / KIB));
    }

    private static String row(String first, List<Curve> curves, Function<Curve, String> cells) {
        return curves.stream().map(cells).collect(Collectors.joining(" | ", "| " + first + " | ", " |\n"));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
    }

    private static String number(int value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
