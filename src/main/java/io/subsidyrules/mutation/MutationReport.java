package io.subsidyrules.mutation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** The results of all wrong changes, in the order of the rules. */
public record MutationReport(List<MutantResult> results) {

    private static final BigDecimal HUNDRED = new BigDecimal("100.0");

    public MutationReport {
        results = List.copyOf(results);
    }

    /** The number of changes that ended in that way. */
    public int count(Fate fate) {
        return of(fate).size();
    }

    /** The changes that ended in that way. */
    public List<MutantResult> of(Fate fate) {
        return results.stream().filter(result -> result.fate() == fate).toList();
    }

    /**
     * The percentage of the changes that scenarios notice, of those that are not equivalent, rounded down: all of them
     * is 100.0, and less never is.
     */
    public BigDecimal score() {
        int noticeable = results.size() - count(Fate.EQUIVALENT);
        return noticeable == 0
                ? HUNDRED
                : HUNDRED.multiply(BigDecimal.valueOf(count(Fate.KILLED)))
                        .divide(BigDecimal.valueOf(noticeable), 1, RoundingMode.DOWN);
    }
}
