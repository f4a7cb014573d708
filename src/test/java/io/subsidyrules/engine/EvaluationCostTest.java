package io.subsidyrules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.FirstPolicy;
import io.subsidyrules.dialect.source.SourceFolder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The bound on the time of an evaluation tells usual rules from those that take long. */
class EvaluationCostTest {

    private static final long SMALL = Duration.ofMillis(2).toNanos();
    private static final int CLAIMS = 50;
    private static final int BYTES = 160 * CLAIMS;

    private static long nanos(Ruleset ruleset, int claims) {
        return ruleset.cost().nanos(BYTES, claims);
    }

    @Test
    void fiftyClaimsByTheFirstPolicyAreSmall() {
        try (Ruleset ruleset = Ruleset.of(SourceFolder.sources(FirstPolicy.FOLDER))) {
            assertThat(nanos(ruleset, CLAIMS)).isLessThan(SMALL);
            assertThat(nanos(ruleset, 10 * CLAIMS)).isGreaterThan(SMALL);
        }
    }

    @Test
    void manyRulesOnEachClaimTakeLong() {
        try (Ruleset ruleset = ManyRules.ruleset(100, ManyRules.of(i -> "n > " + i), Map.of())) {
            assertThat(nanos(ruleset, CLAIMS)).isGreaterThan(SMALL);
        }
    }

    @Test
    void rowsOfATableTakeLong() {
        try (Ruleset ruleset =
                ManyRules.ruleset(1, ManyRules.of(i -> "n > table( \"bands\" ).at( size ) + 3"), WorstTables.ALL)) {
            assertThat(nanos(ruleset, CLAIMS)).isGreaterThan(SMALL);
        }
    }

    /** However few claims there are, the text that a pattern is tried on may be long. */
    @Test
    void aPatternTakesItsTimeByTheBody() {
        try (Ruleset ruleset = ManyRules.ruleset(
                1, ManyRules.ofPatterns(i -> "(a|ab|b%d|c)+c".formatted(i), i -> ".*x.*y"), Map.of())) {
            long shorter = ruleset.cost().nanos(BYTES, 1);
            assertThat(ruleset.cost().nanos(2 * BYTES, 1)).isGreaterThan(2 * (shorter - 10_000));
            assertThat(ruleset.cost().ofByte()).isGreaterThan(500);
        }
    }
}
