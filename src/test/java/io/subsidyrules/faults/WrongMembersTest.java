package io.subsidyrules.faults;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.text.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever is wrong with a member of a policy file or of a scenario is told by one fault, and who does what its remedy says does
 * not meet it again.
 */
class WrongMembersTest {

    private static final String POLICY = "motors-2025/policy.yaml";
    private static final String RULES = "motors-2025/measure-01.drl";
    private static final String SCENARIOS = "motors-2025/measure-01.scenarios.yaml";

    /** Every member that a policy file can have. */
    private static final String LEDGER = """
            id: motors-2025
            title: { en: Efficient motors, zh: 高效电机 }
            issuer: { en: An example, zh: 示例 }
            issued: 2025-01-01
            source: { en: An example, zh: 示例 }
            largestAmount: 500_000
            readings:
              - { id: r1, title: { en: replacements count, zh: 更新计入 }, text: { en: Replacements count., zh: 更新计入。 } }
            per:
              - { id: motor, text: { en: motor, zh: 台电机 } }
              - { id: applicant, text: { en: applicant, zh: 个申请主体 } }
            measures:
              - number: 1
                title: { en: Motors, zh: 电机 }
                summary: { en: Money for motors., zh: 补贴电机。 }
                targets:
                  - { id: t1, title: { en: motors, zh: 电机 }, comparison: MORE_THAN, value: 10, unit: { en: motors, zh: 台 }, period: EACH_YEAR, from: 2025, item: motor-purchase }
                  - { id: t2, title: { en: motors, zh: 电机 }, comparison: AT_LEAST, value: 20, unit: { en: motors, zh: 台 }, period: BY, by: 2027-12-31 }
                clauses:
                  - number: "1.1"
                    title: { en: Refund, zh: 补贴 }
                    summary: { en: A fifth of the price., zh: 价格的五分之一。 }
                    items:
                      - { id: motor-purchase, title: { en: Refund, zh: 电机补贴 } }
                  - number: "1.2"
                    title: { en: Advice, zh: 咨询 }
                    summary: { en: Advice for small enterprises., zh: 为小型企业提供咨询。 }
                    items:
                      - { id: motor-advice, title: { en: Advice, zh: 咨询 } }
                  - number: "1.3"
                    title: { en: Campaigns, zh: 宣传 }
                    summary: { en: The public is informed., zh: 开展宣传。 }
                    reason: { en: It gives nothing., zh: 不涉及待遇。 }
            """;

    /** Every member that a scenario can have. */
    private static final String CASES = """
            asOf: 2025-06-01
            scenarios:
              - name: A fifth of the price is refunded
                applicant: { size: SMALL }
                claims: [ { type: MotorPurchase, serialNumber: "1", efficiency: IE4, certified: true, price: 100000.00 } ]
                policies: [ motors-2025 ]
                expect: { total: 20000.00, atStake: 0.00, questions: [ ], claims: { c1: { status: ELIGIBLE, amount: 20000.00, atStake: 0.00, items: { motor-purchase: { status: ELIGIBLE, amount: 20000.00, missing: [ ], failed: [ ] } } } }, items: { motor-purchase: ELIGIBLE, motor-advice: { status: ELIGIBLE, explanation: { en: { holds: [ in force from 1 January 2025, the size of the enterprise is small ] } } } } }
              - name: On the day before nothing is given
                asOf: 2024-12-31
                applicant: { size: LARGE }
                claims: [ { type: MotorPurchase, serialNumber: "1", efficiency: IE3, certified: true, price: 100000.00 } ]
                policies: [ motors-2025 ]
                expect: { total: 0.00, items: { motor-purchase: { status: NOT_ELIGIBLE, failed: [ /asOf, /claims/0/efficiency ], changes: [ { fields: [ /asOf, /claims/0/efficiency ], gain: 20000.00, changeable: true } ] } } }
            """;

    /** Members that a policy file or a scenario need not have. */
    private static final Set<String> OPTIONAL = Set.of(
            "/largestAmount",
            "/readings[]/title",
            "/measures[]/targets",
            "/measures[]/targets[]/from",
            "/measures[]/targets[]/item");

    private static final RuleSources SOUND = sound();

    @ParameterizedTest
    @EnumSource
    void everyMistakeInAPolicyFileIsToldByOneFaultWhoseRemedyLeadsOn(WrongMember how) {
        how.all(LEDGER).forEach((path, text) -> {
            List<Fault> faults = Diagnosis.of(FaultExample.with(SOUND, POLICY, text));
            boolean sound = how == WrongMember.MISSING && OPTIONAL.contains(path);
            boolean none = how == WrongMember.EMPTY && path.equals("/measures[]/targets");
            assertThat(faults).as("%s %s", path, how).hasSize(sound || none ? 0 : 1);
            faults.forEach(fault -> isMended(POLICY, text, fault));
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyMistakeInAScenarioIsToldByOneFaultOrFailsAsItStands(WrongMember how) {
        how.all(CASES).forEach((path, text) -> {
            List<Fault> faults = Diagnosis.of(FaultExample.with(SOUND, SCENARIOS, text));
            boolean asked = faults.stream().allMatch(fault -> fault.code() == FaultCode.SCENARIO_FAILED);
            boolean less = how == WrongMember.MISSING || how == WrongMember.EMPTY || how == WrongMember.NULL;
            if (!asked || !less) {
                assertThat(faults).as("%s %s", path, how).hasSize(1);
            }
            faults.forEach(fault -> isMended(SCENARIOS, text, fault));
        });
    }

    /** Whoever follows the remedy is told something else, or nothing. */
    private static void isMended(String file, String text, Fault fault) {
        assertThat(fault.told(Language.ZH)).doesNotContain("not ").containsPattern("[\\u4E00-\\u9FFF]");
        assertThat(fault.told(Language.EN)).doesNotContain("not .", " : ", "Possible are: .", " -,");
        Optional<String> followed =
                fault.place().file().equals(file) ? FollowedRemedy.of(text, fault) : Optional.empty();
        followed.ifPresent(mended -> assertThat(Diagnosis.of(FaultExample.with(SOUND, file, mended)))
                .as("after: %s", fault)
                .noneMatch(after -> after.code() == FaultCode.YAML_SYNTAX
                        || after.code() == FaultCode.MEMBER_TWICE
                        || (after.code() == fault.code()
                                && after.text().equals(fault.text())
                                && after.place().equals(fault.place()))));
    }

    private static RuleSources sound() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        FaultExample.RULES.files().forEach((path, content) -> {
            if (path.startsWith("vocabulary/")) {
                files.put(path, content);
            }
        });
        SourceFolder.sources(Path.of("src/test/resources")).files().forEach((path, content) -> {
            if (path.startsWith("motors-2025/")) {
                files.put(path, content);
            }
        });
        String rules = new String(requireNonNull(files.get(RULES)), StandardCharsets.UTF_8);
        files.put(RULES, rules.replaceFirst("@per", "@reading( \"r1\" ) @per").getBytes(StandardCharsets.UTF_8));
        files.put(POLICY, LEDGER.getBytes(StandardCharsets.UTF_8));
        files.put(SCENARIOS, CASES.getBytes(StandardCharsets.UTF_8));
        return new RuleSources(files);
    }
}
