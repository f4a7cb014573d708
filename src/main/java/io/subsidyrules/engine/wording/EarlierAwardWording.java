package io.subsidyrules.engine.wording;

import io.subsidyrules.dialect.model.AwardChoice;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.TextCatalogue;

/** The words for a condition on earlier awards: "no award for “Doubling of output” was recorded". */
final class EarlierAwardWording {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(EarlierAwardWording.class);

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
        return say(earlier.not() ? "noAward" : "someAward", earlier.what(), whose(), when());
    }

    private String whose() {
        AwardChoice.Scope scope = earlier.choice().scope();
        if (scope instanceof AwardChoice.OfProject) {
            return say("awardOfProject");
        }
        return scope instanceof AwardChoice.OfGroup group
                ? say("awardOfGroup", group.field().field().title())
                : "";
    }

    private String when() {
        AwardChoice.Window window = earlier.choice().window();
        if (window instanceof AwardChoice.InYear year) {
            return switch (year.back()) {
                case 0 -> say("awardThisYear");
                case 1 -> say("awardYearBefore");
                default -> say("awardYearsBefore", year.back());
            };
        }
        return window instanceof AwardChoice.Within within
                ? say("awardWithin", Formats.span(within.amount(), within.unit(), language))
                : "";
    }

    private String say(String key, Object... details) {
        return TEXTS.text(key, language, details);
    }
}
