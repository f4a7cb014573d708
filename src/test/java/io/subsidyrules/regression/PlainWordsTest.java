package io.subsidyrules.regression;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.LiveRules;
import io.subsidyrules.dialect.Dialect;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.wording.RuleSummary;
import io.subsidyrules.engine.wording.Wording;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule that is in force, and each of its conditions, reads as plain words. */
class PlainWordsTest {

    private static final RuleBook RULES = Dialect.read(SourceFolder.sources(LiveRules.FOLDER));

    /** No letters, so no name of the rules, and no character that a rule or a pattern has and a sentence has not. */
    private static final String CHINESE = "[\\p{IsHan}0-9，、。（）“”.%,]*";

    private static final String ENGLISH = "[A-Za-z0-9 ,.()“”'-]*";
    private static final String NAME_IN_CAPITALS = ".*\\b[A-Z][A-Z_]+\\b.*";
    private static final String NAME_IN_CAMEL_CASE = ".*[a-z][A-Z].*";
    private static final String DATE_IN_DIGITS = ".*[0-9]{4}-[0-9].*";

    @ParameterizedTest
    @MethodSource("conditionsOfTheRules")
    void theSentenceOfEveryConditionHoldsNothingOfTheRule(Condition condition) {
        Text sentence = withoutTitles(Wording.of(condition), condition);
        assertThat(sentence.en())
                .matches(ENGLISH)
                .doesNotMatch(NAME_IN_CAPITALS)
                .doesNotMatch(NAME_IN_CAMEL_CASE)
                .doesNotMatch(DATE_IN_DIGITS)
                .doesNotContain("  ");
        assertThat(sentence.zh()).matches(CHINESE);
    }

    /** Titles and quoted texts are the policy's own words: IE4, ISO and CCC are in many. */
    private static Text withoutTitles(Text sentence, Condition condition) {
        List<Text> titles = Stream.concat(
                        condition.title().stream(),
                        condition.reads().stream()
                                .map(Operand.FieldValue::field)
                                .flatMap(field -> Stream.concat(
                                        Stream.of(field.title()),
                                        field.constants().stream()
                                                .flatMap(type -> type.constants().stream())
                                                .map(Constant::title))))
                .toList();
        return new Text(without(sentence, titles, Language.EN), without(sentence, titles, Language.ZH));
    }

    private static String without(Text sentence, List<Text> titles, Language language) {
        return titles.stream()
                .map(title -> title.in(language))
                .sorted(Comparator.comparing(String::length).reversed())
                .reduce(sentence.in(language).replaceAll("“[^”]*”", "0"), (rest, title) -> rest.replace(title, "0"));
    }

    static Stream<Condition> conditionsOfTheRules() {
        return RULES.rules().stream()
                .flatMap(rule -> rule.conditions().stream())
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleHasAShortTextOfPlainWords(Rule rule) {
        Text text = RuleSummary.of(RULES, rule);
        assertThat(text.en()).matches("[A-Z0-9“].{50,2000}\\.").doesNotContain("..", "  ", ",.", "_", "==", "$");
        assertThat(text.zh())
                .matches(".{20,1000}。")
                .containsPattern("\\p{IsHan}")
                .doesNotContain("。。", "；。", "_", "==", "$");
    }

    static Stream<Rule> rules() {
        return RULES.rules().stream();
    }
}
