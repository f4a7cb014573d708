package io.subsidyrules.engine.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.FirstPolicy;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Firing;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.random.AskedRequest;
import io.subsidyrules.engine.random.AskedRequests;
import io.subsidyrules.engine.random.RandomRules;
import io.subsidyrules.engine.request.Request;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** The rule files are plain DRL, and mean to this engine what they mean to Drools alone. */
class StockDroolsTest {

    private static final RuleSources RULES = SourceFolder.sources(FirstPolicy.FOLDER);
    private static final RuleSources SPECIMEN = SourceFolder.sources(Path.of("src/test/resources/specimen"));

    private static final RuleSources LIMITS = SourceFolder.sources(Path.of("src/test/resources/limits"));

    private static final StockDrools PRINTED_RULES = StockDrools.printed(AskedRequests.RULES.book());
    private static final StockDrools PRINTED_SPECIMEN = StockDrools.printed(AskedRequests.SPECIMEN.book());
    private static final StockDrools RULE_FILES = StockDrools.ofFiles(AskedRequests.RULES.book(), RULES);
    private static final StockDrools SPECIMEN_FILES = StockDrools.ofFiles(AskedRequests.SPECIMEN.book(), SPECIMEN);

    @Property(tries = 300)
    void theRulesFireAsTheyDoPrintedForDroolsAlone(@ForAll("rules") AskedRequest question) {
        assertThat(fired(question)).isEqualTo(PRINTED_RULES.fired(question.request()));
    }

    @Property(tries = 300)
    void theSpecimenFiresAsItDoesPrintedForDroolsAlone(@ForAll("specimen") AskedRequest question) {
        assertThat(fired(question)).isEqualTo(PRINTED_SPECIMEN.fired(question.request()));
    }

    @Property(tries = 300)
    void onFactsWithoutNullsTheRulesFireAsTheirFilesDoInDroolsAlone(@ForAll("rules") AskedRequest random) {
        AskedRequest question = random.with(request -> request.telling((pointer, field) -> true));
        assertThat(fired(question)).isEqualTo(RULE_FILES.fired(question.request()));
    }

    @Property(tries = 300)
    void onFactsWithoutNullsTheSpecimenFiresAsItsFilesDoInDroolsAlone(@ForAll("specimen") AskedRequest random) {
        AskedRequest question = random.with(request -> request.telling((pointer, field) -> true));
        assertThat(fired(question)).isEqualTo(SPECIMEN_FILES.fired(question.request()));
    }

    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    void randomRulesFireAsTheyDoPrintedForDroolsAlone(@ForAll("questionsToRandomRules") List<AskedRequest> questions) {
        StockDrools printed = StockDrools.printed(questions.get(0).ruleset().book());
        questions.forEach(question -> assertThat(fired(question)).isEqualTo(printed.fired(question.request())));
    }

    @Example
    void everyRuleFileIsReadByDroolsOwnParserAtBothLanguageLevels() throws DroolsParserException {
        for (RuleSources sources : new RuleSources[] {RULES, SPECIMEN, LIMITS}) {
            for (var file : sources.files().entrySet()) {
                if (file.getKey().endsWith(".drl")) {
                    assertParses(file.getKey(), new String(file.getValue(), StandardCharsets.UTF_8));
                }
            }
        }
    }

    private static void assertParses(String path, String text) throws DroolsParserException {
        for (LanguageLevelOption level : Set.of(LanguageLevelOption.DRL6, LanguageLevelOption.DRL10)) {
            DrlParser parser = new DrlParser(level);
            parser.parse(false, text);
            assertThat(parser.getErrors()).as(path + " as " + level).isEmpty();
        }
    }

    @Provide
    Arbitrary<AskedRequest> rules() {
        return AskedRequests.to(AskedRequests.RULES);
    }

    @Provide
    Arbitrary<AskedRequest> specimen() {
        return AskedRequests.to(AskedRequests.SPECIMEN);
    }

    @Provide
    Arbitrary<List<AskedRequest>> questionsToRandomRules() {
        return new RandomRules(AskedRequests.SPECIMEN.book())
                .books()
                .map(Ruleset::of)
                .flatMap(ruleset -> AskedRequests.to(ruleset).list().ofSize(50))
                .withoutEdgeCases();
    }

    /** What this engine fires, in the words of {@link StockDrools#fired}. */
    private static Set<String> fired(AskedRequest question) {
        Request request = question.read();
        Firing.of(question.ruleset(), request);
        Set<String> fired = new TreeSet<>();
        for (Rule rule : question.ruleset().book().rules()) {
            if (request.applicant().hasFired(rule)) {
                fired.add("- " + rule.name());
            }
            for (int i = 0; i < request.claims().size(); i++) {
                if (request.claims().get(i).fact().hasFired(rule)) {
                    fired.add(i + " " + rule.name());
                }
            }
        }
        return fired;
    }
}
