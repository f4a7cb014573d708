package io.subsidyrules.statement;

import io.subsidyrules.dialect.Rule;
import io.subsidyrules.dialect.RuleBook;
import io.subsidyrules.engine.ConditionAnswer;
import io.subsidyrules.engine.Explanation;
import io.subsidyrules.engine.ItemAnswer;
import io.subsidyrules.engine.ItemText;
import io.subsidyrules.engine.Status;
import io.subsidyrules.engine.Truth;
import io.subsidyrules.engine.Words;
import io.subsidyrules.policy.Outcome;
import io.subsidyrules.statement.Statement.ItemPart;
import io.subsidyrules.statement.Statement.Reasons;
import io.subsidyrules.statement.Statement.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says how an item stands and why. */
final class ItemDraft {

    private final RuleBook book;
    private final LocalDate asOf;
    private final FieldTitles titles;
    private final Phrases phrases;
    private final ChangeDraft changes;

    ItemDraft(RuleBook book, LocalDate asOf, FieldTitles titles, Phrases phrases) {
        this.book = book;
        this.asOf = asOf;
        this.titles = titles;
        this.phrases = phrases;
        this.changes = new ChangeDraft(phrases);
    }

    ItemPart of(ItemAnswer answer) {
        Rule rule = answer.item().rule(asOf);
        List<String> readings = ItemText.readings(book, rule, phrases.language());
        boolean referred = answer.status() == Status.REFERRED;
        Stream<Reasons> reasons = Stream.of(
                why(answer),
                changes(answer),
                new Reasons(phrases.say("whyReferred"), referred ? whyReferred(answer, readings) : List.of()));
        return new ItemPart(
                phrases.say(answer.item().title()),
                phrases.say(ItemText.source(book, rule)),
                answer.status(),
                rows(answer),
                reasons.filter(one -> !one.lines().isEmpty()).toList(),
                referred || readings.isEmpty()
                        ? List.of()
                        : List.of(new Row(phrases.say("readings"), String.join(phrases.say("semicolon"), readings))));
    }

    private List<Row> rows(ItemAnswer answer) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(phrases.say("outcome"), phrases.say("status." + answer.status())));
        answer.amount()
                .ifPresent(amount -> rows.add(new Row(phrases.say("amount"), Words.yuan(amount, phrases.language()))));
        if (answer.item().outcome() == Outcome.SUPPORT) {
            if (answer.status() != Status.NOT_ELIGIBLE) {
                rows.add(new Row(phrases.say("gives"), phrases.say("support")));
            }
        } else {
            answer.atStake().ifPresent(atStake -> rows.add(new Row(phrases.say("atStake"), phrases.atStake(atStake))));
        }
        answer.explanation()
                .flatMap(Explanation::calculation)
                .ifPresent(calculation -> rows.add(new Row(phrases.say("calculation"), phrases.say(calculation))));
        return rows;
    }

    private Reasons why(ItemAnswer answer) {
        return switch (answer.status()) {
            case ELIGIBLE, REFERRED ->
                new Reasons(
                        phrases.say("holds"),
                        conditions(answer)
                                .filter(condition -> !namesAward(condition))
                                .map(condition -> phrases.say(condition.seen().text()))
                                .toList());
            case UNDETERMINED ->
                new Reasons(
                        phrases.say("missing"),
                        answer.missing().stream().map(titles::withOwner).toList());
            case NOT_ELIGIBLE ->
                new Reasons(
                        phrases.say("failed"),
                        conditions(answer)
                                .filter(condition -> condition.truth() == Truth.FALSE)
                                .map(this::failed)
                                .toList());
        };
    }

    /** An award to another applicant is no condition that holds, but first of all why a person decides. */
    private List<String> whyReferred(ItemAnswer answer, List<String> readings) {
        return Stream.concat(
                        conditions(answer)
                                .filter(ItemDraft::namesAward)
                                .map(condition -> phrases.say(condition.seen().text())),
                        readings.stream())
                .toList();
    }

    private static boolean namesAward(ConditionAnswer condition) {
        return condition.seen().decision().isPresent();
    }

    /** What would make it hold; without lines where that was not asked for. */
    private Reasons changes(ItemAnswer answer) {
        return new Reasons(
                phrases.say("changes"),
                answer.explanation()
                        .flatMap(Explanation::changes)
                        .map(changes ->
                                this.changes.lines(changes, answer.item().outcome()))
                        .orElse(List.of()));
    }

    private static Stream<ConditionAnswer> conditions(ItemAnswer answer) {
        return answer.explanation().stream().flatMap(explanation -> explanation.conditions().stream());
    }

    /** The condition with the values that it saw; of what it saw beside its first field, the titles too. */
    private String failed(ConditionAnswer condition) {
        List<String> seen = new ArrayList<>();
        String first = value(condition.seen().actual());
        seen.add(
                FieldTitles.isDate(condition.seen().pointer())
                        ? phrases.say("row", titles.of(condition.seen().pointer()), first)
                        : phrases.say("given", first));
        condition
                .others()
                .forEach(other -> seen.add(phrases.say("row", titles.of(other.pointer()), value(other.actual()))));
        return phrases.say("seen", phrases.say(condition.seen().text()), String.join(phrases.say("semicolon"), seen));
    }

    private String value(Optional<Object> actual) {
        return actual.map(value -> Words.value(value, phrases.language())).orElseGet(() -> phrases.say("unknown"));
    }
}
