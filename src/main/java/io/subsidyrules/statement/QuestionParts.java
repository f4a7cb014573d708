package io.subsidyrules.statement;

import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.engine.answer.Question;
import io.subsidyrules.engine.answer.RuledItem;
import io.subsidyrules.engine.wording.Formats;
import io.subsidyrules.page.Phrases;
import io.subsidyrules.policy.Yuan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks for what is missing, and says what hangs on it. */
final class QuestionParts {

    /** The items that a question names. */
    private static final int NAMED = 3;

    private static final String EXAMPLE = "12";

    private final FieldTitles titles;
    private final Phrases phrases;

    QuestionParts(FieldTitles titles, Phrases phrases) {
        this.titles = titles;
        this.phrases = phrases;
    }

    /** The questions in their order. The same one on several claims, where as much hangs on it, is asked once. */
    List<Statement.Question> of(List<Question> missing) {
        Map<Statement.Question, List<Question>> alike = new LinkedHashMap<>();
        missing.forEach(field -> alike.computeIfAbsent(
                        question(field, titles.ofKind(field.pointer())), one -> new ArrayList<>())
                .add(field));
        return alike.values().stream().map(this::asked).toList();
    }

    private Statement.Question asked(List<Question> alike) {
        Question first = alike.get(0);
        if (alike.size() == 1) {
            return question(first, titles.withOwner(first.pointer()));
        }
        Statement.Question all = question(
                first, titles.withOwners(alike.stream().map(Question::pointer).toList()));
        return first.atStake().equals(Yuan.ZERO)
                ? all
                : new Statement.Question(all.title(), all.answers(), phrases.say("each", all.hangs()));
    }

    private Statement.Question question(Question missing, String title) {
        return new Statement.Question(
                phrases.say("question", Phrases.heading(title)),
                answers(missing),
                missing.atStake().equals(Yuan.ZERO) ? items(missing.items()) : stakes(missing.stakes()));
    }

    /** The sums that hang on it, those of each currency apart. */
    private String stakes(List<Question.Stake> stakes) {
        return stakes.stream()
                .map(stake -> Formats.money(stake.amount(), stake.currency(), phrases.language()))
                .collect(Collectors.joining(phrases.say("semicolon")));
    }

    private String items(List<RuledItem> items) {
        String named = items.stream()
                .limit(NAMED)
                .map(item -> phrases.say(item.title()))
                .collect(Collectors.joining(phrases.say("semicolon")));
        return items.size() > NAMED ? phrases.say("andMore", named, items.size() - NAMED) : named;
    }

    /** The values that can be chosen from, or what kind of value is asked for. */
    private String answers(Question missing) {
        Field field = missing.field();
        return switch (field.type()) {
            case BOOLEAN -> titles(Stream.of(true, false));
            case CONSTANT -> titles(field.constants().orElseThrow().constants().stream());
            case DECIMAL -> number(missing);
            default -> phrases.say("answer." + field.type());
        };
    }

    private String number(Question missing) {
        return missing.field()
                .unit()
                .map(unit -> phrases.say("answer.NUMBER", unit.with(EXAMPLE, phrases.language())))
                .orElseGet(() -> phrases.say(
                        "answer.DECIMAL",
                        phrases.say(titles.currency(missing.pointer()).unit())));
    }

    private String titles(Stream<?> values) {
        return phrases.list(
                values.map(value -> Formats.value(value, phrases.language())).toList());
    }
}
