package io.subsidyrules.statement;

import io.subsidyrules.engine.answer.Change;
import io.subsidyrules.engine.answer.Change.NewFact;
import io.subsidyrules.engine.answer.ChangeWording;
import io.subsidyrules.engine.answer.RuledItem;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.engine.wording.Formats;
import io.subsidyrules.page.Phrases;
import io.subsidyrules.policy.Outcome;
import io.subsidyrules.policy.Yuan;
import java.util.List;

/**
 * Says what it would take for an item to hold, what it would give then, and whether an applicant can ever change it.
 */
final class ChangeParts {

    private final Phrases phrases;

    ChangeParts(Phrases phrases) {
        this.phrases = phrases;
    }

    /** @param item the one that would hold */
    List<String> lines(List<Change> changes, RuledItem item) {
        return changes.isEmpty()
                ? List.of(phrases.say("noChanges"))
                : changes.stream().map(change -> line(change, item)).toList();
    }

    private String line(Change change, RuledItem item) {
        List<String> facts = change.fields().stream()
                .map(fact -> ChangeWording.of(fact, phrases.language()))
                .toList();
        return phrases.say(
                "change",
                joined(facts),
                joined(List.of(gain(change, item), change.changeable() ? changeable(change) : never(change))));
    }

    private String gain(Change change, RuledItem item) {
        if (item.outcome() == Outcome.SUPPORT) {
            return phrases.say("thenSupport");
        }
        if (change.status() == Status.REFERRED && change.gain().equals(Yuan.ZERO)) {
            return phrases.say("thenReferredWithoutAmount");
        }
        String then = change.status() == Status.REFERRED ? "thenReferred" : "thenAward";
        return phrases.say(
                change.upTo() ? then + "UpTo" : then,
                Formats.money(change.gain(), item.currency(), phrases.language()));
    }

    private String changeable(Change change) {
        boolean date = change.fields().stream().allMatch(fact -> fact.field().isEmpty());
        return phrases.say(date ? "wait" : "changeable");
    }

    private String never(Change change) {
        List<String> never = change.fields().stream()
                .filter(fact -> !fact.changeable())
                .map(this::title)
                .toList();
        return change.fields().size() == 1
                ? phrases.say("neverChangeable")
                : phrases.say("neverChangeableOf", phrases.list(never));
    }

    private String title(NewFact fact) {
        return ChangeWording.title(fact, phrases.language());
    }

    private String joined(List<String> parts) {
        return String.join(phrases.say("semicolon"), parts);
    }
}
