package io.subsidyrules.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.subsidyrules.FirstPolicy;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.notice.Notices;
import io.subsidyrules.regression.Judgement;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scenarios of a folder on all processors, beside the judgement of the same folder on one. */
class ScenarioSuiteTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final String POLICY = "hebei-quality-2022/";

    private static RuleSources changed(String file, String old, String changed) {
        RuleSources sources = SourceFolder.sources(FirstPolicy.FOLDER);
        SortedMap<String, byte[]> files = new TreeMap<>(sources.files());
        String text = new String(sources.content(POLICY + file), StandardCharsets.UTF_8);
        assertThat(text).contains(old);
        files.put(POLICY + file, text.replace(old, changed).getBytes(StandardCharsets.UTF_8));
        return new RuleSources(files);
    }

    @ParameterizedTest
    @CsvSource({
        "measure-02.drl, 300_000, 350_000",
        "measure-09.drl, PROVINCIAL, PROVINCAL",
        "measure-09.drl, 50, 0.5",
        "general.drl, 13, 14",
        "measure-02.scenarios.yaml, amount, amuont",
        "measure-02.scenarios.yaml, INTERNATIONAL, INTERNATIONEL",
        "measure-02.scenarios.yaml, 'scenarios:', 'scenarios: ['",
        "policy.scenarios.yaml, 00, 01",
        "policy.yaml, 'id: hebei', 'id: hubei'"
    })
    void theJudgementIsThatOfOneProcessor(String file, String old, String changed) {
        RuleSources sources = changed(file, old, changed);
        Judgement one = Judgement.of(sources);
        Judgement all = ScenarioSuite.run(sources, scenario -> true, LONG).judgement();
        assertThat(one.faults()).isNotEmpty();
        assertThat(all.faults()).isEqualTo(one.faults());
        assertThat(all.summary()).isEqualTo(one.summary());
        assertThat(Notices.of(sources, all)).isEqualTo(Notices.of(sources, one));
        assertThat(all.ruleset()).isEmpty();
    }

    @Test
    void soundRulesHaveAResultForEachScenarioInTheOrderOfTheFiles() {
        RuleSources sources = SourceFolder.sources(FirstPolicy.FOLDER);
        SuiteRun run = ScenarioSuite.run(sources, scenario -> true, LONG);
        assertThat(run.judgement().ruleset()).isPresent();
        assertThat(run.results()).hasSizeGreaterThan(400).allMatch(ScenarioResult::passes);
        assertThat(run.results())
                .extracting(result -> result.scenario().place())
                .isSorted();
        assertThat(Notices.of(sources, run.judgement()))
                .isEqualTo(Notices.of(sources, Judgement.of(sources)))
                .isEmpty();
    }

    @Test
    void onlyTheChosenScenariosAreRun() {
        RuleSources sources = SourceFolder.sources(FirstPolicy.FOLDER);
        SuiteRun run = ScenarioSuite.run(
                sources, scenario -> scenario.place().file().endsWith("measure-02.scenarios.yaml"), LONG);
        assertThat(run.results())
                .isNotEmpty()
                .allMatch(result -> result.scenario().place().file().equals(POLICY + "measure-02.scenarios.yaml"));
    }

    @Test
    void aRunThatTakesTooLongEndsWithTheFileThatTookMost() {
        RuleSources sources = SourceFolder.sources(FirstPolicy.FOLDER);
        assertThatThrownBy(() -> ScenarioSuite.run(sources, scenario -> true, Duration.ZERO))
                .isInstanceOfSatisfying(
                        TooLongException.class, late -> assertThat(late.file()).isNotEmpty());
    }
}
