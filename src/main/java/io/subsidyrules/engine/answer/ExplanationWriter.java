package io.subsidyrules.engine.answer;

import io.subsidyrules.engine.fact.Values;
import io.subsidyrules.json.JsonOutput;
import io.subsidyrules.json.JsonPart;
import io.subsidyrules.text.Language;
import java.util.List;
import java.util.Optional;

/** Writes the reasons for an answer on an item. */
final class ExplanationWriter {

    private static final JsonPart CALCULATION = JsonPart.next("calculation");
    private static final JsonPart CONDITIONS = JsonPart.array("conditions");
    private static final JsonPart TRUTH = JsonPart.first("truth");
    private static final JsonPart POINTER = JsonPart.next("pointer");
    private static final JsonPart FIRST_POINTER = JsonPart.first("pointer");
    private static final JsonPart CONDITION = JsonPart.next("condition");
    private static final JsonPart TEXT = JsonPart.next("text");
    private static final JsonPart ACTUAL = JsonPart.next("actual");
    private static final JsonPart REPEATS = JsonPart.next("repeats");
    private static final JsonPart DECISION = JsonPart.next("decision");
    private static final JsonPart USED_UP_BY = JsonPart.next("usedUpBy");
    private static final JsonPart OTHERS = JsonPart.array("others");
    private static final JsonPart MEMBERS = JsonPart.array("members");
    private static final JsonPart COUNTED = JsonPart.next("counted");
    private static final JsonPart FAILED = JsonPart.array("failed");
    private static final JsonPart FILE = JsonPart.next("file");
    private static final JsonPart LINE = JsonPart.next("line");

    private final JsonOutput json;
    private final Language language;

    ExplanationWriter(JsonOutput json, Language language) {
        this.json = json;
        this.language = language;
    }

    void explanation(Explanation explanation) {
        if (explanation.calculation().isPresent()) {
            json.part(CALCULATION);
            json.part(explanation.calculation().get().json(language));
        }
        json.part(CONDITIONS);
        for (ConditionAnswer condition : explanation.conditions()) {
            condition(condition);
        }
        json.endArray();
        if (explanation.changes().isPresent()) {
            new ChangeWriter(json, language).changes(explanation.changes().get());
        }
    }

    private void condition(ConditionAnswer condition) {
        json.comma();
        json.member(TRUTH, condition.truth().name());
        json.member(POINTER, condition.seen().pointer());
        seen(condition.seen());
        if (!condition.others().isEmpty()) {
            others(condition.others());
        }
        if (!condition.members().isEmpty()) {
            members(condition.members());
        }
        if (condition.place().isPresent()) {
            json.member(FILE, condition.place().get().file());
            json.part(LINE);
            json.number(condition.place().get().line());
        }
        json.endObject();
    }

    /** The members behind the pointer. */
    void seen(Observation seen) {
        json.member(CONDITION, seen.condition());
        json.part(TEXT);
        json.part(seen.text().json(language));
        actual(seen.actual());
        if (seen.repeats().isPresent()) {
            json.member(REPEATS, seen.repeats().get());
        }
        if (seen.decision().isPresent()) {
            json.member(DECISION, seen.decision().get());
        }
        if (seen.usedUpBy().isPresent()) {
            json.member(USED_UP_BY, seen.usedUpBy().get());
        }
    }

    private void others(List<ConditionAnswer.Seen> others) {
        json.part(OTHERS);
        for (ConditionAnswer.Seen other : others) {
            json.comma();
            json.member(FIRST_POINTER, other.pointer());
            actual(other.actual());
            json.endObject();
        }
        json.endArray();
    }

    private void members(List<ConditionAnswer.MemberAnswer> members) {
        json.part(MEMBERS);
        for (ConditionAnswer.MemberAnswer member : members) {
            json.comma();
            json.member(FIRST_POINTER, member.pointer());
            json.member(COUNTED, member.counted().name());
            if (!member.failed().isEmpty()) {
                failed(member.failed());
            }
            if (member.actual().isPresent()) {
                actual(member.actual());
            }
            json.endObject();
        }
        json.endArray();
    }

    /** @param conditions as the rule file writes them */
    private void failed(List<String> conditions) {
        json.part(FAILED);
        for (String condition : conditions) {
            json.comma();
            json.string(condition);
        }
        json.endArray();
    }

    private void actual(Optional<Object> actual) {
        json.part(ACTUAL);
        Values.write(json, actual.orElse(null));
    }
}
