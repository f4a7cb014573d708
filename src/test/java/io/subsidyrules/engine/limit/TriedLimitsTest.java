package io.subsidyrules.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.regression.Coverage;
import io.subsidyrules.regression.ScenarioFile;
import io.subsidyrules.regression.mutant.Mutants;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scenarios that try both sides of a limit notice every wrong change of it. */
class TriedLimitsTest {

    private static final String[] LIMIT = {
        "$awards : Awards( clause == \"1.1\", year == asOf.year )", "limit( $awards, yuan( 1_000_000 ) );"
    };

    private static final String CLAIMS = """
            asOf: 2023-05-01
            scenarios:
              - name: two products
                applicant: { id: "A1" }
                claims:
                  - { type: Product, id: c1, name: a, kind: k, fresh: true, price: 600000 }
                  - { type: Product, id: c2, name: b, kind: k, fresh: true, price: %s }
                expect: { total: %s }
            """;

    private static List<String> gaps(String scenarios) {
        return gaps(LimitedAnswer.sources(scenarios, LIMIT));
    }

    private static List<String> gaps(RuleSources sources) {
        return Coverage.gaps(Ruleset.of(sources), ScenarioFile.readAll(sources)).stream()
                .filter(gap -> gap.contains("limit"))
                .toList();
    }

    @Test
    void aLimitIsTriedWhereItCutsAnAwardAndLeavesAnother() {
        assertThat(gaps(CLAIMS.formatted("600000", "1000000"))).isEmpty();
        assertThat(gaps(CLAIMS.formatted("400000", "1000000")))
                .containsExactly("No scenario in which the limit limit 0 cuts or refuses an award.");
    }

    /** Both say the same of the award: of at most 600,000.00 by clause 1.2, nothing is used. */
    @Test
    void aLimitThatLeavesWhatAnotherCutsIsNotTriedByThat() {
        RuleSources sources = LimitedAnswer.sources(
                """
                asOf: 2023-05-01
                scenarios:
                  - name: one product
                    applicant: { id: "A1", large: true }
                    claims: [ { type: Product, id: c1, name: a, kind: k, fresh: true, price: 700000 } ]
                    expect: { total: 600000 }
                """,
                "Applicant( large == true )\n$awards : Awards( clause == \"1.1\" )",
                "limit( $awards, yuan( 600_000 ) );",
                "$awards : Awards( clause == \"1.1\", year == asOf.year )",
                "limit( $awards, yuan( 5_000_000 ) );",
                "$awards : Awards( clause == \"1.1\" )",
                "limit( $awards, yuan( 600_000 ) ).orNothing();");
        assertThat(gaps(sources))
                .contains("No scenario in which the limit limit 4 cuts or refuses an award.")
                .doesNotContain("No scenario in which the limit limit 0 cuts or refuses an award.");
    }

    @Test
    void aLimitHasAMutantLessAndOneUpAndDown() {
        Ruleset ruleset = Ruleset.of(LimitedAnswer.sources("", LIMIT));
        assertThat(Mutants.of(ruleset.book()))
                .extracting(mutant -> mutant.change().en())
                .contains(
                        "Limit “limit 0”: it is deleted.",
                        "Limit “limit 0”: its number 1000000 becomes 1000000.01.",
                        "Limit “limit 0”: its number 1000000 becomes 999999.99.");
    }
}
