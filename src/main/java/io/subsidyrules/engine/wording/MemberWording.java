package io.subsidyrules.engine.wording;

import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.value.Operator;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.TextCatalogue;
import java.util.Optional;
import java.util.function.Function;

/**
 * Says in one language what members of a list come to: "number of the workers for which the contract is at least 12",
 * "for at least one of the children, the age is less than 6".
 */
final class MemberWording {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(MemberWording.class);

    private final Language language;
    private final Function<Expression, String> words;

    /** @param words those of the conditions on a member */
    MemberWording(Language language, Function<Expression, String> words) {
        this.language = language;
        this.words = words;
    }

    /** The number in words, without its article. */
    String title(Operand.MemberAggregate aggregate) {
        String members = list(aggregate);
        String of =
                aggregate.of().map(field -> field.field().title().in(language)).orElse("");
        return aggregate.conditions().isEmpty()
                ? say(ofAll(aggregate.function()), members, of)
                : say(ofSome(aggregate.function()), members, words.apply(aggregate.where()), of);
    }

    private static String ofAll(Operand.MemberAggregate.Function function) {
        return switch (function) {
            case COUNT -> "allCounted";
            case SUM -> "allSummed";
            case MIN -> "allLeast";
            case MAX -> "allGreatest";
        };
    }

    private static String ofSome(Operand.MemberAggregate.Function function) {
        return switch (function) {
            case COUNT -> "membersCounted";
            case SUM -> "membersSummed";
            case MIN -> "membersLeast";
            case MAX -> "membersGreatest";
        };
    }

    /** The sentence that a member fulfils the conditions, or that none does; empty where something else is asked. */
    Optional<String> quantified(Operand left, Operator operator, Operand right) {
        if (!(left instanceof Operand.MemberAggregate aggregate)
                || aggregate.function() != Operand.MemberAggregate.Function.COUNT
                || aggregate.conditions().isEmpty()
                || !(right instanceof Operand.Literal literal)
                || !literal.value().equals(1)) {
            return Optional.empty();
        }
        return switch (operator) {
            case GREATER_OR_EQUAL -> Optional.of(say("someMember", list(aggregate), words.apply(aggregate.where())));
            case LESS -> Optional.of(none(aggregate));
            default -> Optional.empty();
        };
    }

    /** That no member fulfils the conditions; of one that denies something, that it is so of each. */
    private String none(Operand.MemberAggregate aggregate) {
        Expression where = aggregate.conditions().size() == 1
                ? aggregate.conditions().get(0).expression()
                : aggregate.where();
        return denies(where)
                ? say("everyMember", list(aggregate), words.apply(where.negated()))
                : say("noMember", list(aggregate), words.apply(where));
    }

    private static boolean denies(Expression expression) {
        if (expression instanceof Expression.Comparison comparison) {
            boolean isFalse = comparison.right() instanceof Operand.Literal literal
                    && literal.value().equals(false);
            // Where a table has no row, neither the comparison nor its negation holds.
            return !comparison.hasLookup() && comparison.operator() == (isFalse ? Operator.EQUAL : Operator.NOT_EQUAL);
        }
        return (expression instanceof Expression.Membership membership && membership.not())
                || (expression instanceof Expression.Listed listed && listed.not())
                || (expression instanceof Expression.TextTest test && test.not());
    }

    private String list(Operand.MemberAggregate aggregate) {
        return aggregate.list().field().title().in(language);
    }

    private String say(String key, Object... details) {
        return TEXTS.text(key, language, details);
    }
}
