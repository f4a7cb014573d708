package io.subsidyrules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.AnswerWriter;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.FaultsException;
import io.subsidyrules.text.Language;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The most that rules can make of a request: as many rules as one type may have, a thousand claims, a mebibyte of text. */
@Tag("long")
class WorstCaseTest {

    private static final int CLAIMS = 1_000;
    private static final int TEXT = 400;
    private static final Duration BOUND = Duration.ofSeconds(30);

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final int SOME_CLAIMS = 30;
    private static final int TIMES = 50;

    /** What the rules are made of. */
    enum Kind {
        PATTERNS(ManyRules.ofPatterns(i -> "(a|ab|b%d|c)+c".formatted(i), i -> ".*x%d.*y".formatted(i))),
        BEGINNINGS(
                ManyRules.of(i -> "note str[startsWith] \"abc%d\", other str[startsWith] \"def%d\"".formatted(i, i))),
        COMPARISONS(ManyRules.of(i ->
                IntStream.range(0, 30).mapToObj(n -> "n != " + (i * 30 + n + 2)).collect(Collectors.joining(" && ")))),
        LISTS(ManyRules.of(i -> "n not in ( "
                + IntStream.range(0, 400).mapToObj(n -> "" + (n + 2)).collect(Collectors.joining(", ")) + " ), n > "
                + i)),
        FAILING(ManyRules.of(i -> "n > 5, n > 6, n > 7, n > %d, flag == false".formatted(8 + i))),
        UNKNOWN(ManyRules.of(i -> "unknown == true, n < %d, !( unknown == false )".formatted(i + 2))),
        DATES(ManyRules.of(i -> "begun.plusMonths( %d ) > asOf, begun.plusDays( %d ) != asOf".formatted(i, i))),
        UNKNOWN_KEYS(
                ManyRules.of(i -> "n > table( \"bands\" ).at( size ) + %d, n < table( \"stairs\" ).at( width, height )"
                        .formatted(i)),
                WorstTables.ALL),
        SUMS_OF_TABLES(
                ManyRules.of(i -> ("n == table( \"bands\" ).at( size ) + 3 * table( \"bands\" ).at( width )"
                                + " + 7 * table( \"stairs\" ).at( height, n ) + %d")
                        .formatted(i)),
                WorstTables.ALL),
        SOLVED_KEYS(
                ManyRules.of(
                        i -> "n > table( \"stairs\" ).at( n, n ) + %d, n > table( \"bands\" ).at( n )".formatted(i)),
                WorstTables.ALL),
        AMOUNTS_OF_TABLES(
                ManyRules.ofAmounts(
                        i -> "n > 0, $size : size, $width : width",
                        i -> ("yuan( table( \"bands\" ).at( $size ) ).plus( yuan( %d ) )"
                                        + ".atMost( yuan( table( \"stairs\" ).at( $size, $width ) ) )")
                                .formatted(i + 1)),
                WorstTables.ALL),
        LISTS_OF_FILES(
                ManyRules.of(i -> ("note not memberOf Names, other memberOf Names, n not memberOf Codes,"
                                + " n memberOf Codes, n != %d")
                        .formatted(i)),
                WorstTables.ALL),
        LIMITED(ManyRules.ofLimited(i -> i % 2 == 0 ? "n > 0" : "unknown == true"));

        private final IntFunction<String> rule;
        private final Map<String, String> tables;

        Kind(IntFunction<String> rule) {
            this(rule, Map.of());
        }

        Kind(IntFunction<String> rule, Map<String, String> tables) {
            this.rule = rule;
            this.tables = tables;
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theMostExpensiveRulesEndInSeconds(Kind kind) {
        int rules = mostRules(kind);
        assertThat(refused(kind, rules + 1)).isTrue();
        try (Ruleset ruleset = ManyRules.ruleset(rules, kind.rule, kind.tables)) {
            byte[] body = ManyRules.request(CLAIMS, TEXT);
            long began = System.nanoTime();
            Answer answer = ruleset.evaluate(ruleset.reader().read(body, LocalDate.EPOCH), Explain.FULL);
            byte[] bytes = AnswerWriter.bytes(answer, Language.ZH);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            System.out.printf(
                    "%-12s %4d rules, %d claims, request %d KiB: %d ms, answer %d KiB%n",
                    kind, rules, CLAIMS, body.length / 1024, took.toMillis(), bytes.length / 1024);
            assertThat(took).isLessThan(BOUND);
            began = System.nanoTime();
            Request fewer =
                    ruleset.reader().read(ManyRules.request(Ruleset.MOST_CLAIMS_FOR_CHANGES, TEXT), LocalDate.EPOCH);
            bytes = AnswerWriter.bytes(ruleset.evaluate(fewer, Explain.CHANGES), Language.ZH);
            took = Duration.ofNanos(System.nanoTime() - began);
            System.out.printf(
                    "%-12s %4d rules, %d claims with changes: %d ms, answer %d KiB%n",
                    kind, rules, Ruleset.MOST_CLAIMS_FOR_CHANGES, took.toMillis(), bytes.length / 1024);
            assertThat(took).isLessThan(BOUND);
        }
    }

    /** The least time of some evaluations, since the first ones run before they are compiled. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void theirTimeIsNoLongerThanTheBoundSays(Kind kind) {
        try (Ruleset ruleset = ManyRules.ruleset(mostRules(kind), kind.rule, kind.tables)) {
            byte[] body = ManyRules.request(SOME_CLAIMS, TEXT);
            long least = Long.MAX_VALUE;
            for (int i = 0; i < TIMES; i++) {
                long began = CPU.getCurrentThreadCpuTime();
                Request request = ruleset.reader().read(body, LocalDate.EPOCH);
                byte[] unused = AnswerWriter.bytes(ruleset.evaluate(request, Explain.SUMMARY), Language.EN);
                least = Math.min(least, CPU.getCurrentThreadCpuTime() - began);
            }
            long bound = ruleset.cost().nanos(body.length, SOME_CLAIMS);
            System.out.printf(
                    "%-12s %d claims in a summary: %d us, bound %d us%n",
                    kind, SOME_CLAIMS, least / 1_000, bound / 1_000);
            assertThat(least).isLessThan(bound);
        }
    }

    /** The most rules of the kind that are not refused as too expensive. */
    private static int mostRules(Kind kind) {
        int low = 1;
        int high = 1_000;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (refused(kind, middle)) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return low;
    }

    private static boolean refused(Kind kind, int rules) {
        try (Ruleset ruleset = ManyRules.ruleset(rules, kind.rule, kind.tables)) {
            return ruleset.items().isEmpty();
        } catch (FaultsException refused) {
            assertThat(refused.faults()).allSatisfy(fault -> assertThat(fault.code())
                    .isIn(FaultCode.TOO_EXPENSIVE, FaultCode.TOO_ENTANGLED));
            return true;
        }
    }
}
