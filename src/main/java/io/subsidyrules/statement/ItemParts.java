package io.subsidyrules.statement;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.engine.answer.ConditionAnswer;
import io.subsidyrules.engine.answer.Explanation;
import io.subsidyrules.engine.answer.ItemAnswer;
import io.subsidyrules.engine.answer.Observation;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.engine.wording.Formats;
import io.subsidyrules.engine.wording.RuleSummary;
import io.subsidyrules.page.Phrases;
import io.subsidyrules.policy.Outcome;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.statement.Statement.ItemGroup;
import io.subsidyrules.statement.Statement.ItemPart;
import io.subsidyrules.statement.Statement.Reasons;
import io.subsidyrules.statement.Statement.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Says the status of items, and why they have it. */
final class ItemParts {

    private final RuleBook book;
    private final FieldTitles titles;
    private final Phrases phrases;
    private final ChangeParts changes;
    private final ReadingNotes notes;
    private final boolean alone;

    /** @param alone whether all items are of one policy, which the letter names on top */
    ItemParts(RuleBook book, boolean alone, FieldTitles titles, Phrases phrases, ReadingNotes notes) {
        this.book = book;
        this.alone = alone;
        this.titles = titles;
        this.phrases = phrases;
        this.changes = new ChangeParts(phrases);
        this.notes = notes;
    }

    /**
     * The items in their order, those together that have the same reasons.
     *
     * @param owner whose items they are, as the beginning of pointers: {@code /applicant/}, {@code /claims/0/}
     */
    List<ItemGroup> of(List<ItemAnswer> answers, String owner) {
        List<ItemGroup> groups = new ArrayList<>();
        for (ItemAnswer answer : answers) {
            List<String> readings = RuleSummary.readings(book, answer.rule(), phrases.language());
            List<Reasons> reasons = reasons(answer, owner, readings);
            ItemPart item = item(answer, isReferredByReadings(answer) ? List.of() : readings);
            int last = groups.size() - 1;
            if (last >= 0
                    && groups.get(last).status() == answer.status()
                    && groups.get(last).reasons().equals(reasons)) {
                List<ItemPart> together = new ArrayList<>(groups.get(last).items());
                together.add(item);
                groups.set(last, new ItemGroup(answer.status(), together, reasons));
            } else {
                groups.add(new ItemGroup(answer.status(), List.of(item), reasons));
            }
        }
        return groups.stream().map(this::told).toList();
    }

    /** Says of reasons that several items have that they are those of all of them. */
    private ItemGroup told(ItemGroup group) {
        int count = group.items().size();
        return count == 1
                ? group
                : new ItemGroup(
                        group.status(),
                        group.items(),
                        group.reasons().stream()
                                .map(one -> new Reasons(
                                        one.kind(), phrases.say("sameForAll", one.title(), count), one.lines()))
                                .toList());
    }

    private List<Reasons> reasons(ItemAnswer answer, String owner, List<String> readings) {
        return Stream.of(
                        why(answer, owner),
                        changes(answer),
                        reasons("whyReferred", isReferredByReadings(answer) ? readings : earlier(answer)))
                .filter(one -> !one.lines().isEmpty())
                .toList();
    }

    private ItemPart item(ItemAnswer answer, List<String> cited) {
        Rule rule = answer.rule();
        String source = alone ? phrases.say("clause", rule.clause()) : phrases.say(RuleSummary.source(book, rule));
        String numbers = notes.cited(cited, phrases);
        return new ItemPart(
                phrases.say(answer.item().title()),
                numbers.isEmpty() ? source : phrases.say("withReadings", source, numbers),
                rows(answer));
    }

    private List<Row> rows(ItemAnswer answer) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(phrases.say("outcome"), phrases.say("status." + answer.status())));
        answer.amount().ifPresent(amount -> rows.add(new Row(phrases.say("amount"), money(amount, answer))));
        answer.atStake()
                .filter(atStake -> !atStake.equals(Yuan.ZERO) || isCut(answer))
                .ifPresent(atStake -> rows.add(new Row(phrases.say("atStake"), money(atStake, answer))));
        if (answer.item().outcome() == Outcome.SUPPORT && answer.status() != Status.NOT_ELIGIBLE) {
            rows.add(new Row(phrases.say("gives"), phrases.say("support")));
        }
        answer.explanation()
                .filter(explanation -> explanation.cut() || isCalculated(answer))
                .flatMap(Explanation::calculation)
                .ifPresent(calculation -> rows.add(new Row(
                        phrases.say(
                                "calculation",
                                phrases.say(answer.item().currency().unit())),
                        phrases.say(calculation))));
        return rows;
    }

    private String money(Yuan amount, ItemAnswer answer) {
        return Formats.money(amount, answer.item().currency(), phrases.language());
    }

    /** Whether a limit over several awards leaves less of its amount than its rule gives. */
    private static boolean isCut(ItemAnswer answer) {
        return answer.explanation().filter(Explanation::cut).isPresent();
    }

    /** Whether its amount is calculated from a fact that is known: else there is nothing to tell but the amount. */
    private boolean isCalculated(ItemAnswer answer) {
        return answer.rule()
                .amount()
                .filter(amount -> !(amount instanceof Amount.Fixed)
                        && amount.reads().stream()
                                .noneMatch(source -> answer.missing().stream().anyMatch(pointer -> (pointer + "/")
                                        .contains("/" + source.field().name() + "/"))))
                .isPresent();
    }

    private Reasons why(ItemAnswer answer, String owner) {
        return switch (answer.status()) {
            case ELIGIBLE, REFERRED -> reasons("holds", holds(answer));
            case UNDETERMINED ->
                reasons(
                        "missing",
                        Stream.concat(
                                        answer.missing().stream().map(pointer -> titles.within(owner, pointer)),
                                        conditions(answer)
                                                .filter(ItemParts::isNotLookedUp)
                                                .map(condition -> phrases.say(
                                                        "notLookedUp",
                                                        phrases.say(
                                                                condition.seen().text()))))
                                .toList());
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

    /**
     * The conditions that hold. That the field is known which the amount is computed from is left out: the calculation
     * has its value. A limit that leaves nothing of a referred award does not hold: the calculation says so.
     */
    private List<String> holds(ItemAnswer answer) {
        return conditions(answer)
                .filter(condition -> condition.truth() == Truth.TRUE
                        && !namesAward(condition)
                        && !isAboveLargest(condition)
                        && !asksWhetherKnown(condition))
                .map(this::held)
                .toList();
    }

    /** The condition, with the members that it counts. */
    private String held(ConditionAnswer condition) {
        String text = phrases.say(condition.seen().text());
        List<String> counted = counted(condition);
        return counted.isEmpty() ? text : phrases.say("seen", text, String.join(phrases.say("semicolon"), counted));
    }

    /** The members that a condition counts and those that it does not, by their numbers in the list. */
    private List<String> counted(ConditionAnswer condition) {
        Map<Integer, Truth> members = CountedMembers.of(condition);
        List<String> said = new ArrayList<>();
        add(said, "membersCounted", members, Truth.TRUE);
        add(said, "membersNotCounted", members, Truth.FALSE);
        add(said, "membersOpen", members, Truth.UNKNOWN);
        return said;
    }

    private void add(List<String> said, String phrase, Map<Integer, Truth> members, Truth counted) {
        List<String> numbers = members.entrySet().stream()
                .filter(member -> member.getValue() == counted)
                .map(member -> String.valueOf(member.getKey()))
                .toList();
        if (!numbers.isEmpty()) {
            said.add(phrases.say(phrase, phrases.list(numbers)));
        }
    }

    /** Whether a condition on earlier awards is unknown although all that it reads of the request is known. */
    private static boolean isNotLookedUp(ConditionAnswer condition) {
        return condition.onEarlierAwards()
                && condition.truth() == Truth.UNKNOWN
                && condition.seen().actual().isPresent()
                && condition.others().stream().allMatch(other -> other.actual().isPresent());
    }

    private static boolean asksWhetherKnown(ConditionAnswer condition) {
        return condition.seen().actual().isPresent()
                && condition.seen().pointer().endsWith("/" + condition.seen().condition());
    }

    /** Whether a person decides because the text of the policy wants it, and not because of an earlier award. */
    private boolean isReferredByReadings(ItemAnswer answer) {
        return answer.status() == Status.REFERRED && earlier(answer).isEmpty();
    }

    /** The awards to others and of projects that look alike, and the size of the amount, for which a person decides. */
    private List<String> earlier(ItemAnswer answer) {
        return answer.status() != Status.REFERRED
                ? List.of()
                : conditions(answer)
                        .filter(condition -> namesAward(condition) || isAboveLargest(condition))
                        .map(condition -> phrases.say(condition.seen().text()))
                        .toList();
    }

    private static boolean isAboveLargest(ConditionAnswer condition) {
        return condition.seen().condition().equals(Observation.LARGEST_AMOUNT);
    }

    private static boolean namesAward(ConditionAnswer condition) {
        return condition.seen().decision().isPresent()
                || condition.seen().repeats().isPresent()
                || condition.seen().usedUpBy().isPresent();
    }

    /** The changes that would make it hold; without lines if that was not asked for. */
    private Reasons changes(ItemAnswer answer) {
        return reasons(
                "changes",
                answer.explanation()
                        .flatMap(Explanation::changes)
                        .map(changes -> this.changes.lines(changes, answer.item()))
                        .orElse(List.of()));
    }

    private static Stream<ConditionAnswer> conditions(ItemAnswer answer) {
        return answer.explanation().stream().flatMap(explanation -> explanation.conditions().stream());
    }

    /**
     * The condition with the values that it saw; of what it saw beside its first field, the titles too. One that names
     * another award has nothing else to show.
     */
    private String failed(ConditionAnswer condition) {
        if (namesAward(condition)) {
            return phrases.say(condition.seen().text());
        }
        List<String> seen = new ArrayList<>();
        String first = titles.value(condition.seen().pointer(), condition.seen().actual());
        boolean isKnown = condition.seen().actual().isPresent();
        if (condition.members().isEmpty()
                && isKnown
                && titles.isList(condition.seen().pointer())) {
            seen.add(phrases.say("comeTo", first));
        } else if (condition.members().isEmpty()) {
            seen.add(
                    FieldTitles.isDate(condition.seen().pointer())
                            ? phrases.say("row", titles.of(condition.seen().pointer()), first)
                            : phrases.say("given", first));
        } else {
            seen.addAll(counted(condition));
        }
        condition
                .others()
                .forEach(other -> seen.add(
                        phrases.say("row", titles.of(other.pointer()), titles.value(other.pointer(), other.actual()))));
        String text = phrases.say(condition.seen().text());
        return seen.isEmpty() ? text : phrases.say("seen", text, String.join(phrases.say("semicolon"), seen));
    }
}
