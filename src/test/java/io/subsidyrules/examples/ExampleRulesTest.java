package io.subsidyrules.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.notice.Notices;
import io.subsidyrules.regression.Coverage;
import io.subsidyrules.regression.Judgement;
import io.subsidyrules.regression.Scenario;
import io.subsidyrules.regression.ScenarioFile;
import io.subsidyrules.regression.ScenarioRunner;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** The examples are held to what the first policy is held to: no faults, nothing that looks wrong, nothing untried. */
class ExampleRulesTest {

    private static final Judgement JUDGEMENT = Judgement.of(Examples.SOURCES);
    private static final List<Scenario> SCENARIOS = ScenarioFile.readAll(Examples.SOURCES);

    @Test
    void nothingOfThemIsFaultyOrLooksWrong() {
        assertThat(JUDGEMENT.faults()).isEmpty();
        assertThat(Notices.of(Examples.SOURCES, JUDGEMENT)).isEmpty();
    }

    @TestFactory
    Stream<DynamicNode> scenarios() {
        ScenarioRunner runner = new ScenarioRunner(JUDGEMENT.rules().orElseThrow());
        return SCENARIOS.stream()
                .filter(scenario -> Examples.isOfExample(scenario.place().file()))
                .map(scenario -> DynamicTest.dynamicTest(
                        scenario.place().file() + ": " + scenario.name(),
                        () -> assertThat(runner.run(scenario)).isEmpty()));
    }

    @Test
    void eachOfThemHasScenarios() {
        assertThat(SCENARIOS.stream().map(scenario -> scenario.place().file().replaceFirst("/.*", "")))
                .containsAll(Examples.policies());
    }

    /** Of the language level that numbers with {@code _} in conditions need. */
    @Test
    void droolsOwnParserReadsEachOfTheirFiles() throws DroolsParserException {
        for (Map.Entry<String, byte[]> file : Examples.SOURCES.files().entrySet()) {
            if (file.getKey().endsWith(".drl")) {
                DrlParser parser = new DrlParser(LanguageLevelOption.DRL10);
                parser.parse(false, new String(file.getValue(), StandardCharsets.UTF_8));
                assertThat(parser.getErrors()).as(file.getKey()).isEmpty();
            }
        }
    }

    @Test
    void theirScenariosLeaveNothingUntried() {
        assertThat(Coverage.gaps(JUDGEMENT.rules().orElseThrow(), SCENARIOS)).isEmpty();
    }
}
