package io.subsidyrules.statement;

import io.subsidyrules.dialect.Field;
import io.subsidyrules.engine.MissingField;
import io.subsidyrules.engine.Words;
import io.subsidyrules.page.Phrases;
import io.subsidyrules.statement.Statement.Question;
import io.subsidyrules.statement.Statement.Row;
import java.util.List;
import java.util.stream.Stream;

/** Asks for what is missing, and says what hangs on it. */
final class QuestionDraft {

    private final FieldTitles titles;
    private final Phrases phrases;

    QuestionDraft(FieldTitles titles, Phrases phrases) {
        this.titles = titles;
        this.phrases = phrases;
    }

    Question of(MissingField missing) {
        return new Question(
                phrases.say("question", Phrases.heading(titles.withOwner(missing.pointer()))),
                List.of(
                        new Row(phrases.say("answers"), answers(missing.field())),
                        new Row(phrases.say("hangs"), StatementWords.atStake(missing.atStake(), phrases)),
                        new Row(
                                phrases.say("waiting"),
                                String.join(
                                        phrases.say("semicolon"),
                                        missing.items().stream()
                                                .map(item -> phrases.say(item.title()))
                                                .toList()))));
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
