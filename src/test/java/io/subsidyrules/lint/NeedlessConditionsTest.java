package io.subsidyrules.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.regression.Judgement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The proofs that a condition never decides are few, and can be stopped. */
class NeedlessConditionsTest {

    private static final String FILE = "solar-2024/measure-01.drl";
    private static final String IDLE = "kind == RoofKind.FLAT || panels > 1_000, ";

    private static RuleSources with(String conditions) {
        return LintExample.changed(LintExample.RULES, FILE, "panels >= 10, ", "panels >= 10, " + conditions);
    }

    /** That many conditions of which each decides. */
    private static String deciding(int many) {
        return IntStream.range(0, many)
                .mapToObj("panels != 10%02d, "::formatted)
                .collect(Collectors.joining());
    }

    private static List<String> found(String conditions) {
        return LintExample.findings(with(conditions)).stream()
                .filter(finding -> finding.code().equals(LintCode.CONDITION_NEVER_DECIDES.name()))
                .map(finding -> finding.text().en())
                .toList();
    }

    @Test
    void aConditionIsFoundThatNoOtherConditionImplies() {
        assertThat(found(deciding(10) + IDLE))
                .containsExactly(
                        "The condition kind == RoofKind.FLAT || panels > 1_000 never decides: whatever is asked,"
                                + " the other conditions alone come to the same.");
    }

    @Test
    void nothingIsFoundBeyondTheMostProofsOfAFolder() {
        assertThat(found(deciding(24) + IDLE)).isEmpty();
    }

    @Test
    void whoeverAsksForItCanStopTheProofs() {
        RuleSources sources = with(IDLE);
        Judgement judgement = Judgement.of(sources);
        assertThatThrownBy(() -> Linter.of(sources, judgement, file -> {
                    throw new IllegalStateException(file);
                }))
                .hasMessage(FILE);
    }
}
