package io.subsidyrules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.value.Operator;
import io.subsidyrules.engine.random.AskedRequests;
import io.subsidyrules.engine.random.RandomExpressions;
import io.subsidyrules.engine.wording.Wording;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every condition has a sentence, and no two opposites and no two operators read alike. */
class SentencesTest {

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
}
