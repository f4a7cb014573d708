package io.subsidyrules;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.AnswerWriter;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.notice.Notices;
import io.subsidyrules.regression.Coverage;
import io.subsidyrules.regression.Judgement;
import io.subsidyrules.regression.Scenario;
import io.subsidyrules.regression.ScenarioFile;
import io.subsidyrules.regression.mutant.MutantTrials;
import io.subsidyrules.regression.mutant.Mutants;
import io.subsidyrules.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A whole policy is added to the rules by files alone, and everything that holds for the others holds for it. */
class NewPolicyTest {

    private static final Pattern BLOCK = Pattern.compile("```(drl|yaml)\n(?://|#) (\\S+)\n(.*?)```", Pattern.DOTALL);
    private static final RuleSources RULES = SourceFolder.sources(FirstPolicy.FOLDER);
    private static final RuleSources MOTORS = with(RULES, motors());
    private static final Judgement JUDGEMENT = Judgement.of(MOTORS);

    @Test
    void itIsSoundAndNothingOfItLooksWrong() {
        assertThat(JUDGEMENT.faults()).isEmpty();
        assertThat(Notices.of(MOTORS, JUDGEMENT)).isEmpty();
    }

    @Test
    void itsScenariosLeaveNothingUntriedAndNoticeEveryWrongChangeOfItsRules() {
        Ruleset ruleset = JUDGEMENT.ruleset().orElseThrow();
        List<Scenario> scenarios = ScenarioFile.readAll(MOTORS);
        assertThat(Coverage.gaps(ruleset, scenarios)).isEmpty();
        MutantTrials trials = new MutantTrials(
                ruleset.book(),
                ScenarioFile.readAll(
                        new RuleSources(new TreeMap<>(MOTORS.files().subMap("motors-2025", "motors-2026")))));
        assertThat(Mutants.of(ruleset.book()))
                .filteredOn(mutant -> mutant.change().en().startsWith("Rule “motor-"))
                .hasSizeGreaterThan(20)
                .allMatch(trials::isNoticed);
    }

    @Test
    void theAnswersOfTheOtherPoliciesStayAsTheyWere() {
        try (Ruleset before = Ruleset.of(RULES)) {
            Ruleset after = JUDGEMENT.ruleset().orElseThrow();
            byte[] request = """
                    { "applicant": { "id": "91130100MA0ABCDE10", "kind": "ENTERPRISE", "divisionCode": "130100" },
                      "claims": [ { "type": "HostedStandard", "id": "c1", "role": "HOST" } ],
                      "policies": [ "hebei-quality-2022" ] }""".getBytes(StandardCharsets.UTF_8);
            assertThat(answer(after, request)).isEqualTo(answer(before, request));
        }
    }

    @Test
    void theExampleOfTheGuideCanBeAddedToTheRulesWithTheFieldThatItAsksFor() throws IOException {
        Map<String, String> files = new HashMap<>();
        BLOCK.matcher(Files.readString(Path.of("docs/policy-folder.md")))
                .results()
                .forEach(block -> files.merge(block.group(2), block.group(3), String::concat));
        String applicant = "vocabulary/applicant.drl";
        String vocabulary = text(RULES, applicant);
        files.put(
                applicant,
                vocabulary.contains("employees :") ? vocabulary : vocabulary.replaceFirst("(?m)^ {4}id : String", """
                                    employees : Integer @range( "0..1000000" ) @changeable
                                        @en( "number of employees" ) @zh( "职工人数" )
                                    id : String"""));
        RuleSources added = with(RULES, files);
        assertThat(Judgement.of(added).faults()).isEmpty();
        try (Ruleset ruleset = Ruleset.of(added)) {
            byte[] request = """
                    { "asOf": "2024-06-01",
                      "applicant": { "id": "91130100MA0ABCDE10", "divisionCode": "130100", "size": "SMALL", "employees": 299 },
                      "claims": [ { "type": "BoilerReplacement", "id": "c1", "oldFuel": "COAL", "newFuel": "GAS",
                                    "inspected": true, "replacedOn": "2024-01-01", "cost": 100000.00 } ] }""".getBytes(StandardCharsets.UTF_8);
            assertThat(answer(ruleset, request)).contains("\"total\":30000.00");
        }
    }

    private static String answer(Ruleset ruleset, byte[] request) {
        Answer answer = ruleset.evaluate(ruleset.reader().read(request, LocalDate.of(2025, 6, 1)), Explain.FULL);
        return new String(AnswerWriter.bytes(answer, Language.ZH), StandardCharsets.UTF_8)
                .replace(ruleset.version(), "");
    }

    private static Map<String, String> motors() {
        Map<String, String> files = new HashMap<>();
        RuleSources folder = SourceFolder.sources(Path.of("src/test/resources"));
        for (String file : List.of("policy.yaml", "claims.drl", "measure-01.drl", "measure-01.scenarios.yaml")) {
            files.put("motors-2025/" + file, text(folder, "motors-2025/" + file));
        }
        return files;
    }

    private static String text(RuleSources sources, String file) {
        return new String(requireNonNull(sources.files().get(file), file), StandardCharsets.UTF_8);
    }

    private static RuleSources with(RuleSources sources, Map<String, String> more) {
        SortedMap<String, byte[]> files = new TreeMap<>(sources.files());
        more.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return new RuleSources(files);
    }
}
