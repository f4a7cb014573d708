package io.subsidyrules.engine.wording;

import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.value.Period;
import io.subsidyrules.engine.project.EarlierAward;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says a condition in plain words, built from the vocabulary's titles and the operators. */
public final class Wording {

    private final Language language;
    private final ComparisonWording comparing;

    private Wording(Language language) {
        this.language = language;
        this.comparing = new ComparisonWording(language, this::words);
    }

    /** The words for operands and comparisons in a language. */
    static ComparisonWording comparing(Language language) {
        return new Wording(language).comparing;
    }

    /** The condition as a clause without a full stop: the sentence that the rule gives it, or one made from it. */
    public static Text of(Condition condition) {
        return condition.title().orElseGet(() -> of(condition.expression()));
    }

    /**
     * The words for what must hold, as a clause without a full stop.
     *
     * @throws IllegalArgumentException if a pattern is part of it
     */
    public static Text of(Expression expression) {
        return inBoth(language -> new Wording(language).words(expression));
    }

    public static Text of(Period period) {
        return new Text(
                "in force from " + Formats.date(period.from(), Language.EN) + until(period, Language.EN),
                "自" + Formats.date(period.from(), Language.ZH) + "起施行" + until(period, Language.ZH));
    }

    /** When a rule is in force: by the day of the evaluation, or by the date that decides. */
    public static Text period(Rule rule) {
        return rule.decides()
                .map(day -> inBoth(language -> new Wording(language).within(day.field(), rule.period())))
                .orElseGet(() -> of(rule.period()));
    }

    private String within(Field day, Period period) {
        String title = day.title().in(language);
        String from = Formats.date(period.from(), language);
        return period.until()
                .map(until -> pick("the %s is within the period from %s to %s", "%s在%s至%s期间")
                        .formatted(title, from, Formats.date(until.minusDays(1), language)))
                .orElseGet(() -> pick("the %s is %s or later", "%s在%s及以后").formatted(title, from));
    }

    public static Text known(Field field) {
        return new Text(
                "the %s is known".formatted(field.title().en()),
                "%s已知".formatted(field.title().zh()));
    }

    /** The words for that what members come to is known. */
    public static Text known(Operand.MemberAggregate aggregate) {
        Text title = inBoth(language -> new Wording(language).comparing.named(aggregate));
        return new Text("%s is known".formatted(title.en()), "%s已知".formatted(title.zh()));
    }

    public static Text repeatOf(String id) {
        return new Text("the same project is claimed for already, by the claim " + id, "同一项目已由申报事项 " + id + " 申报");
    }

    public static Text looksLike(String id) {
        return new Text(
                "it may be the same project as that of the claim " + id + ", written another way",
                "可能与申报事项 " + id + " 为同一项目，只是写法不同");
    }

    public static Text paid(EarlierAward award) {
        if (award.lookAlike()) {
            return new Text(
                    "it may be the same project, written another way, as one awarded to %s already, by the decision %s"
                            .formatted(
                                    award.sameApplicant() ? "this applicant" : "another applicant", award.decision()),
                    "可能与决定 %s 已奖补给%s的项目为同一项目，只是写法不同"
                            .formatted(award.decision(), award.sameApplicant() ? "本申请主体" : "其他申请主体"));
        }
        return award.sameApplicant()
                ? new Text(
                        "the project was awarded to this applicant already, by the decision " + award.decision(),
                        "该项目已由决定 " + award.decision() + " 奖补给本申请主体")
                : new Text(
                        "the project was awarded to another applicant already, by the decision " + award.decision(),
                        "该项目已由决定 " + award.decision() + " 奖补给其他申请主体");
    }

    public static Text projectKnown() {
        return new Text("it is known which project it is, so that it is paid only once", "已明确是哪一项目，以免重复奖补");
    }

    static Text inBoth(Function<Language, String> words) {
        return new Text(words.apply(Language.EN), words.apply(Language.ZH));
    }

    private static String until(Period period, Language language) {
        return period.until()
                .map((LocalDate until) -> language == Language.ZH
                        ? "，" + Formats.date(until, language) + "起失效"
                        : " to " + Formats.date(until.minusDays(1), language))
                .orElse("");
    }

    /** The words of an expression by itself, where "and" or "or" needs no brackets. */
    private String words(Expression expression) {
        return expression.match(new Sentence(false));
    }

    /** The words of each kind of expression. */
    private final class Sentence implements Expression.Cases<String> {

        private final boolean within;

        /** @param within whether it is beside others, so that it needs brackets where "and" or "or" is part of it */
        private Sentence(boolean within) {
            this.within = within;
        }

        @Override
        public String comparison(Expression.Comparison comparison) {
            return comparing.comparison(comparison);
        }

        @Override
        public String membership(Expression.Membership membership) {
            return comparing.membership(membership);
        }

        @Override
        public String listed(Expression.Listed listed) {
            return comparing.listed(listed);
        }

        @Override
        public String text(Expression.TextTest test) {
            return comparing.text(test);
        }

        @Override
        public String junction(Expression.Junction junction) {
            boolean all = junction.all();
            String joined =
                    parts(junction, all).collect(Collectors.joining(all ? pick(", and ", "，且") : pick(", or ", "，或")));
            return within ? pick("(%s)", "（%s）").formatted(joined) : joined;
        }

        @Override
        public String earlier(Expression.EarlierAward earlier) {
            return EarlierAwardWording.of(earlier, language);
        }

        /** The words of the parts; of a part that is joined alike, those of its own parts, without brackets. */
        private Stream<String> parts(Expression expression, boolean all) {
            return expression instanceof Expression.Junction junction && junction.all() == all
                    ? junction.parts().stream().flatMap(part -> parts(part, all))
                    : Stream.of(expression.match(new Sentence(true)));
        }
    }

    private String pick(String en, String zh) {
        return language == Language.ZH ? zh : en;
    }
}
