package io.subsidyrules.engine.answer;

import io.subsidyrules.engine.wording.Formats;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.TextCatalogue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says in plain words what a fact would have to be: "level of the standard: international". */
public final class ChangeWording {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(ChangeWording.class);

    private final Language language;

    private ChangeWording(Language language) {
        this.language = language;
    }

    /** The title of the field, and the values of which any will do. */
    public static String of(Change.NewFact fact, Language language) {
        ChangeWording words = new ChangeWording(language);
        return words.say("fact", title(fact, language), words.wanted(fact), words.meaning(fact));
    }

    private String meaning(Change.NewFact fact) {
        return fact.meaning().isEmpty()
                ? ""
                : say(
                        "meaning",
                        fact.meaning().stream()
                                .map(meaning -> meaning.in(language))
                                .collect(Collectors.joining(say("comma"))));
    }

    /** The title of the field, or of the date of the evaluation. */
    public static String title(Change.NewFact fact, Language language) {
        return fact.field().map(field -> field.title().in(language)).orElse(TEXTS.text("dateOfEvaluation", language));
    }

    private String wanted(Change.NewFact fact) {
        AcceptedValues wanted = fact.wanted();
        if (!wanted.values().isEmpty()) {
            return listed(wanted.values().stream()
                    .map(value -> value instanceof String text ? quoted(text) : value(fact, value))
                    .toList());
        }
        if (wanted.from().isPresent() || wanted.to().isPresent()) {
            return range(fact);
        }
        return text(wanted);
    }

    private String range(Change.NewFact fact) {
        AcceptedValues wanted = fact.wanted();
        if (wanted.from().isPresent() && wanted.to().isPresent()) {
            String from = value(fact, wanted.from().get());
            String to = value(fact, wanted.to().get());
            return say("fromTo", from, to);
        }
        boolean least = wanted.from().isPresent();
        Object limit = wanted.from().or(wanted::to).orElseThrow();
        String said = value(fact, limit);
        if (limit instanceof LocalDate) {
            return say(least ? "orLater" : "orEarlier", said);
        }
        return say(least ? "orMore" : "orLess", said);
    }

    private String value(Change.NewFact fact, Object value) {
        return fact.field()
                .map(field -> Formats.value(field, value, language))
                .orElseGet(() -> Formats.value(value, language));
    }

    private String text(AcceptedValues wanted) {
        List<String> parts = new ArrayList<>();
        wanted.beginning().ifPresent(beginning -> parts.add(say("beginningWith", quoted(beginning))));
        wanted.ending().ifPresent(ending -> parts.add(say("endingWith", quoted(ending))));
        wanted.pattern().ifPresent(pattern -> parts.add(say("ofForm", quoted(pattern))));
        if (!wanted.not().isEmpty()) {
            String others =
                    listed(wanted.not().stream().map(ChangeWording::quoted).toList());
            parts.add(say("otherThan", others));
        }
        return parts.isEmpty() ? say("anyValue") : String.join(say("comma"), parts);
    }

    private String listed(List<String> values) {
        return Formats.listed(values, say("or"), language);
    }

    private static String quoted(String text) {
        return "“" + text + "”";
    }

    private String say(String key, Object... details) {
        return TEXTS.text(key, language, details);
    }
}
