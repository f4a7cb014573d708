package io.subsidyrules.engine.wording;

import io.subsidyrules.dialect.model.AwardChoice;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.text.Language;

/** The words for a condition on earlier awards: "no award for “Doubling of output” was recorded". */
final class EarlierAwardWording {

    private final Expression.EarlierAward earlier;
    private final Language language;

    private EarlierAwardWording(Expression.EarlierAward earlier, Language language) {
        this.earlier = earlier;
        this.language = language;
    }

    static String of(Expression.EarlierAward earlier, Language language) {
        return new EarlierAwardWording(earlier, language).sentence();
    }

    private String sentence() {
        String what = earlier.what().in(language);
        return earlier.not()
                ? pick("no award for %1$s%2$s is recorded%3$s", "%2$s%3$s未获得过%1$s的奖补")
                        .formatted(what, whose(), when())
                : pick("an award for %1$s%2$s is recorded%3$s", "%2$s%3$s已获得%1$s的奖补")
                        .formatted(what, whose(), when());
    }

    private String whose() {
        AwardChoice.Scope scope = earlier.choice().scope();
        if (scope instanceof AwardChoice.OfProject) {
            return pick(" for the same project", "同一项目");
        }
        return scope instanceof AwardChoice.OfGroup group
                ? pick(" of an applicant with the same %s", "%s相同的申请主体")
                        .formatted(group.field().field().title().in(language))
                : "";
    }

    private String when() {
        AwardChoice.Window window = earlier.choice().window();
        if (window instanceof AwardChoice.InYear year) {
            return switch (year.back()) {
                case 0 -> pick(" in the year of the evaluation", "在评估当年");
                case 1 -> pick(" in the year before that of the evaluation", "在评估年份的前一年");
                default ->
                    pick(" in the year %s years before that of the evaluation", "在评估年份的前%s年")
                            .formatted(year.back());
            };
        }
        return window instanceof AwardChoice.Within within
                ? pick(" within the last %s", "在此前%s内")
                        .formatted(Formats.span(within.amount(), within.unit(), language))
                : "";
    }

    private String pick(String en, String zh) {
        return language == Language.ZH ? zh : en;
    }
}
