package io.subsidyrules.statement;

import io.subsidyrules.dialect.Field;
import io.subsidyrules.engine.DecidedItem;
import io.subsidyrules.engine.MissingField;
import io.subsidyrules.engine.Words;
import io.subsidyrules.page.Phrases;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.statement.Statement.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks for what is missing, and says what hangs on it. */
final class QuestionDraft {

    /** The items that a question names. */
    private static final int NAMED = 3;

    private final FieldTitles titles;
    private final Phrases phrases;

    QuestionDraft(FieldTitles titles, Phrases phrases) {
        this.titles = titles;
        this.phrases = phrases;
    }

    /** The questions in their order. The same one on several claims, where as much hangs on it, is asked once. */
    List<Question> of(List<MissingField> missing) {
        Map<Question, List<MissingField>> alike = new LinkedHashMap<>();
        missing.forEach(field -> alike.computeIfAbsent(
                        question(field, titles.ofKind(field.pointer())), one -> new ArrayList<>())
                .add(field));
        return alike.values().stream().map(this::asked).toList();
    }

    private Question asked(List<MissingField> alike) {
        MissingField first = alike.get(0);
        if (alike.size() == 1) {
            return question(first, titles.withOwner(first.pointer()));
        }
        Question all = question(
                first,
                titles.withOwners(alike.stream().map(MissingField::pointer).toList()));
        return first.atStake().equals(Yuan.ZERO)
                ? all
                : new Question(all.title(), all.answers(), phrases.say("each", all.hangs()));
    }

    private Question question(MissingField missing, String title) {
        return new Question(
                phrases.say("question", Phrases.heading(title)),
                answers(missing.field()),
                missing.atStake().equals(Yuan.ZERO)
                        ? items(missing.items())
                        : Words.yuan(missing.atStake(), phrases.language()));
    }

    private String items(List<DecidedItem> items) {
        String named = items.stream()
                .limit(NAMED)
                .map(item -> phrases.say(item.title()))
                .collect(Collectors.joining(phrases.say("semicolon")));
        return items.size() > NAMED ? phrases.say("andMore", named, items.size() - NAMED) : named;
    }

    /** The values that can be chosen from, or what kind of value is asked for. */
    private String answers(Field field) {
        return switch (field.type()) {
            case BOOLEAN -> titles(Stream.of(true, false));
            case CONSTANT -> titles(field.constants().orElseThrow().constants().stream());
            default -> phrases.say("answer." + field.type());
        };
    }

    private String titles(Stream<?> values) {
        return phrases.list(
                values.map(value -> Words.value(value, phrases.language())).toList());
    }
}
