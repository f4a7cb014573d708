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
import io.subsidyrules.page.Phrases;
import io.subsidyrules.policy.Outcome;
import io.subsidyrules.statement.Statement.ItemPart;
import io.subsidyrules.statement.Statement.Reasons;
import io.subsidyrules.statement.Statement.Row;
import java.math.BigDecimal;
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
    private final ReadingNotes notes;

    ItemDraft(RuleBook book, LocalDate asOf, FieldTitles titles, Phrases phrases, ReadingNotes notes) {
        this.book = book;
        this.asOf = asOf;
        this.titles = titles;
        this.phrases = phrases;
        this.changes = new ChangeDraft(phrases);
        this.notes = notes;
    }

    ItemPart of(ItemAnswer answer) {
        Rule rule = answer.item().rule(asOf);
        List<String> readings = ItemText.readings(book, rule, phrases.language());
        boolean referred = answer.status() == Status.REFERRED;
        Stream<Reasons> reasons = Stream.of(
                why(answer),
                changes(answer),
                reasons("whyReferred", referred ? whyReferred(answer, readings) : List.of()));
        return new ItemPart(
                phrases.say(answer.item().title()),
                phrases.say(ItemText.source(book, rule)),
                answer.status(),
                rows(answer),
                reasons.filter(one -> !one.lines().isEmpty()).toList(),
                referred ? "" : notes.cited(readings, phrases));
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
            answer.atStake()
                    .ifPresent(atStake ->
                            rows.add(new Row(phrases.say("atStake"), StatementWords.atStake(atStake, phrases))));
        }
        answer.explanation()
                .flatMap(Explanation::calculation)
                .ifPresent(calculation -> rows.add(new Row(phrases.say("calculation"), phrases.say(calculation))));
        return rows;
    }

    private Reasons why(ItemAnswer answer) {
        return switch (answer.status()) {
            case ELIGIBLE, REFERRED -> reasons("holds", holds(answer));
            case UNDETERMINED ->
                reasons(
                        "missing",
                        answer.missing().stream().map(titles::withOwner).toList());
            case NOT_ELIGIBLE ->
                reasons(
                        "failed",
                        conditions(answer)
                                .filter(condition -> condition.truth() == Truth.FALSE)
                                .map(this::failed)
                                .toList());
        };
    }

    private Reasons reasons(String kind, List<String> lines) {
        return new Reasons(kind, phrases.say(kind), lines);
    }

    /** The conditions that hold. That the field is known which the amount is computed from is left out: the calculation has its value. */
    private List<String> holds(ItemAnswer answer) {
        return conditions(answer)
                .filter(condition -> !namesAward(condition) && !asksWhetherKnown(condition))
                .map(condition -> phrases.say(condition.seen().text()))
                .toList();
    }

    private static boolean asksWhetherKnown(ConditionAnswer condition) {
        return condition.seen().actual().filter(BigDecimal.class::isInstance).isPresent()
                && condition.seen().pointer().endsWith("/" + condition.seen().condition());
    }

    /** An award to another applicant, or a project that looks alike, is first of all why a person decides. */
    private List<String> whyReferred(ItemAnswer answer, List<String> readings) {
        return Stream.concat(
                        conditions(answer)
                                .filter(ItemDraft::namesAward)
                                .map(condition -> phrases.say(condition.seen().text())),
                        readings.stream())
                .toList();
    }

    private static boolean namesAward(ConditionAnswer condition) {
        return condition.seen().decision().isPresent()
                || condition.seen().repeats().isPresent();
    }

    /** What would make it hold; without lines where that was not asked for. */
    private Reasons changes(ItemAnswer answer) {
        return reasons(
                "changes",
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
        return actual.map(value -> StatementWords.value(value, phrases)).orElseGet(() -> phrases.say("unknown"));
    }
}
