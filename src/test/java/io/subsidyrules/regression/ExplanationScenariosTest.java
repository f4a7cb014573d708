package io.subsidyrules.regression;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.FirstPolicy;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A scenario that looks at sentences turns red where the answer says something else, and says what it found. */
class ExplanationScenariosTest {

    private static final Path SCENARIOS = Path.of("src/test/resources/explanations.scenarios.yaml");
    private static final String FILE = "hebei-quality-2022/explanations.scenarios.yaml";

    private static Ruleset ruleset;
    private static String scenarios;

    @BeforeAll
    static void readRules() throws IOException {
        ruleset = Ruleset.of(SourceFolder.sources(FirstPolicy.FOLDER));
        scenarios = Files.readString(SCENARIOS);
    }

    @AfterAll
    static void close() {
        ruleset.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            registered in Hebei                        | registered in Henan          | host-international-standard EN holds: expected [
            在河北省登记注册                              | 在河南省登记注册                | host-international-standard ZH holds: expected [
            fails: []                                  | fails: [ "of age" ]          | host-international-standard EN fails: expected [of age], but the rules give [].
            unknown: []                                | unknown: [ "of age" ]        | host-international-standard EN unknown: expected [of age], but the rules give [].
            a fixed amount of 300,000.00               | a fixed amount               | host-international-standard EN calculation: expected a fixed amount, but
            固定金额 300,000.00                         | 固定金额                      | host-international-standard ZH calculation: expected 固定金额, but
            gain: 100000.00                            | gain: 100000.01              | host-industry-standard changes[0] gain: expected 100000.01, but the rules give 100000.00.
            changeable: false                          | changeable: true             | host-industry-standard changes[0] changeable: expected true, but the rules give false.
            fields: [ /claims/0/level ]                | fields: [ /claims/0/role ]   | host-industry-standard changes[0] fields: expected [/claims/0/role], but the rules give [/claims/0/level].
            level of the standard: industry            | level: industry              | host-industry-standard changes[0] EN: expected [level: industry], but
            标准级别：行业标准                            | 级别：行业标准                 | host-industry-standard changes[0] ZH: expected [级别：行业标准], but
            questions: [ /claims/0/level,              | questions: [                 | questions: expected [
            """)
    void whatIsNotSaidTurnsTheScenarioRed(String said, String other, String found) {
        assertThat(scenarios).contains(said);
        int at = scenarios.indexOf(said);
        String changed = scenarios.substring(0, at) + other + scenarios.substring(at + said.length());
        List<Fault> faults = faults(changed);
        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).toString()).contains(found);
    }

    private static List<Fault> faults(String text) {
        Faults faults = new Faults();
        ScenarioRunner runner = new ScenarioRunner(ruleset);
        List<Scenario> read = ScenarioFile.read(FILE, text, faults);
        faults.throwIfAny();
        return read.stream().flatMap(one -> runner.run(one).stream()).toList();
    }
}
