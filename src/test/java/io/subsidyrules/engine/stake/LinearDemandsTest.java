package io.subsidyrules.engine.stake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Comparisons of sums that cannot hold at one time, found in the time that the reading of rules has. */
class LinearDemandsTest {

    private static final Text TITLE = new Text("x", "x");

    private static final FactType WORK = new FactType(
            "Work", "p", FactType.Kind.CLAIM, TITLE, Optional.empty(), List.of(), Place.startOf("p/rules.drl"));

    private static final List<Operand> NUMBERS =
            IntStream.range(0, 24).<Operand>mapToObj(LinearDemandsTest::number).toList();

    private static Operand number(int index) {
        return new Operand.FieldValue(
                WORK,
                new Field(
                        "f" + index,
                        index,
                        ValueType.DECIMAL,
                        Optional.empty(),
                        Optional.empty(),
                        TITLE,
                        Field.Key.NONE,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Field.Range.YUAN),
                        Optional.empty(),
                        false,
                        Place.startOf("p/rules.drl")));
    }

    private static LinearDemands.Effort effort() {
        return new LinearDemands.Effort(Exclusions.SUMS_EFFORT);
    }

    private static LinearDemands.Sum sum(String constant, boolean strict, String... factors) {
        Map<Operand, BigDecimal> byNumber = new LinkedHashMap<>();
        IntStream.range(0, factors.length)
                .filter(i -> !factors[i].equals("0"))
                .forEach(i -> byNumber.put(NUMBERS.get(i), new BigDecimal(factors[i])));
        return LinearDemands.Sum.of(byNumber, new BigDecimal(constant), strict);
    }

    private static boolean exclude(LinearDemands.Sum one, LinearDemands.Sum other) {
        return new LinearDemands(List.of(one)).excludes(new LinearDemands(List.of(other)), effort());
    }

    @Test
    void sumsThatCannotHoldTogetherExcludeEachOther() {
        assertThat(exclude(sum("0", true, "1", "-1.5"), sum("0", false, "-1", "1.5")))
                .isTrue();
        assertThat(exclude(sum("0", false, "1", "-1.5"), sum("0", false, "-1", "1.5")))
                .isFalse();
        assertThat(exclude(sum("0", true, "1", "-1.5"), sum("0.01", false, "-1", "1.5")))
                .isFalse();
        assertThat(exclude(sum("-1", false, "-1", "-1"), sum("0", false, "1", "1")))
                .isTrue();
    }

    @Test
    void sumsAreKeptInTheLeastWholeNumbers() {
        assertThat(sum("0.30", true, "1.5", "-0.6")).isEqualTo(sum("1", true, "5", "-2"));
    }

    /** Rows of a square matrix that are at least nothing, and their sum, which is below it. */
    @Test
    void aContradictionOfManySumsIsFound() {
        Random random = new Random(7);
        List<LinearDemands.Sum> sums = new ArrayList<>();
        BigDecimal[] total = new BigDecimal[4];
        for (int row = 0; row < 4; row++) {
            String[] factors = new String[4];
            for (int i = 0; i < 4; i++) {
                BigDecimal factor = BigDecimal.valueOf(random.nextLong(-999_999_999_999L, 999_999_999_999L), 6);
                total[i] = row == 0 ? factor.negate() : total[i].subtract(factor);
                factors[i] = factor.toPlainString();
            }
            sums.add(sum("0", false, factors));
        }
        String[] below =
                IntStream.range(0, 4).mapToObj(i -> total[i].toPlainString()).toArray(String[]::new);
        LinearDemands all = new LinearDemands(sums);
        assertThat(all.excludes(new LinearDemands(List.of(sum("0", true, below))), effort()))
                .isTrue();
        assertThat(all.excludes(new LinearDemands(List.of(sum("0", false, below))), effort()))
                .isFalse();
    }

    @Test
    void manyFactorsOfManyDigitsTakeNoTime() {
        Random random = new Random(1);
        List<LinearDemands> rules = new ArrayList<>();
        for (int rule = 0; rule < 100; rule++) {
            List<LinearDemands.Sum> sums = new ArrayList<>();
            for (int comparison = 0; comparison < 4; comparison++) {
                String[] factors = IntStream.range(0, NUMBERS.size())
                        .mapToObj(i -> BigDecimal.valueOf(random.nextLong(-999_999_999_999L, 999_999_999_999L), 6)
                                .toPlainString())
                        .toArray(String[]::new);
                sums.add(sum("-1", false, factors));
            }
            rules.add(new LinearDemands(sums));
        }
        LinearDemands.Effort effort = effort();
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (LinearDemands one : rules) {
                for (LinearDemands other : rules) {
                    one.excludes(other, effort);
                }
            }
        });
    }
}
