package io.subsidyrules.engine.answer;

import io.subsidyrules.engine.wording.Formats;
import io.subsidyrules.text.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says in plain words what a fact would have to be: "level of the standard: international". */
public final class ChangeWording {

    private final Language language;

    private ChangeWording(Language language) {
        this.language = language;
    }

    /** The title of the field, and the values of which any will do. */
    public static String of(Change.NewFact fact, Language language) {
        ChangeWording words = new ChangeWording(language);
        return title(fact, language) + words.pick(": ", "：") + words.wanted(fact.wanted()) + words.meaning(fact);
    }

    private String meaning(Change.NewFact fact) {
        return fact.meaning().isEmpty()
                ? ""
                : pick(" (%s)", "（%s）")
                        .formatted(fact.meaning().stream()
                                .map(meaning -> meaning.in(language))
                                .collect(Collectors.joining(pick(", ", "，"))));
    }

    /** The title of the field, or of the date of the evaluation. */
    public static String title(Change.NewFact fact, Language language) {
        return fact.field()
                .map(field -> field.title().in(language))
                .orElse(language == Language.ZH ? "评估日期" : "date of the evaluation");
    }

    private String wanted(AcceptedValues wanted) {
        if (!wanted.values().isEmpty()) {
            return listed(wanted.values().stream()
                    .map(value -> value instanceof String text ? quoted(text) : Formats.value(value, language))
                    .toList());
        }
        if (wanted.from().isPresent() || wanted.to().isPresent()) {
            return range(wanted);
        }
        return text(wanted);
    }

    private String range(AcceptedValues wanted) {
        if (wanted.from().isPresent() && wanted.to().isPresent()) {
            String from = Formats.value(wanted.from().get(), language);
            String to = Formats.value(wanted.to().get(), language);
            return pick("from %s to %s", "%s至%s").formatted(from, to);
        }
        boolean least = wanted.from().isPresent();
        Object limit = wanted.from().or(wanted::to).orElseThrow();
        String said = Formats.value(limit, language);
        if (limit instanceof LocalDate) {
            return (least ? pick("%s or later", "%s或以后") : pick("%s or earlier", "%s或以前")).formatted(said);
        }
        return (least ? pick("%s or more", "%s或以上") : pick("%s or less", "%s或以下")).formatted(said);
    }

    private String text(AcceptedValues wanted) {
        List<String> parts = new ArrayList<>();
        wanted.beginning()
                .ifPresent(beginning ->
                        parts.add(pick("beginning with %s", "以%s开头").formatted(quoted(beginning))));
        wanted.ending()
                .ifPresent(ending -> parts.add(pick("ending with %s", "以%s结尾").formatted(quoted(ending))));
        wanted.pattern()
                .ifPresent(pattern -> parts.add(pick("of the form %s", "符合格式%s").formatted(quoted(pattern))));
        if (!wanted.not().isEmpty()) {
            String others =
                    listed(wanted.not().stream().map(ChangeWording::quoted).toList());
            parts.add(pick("other than %s", "不为%s").formatted(others));
        }
        return parts.isEmpty() ? pick("any value", "任意值") : String.join(pick(", ", "，"), parts);
    }

    private String listed(List<String> values) {
        return Formats.listed(values, pick(" or ", "或"), language);
    }

    private static String quoted(String text) {
        return "“" + text + "”";
    }

    private String pick(String en, String zh) {
        return language == Language.ZH ? zh : en;
    }
}
