package io.subsidyrules.engine;

import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tables and lists as long as they may be. */
final class WorstTables {

    private static final int ROWS = 1_000;
    private static final int VALUES = 90_000;

    /**
     * Bands of one key; stairs of two keys, each band of the first one reaching to its end, that leave a gap; names and
     * codes.
     */
    static final Map<String, String> ALL = Map.of(
            "bands",
            lines("size,number", ROWS, i -> "%d..%d,%d".formatted(10 * i, 10 * i + 10, 7 * i)),
            "stairs",
            lines("one,other,number", ROWS, i -> ">=%d,%d..%d,%d".formatted(i, 10 * i, 10 * i + 9, 11 * i)),
            "names",
            lines("name", VALUES, i -> "name " + i),
            "codes",
            lines("code", VALUES, i -> "" + (3 * i + 1)));

    private WorstTables() {}

    private static String lines(String heading, int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", heading + "\n", "\n"));
    }
}
