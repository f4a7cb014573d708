package io.subsidyrules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Operator;
import io.subsidyrules.engine.wording.Wording;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sentences are plain words: of the rules that there are, and of random conditions, of which no two opposites read alike. */
class SentencesTest {

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

    @Property
    void everyConditionButAPatternHasASentenceAndItsOppositeAnother(@ForAll("expressions") Expression expression) {
        Text sentence = Wording.of(expression);
        Text opposite = Wording.of(expression.negated());
        for (Language language : Language.values()) {
            assertThat(sentence.in(language)).isNotBlank().isNotEqualTo(opposite.in(language));
        }
    }

    @Property
    void everyOperatorReadsDifferently(@ForAll("comparisons") Expression.Comparison comparison) {
        List<Operator> operators = Stream.of(Operator.values())
                .filter(operator ->
                        operator.isEquality() || !comparison.operator().isEquality())
                .toList();
        List<Text> sentences = operators.stream()
                .map(operator -> new Expression.Comparison(comparison.left(), operator, comparison.right()))
                .map(Wording::of)
                .toList();
        for (Language language : Language.values()) {
            assertThat(sentences).extracting(text -> text.in(language)).doesNotHaveDuplicates();
        }
    }

    @Provide
    Arbitrary<Expression> expressions() {
        List<Operand.FieldValue> fields = AskedRequests.SPECIMEN.book().vocabulary().claims().stream()
                .flatMap(claim ->
                        Stream.of(AskedRequests.SPECIMEN.book().vocabulary().applicant(), claim))
                .flatMap(type -> type.fields().stream().map(field -> new Operand.FieldValue(type, field)))
                .distinct()
                .toList();
        return new RandomExpressions(fields).expressions().filter(expression -> !expression.hasPattern());
    }

    @Provide
    Arbitrary<Expression.Comparison> comparisons() {
        return expressions()
                .filter(expression -> expression instanceof Expression.Comparison)
                .map(Expression.Comparison.class::cast);
    }

    static Stream<Condition> conditionsOfTheRules() {
        return AskedRequests.ALL.book().rules().stream()
                .flatMap(rule -> rule.conditions().stream())
                .distinct();
    }
}
