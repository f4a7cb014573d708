package io.subsidyrules.engine.request.direct;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The values of a claim without a fault.
 *
 * @param id its name within the request, which is none of the values
 */
public record ClaimValues(String id, FactValues fact) {

    /** The most claims of a request. */
    public static final int MOST = 1000;

    private static final List<String> POINTERS =
            IntStream.range(0, MOST).mapToObj(index -> "/claims/" + index).toList();

    /** The pointer of the claim at an index. */
    public static String pointer(int index) {
        return POINTERS.get(index);
    }
}
