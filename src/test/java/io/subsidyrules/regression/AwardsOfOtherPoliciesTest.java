package io.subsidyrules.regression;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.regression.mutant.Mutant;
import io.subsidyrules.regression.mutant.Mutants;
import io.subsidyrules.text.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A condition that asks for awards of another policy (与其他政策不重复) can be tried, and what is wrong in it is told. */
class AwardsOfOtherPoliciesTest {

    private static final String RULES = """
            package single;
            import vocabulary.*;
            declare Grant extends Claim
                @en( "grant" ) @zh( "补助" )
            end
            rule "grant"
                @clause( "1.1" ) @per( "claim" )
                date-effective "2020-01-01"
            when
                $grant : Grant()
                not Awards( policy == "limited" )
            then
                award( $grant, yuan( 1_000 ) );
            end
            """;

    private static final String POLICY = """
            id: single
            title: { en: One policy alone, zh: 不重复享受 }
            issuer: { en: a city, zh: 某市 }
            issued: 2020-01-01
            source: { en: made for tests, zh: 供测试 }
            per: [ { id: claim, text: { en: claim, zh: 事项 } } ]
            measures:
              - number: 1
                title: { en: Grants, zh: 补助 }
                summary: { en: Grants., zh: 补助。 }
                clauses:
                  - number: "1.1"
                    title: { en: Grant, zh: 补助 }
                    summary: { en: A grant., zh: 补助。 }
                    items: [ { id: grant, title: { en: Grant, zh: 补助 } } ]
            """;

    private static final String SCENARIOS = """
            asOf: 2021-06-01
            scenarios:
              - name: One
                applicant: {}
                claims: [ { type: Grant } ]
                earlier: [ %s ]
                expect: { total: %s }
            """;

    private static final String OF_LIMITED =
            "{ policy: limited, item: project, decidedOn: 2021-03-01, amount: 900_000 }";

    private static final Ruleset RULESET = Ruleset.of(sources());

    private static RuleSources sources() {
        SortedMap<String, byte[]> files =
                new TreeMap<>(SourceFolder.sources(Path.of("src/test/resources/recorded-limits"))
                        .files());
        files.put("single/rules.drl", RULES.getBytes(StandardCharsets.UTF_8));
        files.put("single/policy.yaml", POLICY.getBytes(StandardCharsets.UTF_8));
        return new RuleSources(files);
    }

    private static List<Scenario> scenarios(String awards, String total) {
        Faults faults = new Faults();
        List<Scenario> scenarios =
                ScenarioFile.read("single/rules.scenarios.yaml", SCENARIOS.formatted(awards, total), faults);
        faults.throwIfAny();
        return scenarios;
    }

    private static List<Fault> faults(String awards, String total) {
        return new ScenarioRunner(RULESET).run(scenarios(awards, total).get(0));
    }

    @Test
    void anAwardOfTheOtherPolicyStandsInTheWay() {
        assertThat(faults("", "1000")).isEmpty();
        assertThat(faults(OF_LIMITED, "0")).isEmpty();
        assertThat(faults("{ item: grant, decidedOn: 2021-03-01, amount: 1_000 }", "1000"))
                .isEmpty();
    }

    @Test
    void theConditionCanBeTriedOnBothSides() {
        assertThat(gaps("", "1000"))
                .contains("No scenario in which only not Awards( policy == \"limited\" ) fails for grant.");
        assertThat(gaps(OF_LIMITED, "0"))
                .doesNotContain("No scenario in which only not Awards( policy == \"limited\" ) fails for grant.");
    }

    private static List<String> gaps(String awards, String total) {
        return Coverage.gaps(RULESET, scenarios(awards, total));
    }

    @Test
    void itsMutantIsNoticed() {
        Mutant mutant = Mutants.of(RULESET.book()).stream()
                .filter(one -> one.change().en().startsWith("Rule “grant”: it no longer asks for “not Awards("))
                .findFirst()
                .orElseThrow();
        try (Ruleset mutated = Ruleset.of(mutant.book())) {
            assertThat(new ScenarioRunner(mutated)
                            .run(scenarios(OF_LIMITED, "0").get(0)))
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            policy: limitd, item: project   | There is no policy limitd that decides anything. Maybe limited?
            policy: nowhere, item: project  | There is no policy nowhere that decides anything; write
            policy: limited, item: projekt  | projekt is no item of the policy limited that awards money to a claim. Maybe project?
            policy: limited, item: nothing  | nothing is no item of the policy limited that awards money to a claim.
            item: project                   | The item project is awarded by the policy limited and not by this one; add policy: limited
            item: grand                     | grand is no item of this policy that awards money to a claim. Maybe grant?
            item: nothing                   | nothing is no item of this policy that awards money to a claim.
            """)
    void aPolicyOrAnItemThatIsNotThereIsToldAtItsPlace(String named, String told) {
        assertThat(faults("{ %s, decidedOn: 2021-03-01, amount: 5 }".formatted(named), "0"))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo(FaultCode.SCENARIO_FAILED);
                    assertThat(fault.place().line()).isEqualTo(6);
                    assertThat(fault.told(Language.EN)).contains(told);
                });
    }

    @AfterAll
    static void close() {
        RULESET.close();
    }
}
