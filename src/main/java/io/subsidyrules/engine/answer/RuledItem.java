package io.subsidyrules.engine.answer;

import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.json.JsonOutput;
import io.subsidyrules.json.JsonPart;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.policy.Outcome;
import io.subsidyrules.text.Text;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** An item with the rules that decide it, one for each period, the earliest first. */
public final class RuledItem {

    private static final JsonPart ITEM = JsonPart.first("item");
    private static final JsonPart POLICY = JsonPart.next("policy");
    private static final JsonPart CLAUSE = JsonPart.next("clause");
    private static final JsonPart OUTCOME = JsonPart.next("outcome");
    private static final int TYPICAL_HEAD = 128;

    private final int position;
    private final Text title;
    private final List<Rule> rules;
    private final JsonPart named;
    private final JsonPart head;

    /** @param position its index among the items of its ruleset */
    public RuledItem(int position, Text title, List<Rule> rules) {
        this.position = position;
        this.title = title;
        this.rules = rules.stream()
                .sorted(Comparator.comparing(rule -> rule.period().from()))
                .toList();
        JsonOutput json = JsonOutput.inMemory(TYPICAL_HEAD);
        json.member(ITEM, id());
        json.member(POLICY, policy());
        this.named = json.toPart();
        json.member(CLAUSE, clause());
        json.member(OUTCOME, outcome().name());
        this.head = json.toPart();
    }

    public String id() {
        return first().item();
    }

    public String policy() {
        return first().policy();
    }

    public String clause() {
        return first().clause();
    }

    /** The currency of its policy. */
    public Currency currency() {
        return first().currency();
    }

    public Outcome outcome() {
        return first().outcome();
    }

    public Text title() {
        return title;
    }

    /** The type of claim that it is decided on; empty for an item on the applicant alone. */
    public Optional<FactType> claim() {
        return first().claim();
    }

    /** Its rules, the earliest first. */
    public List<Rule> rules() {
        return rules;
    }

    /** The rule that decides as of a date: the one in force, else the last that was, else the first that will be. */
    public Rule rule(LocalDate asOf) {
        return rules.get(index(asOf));
    }

    /** The index of the rule that decides as of a date. */
    public int index(LocalDate asOf) {
        int chosen = 0;
        for (int i = 1; i < rules.size(); i++) {
            if (!rules.get(i).period().from().isAfter(asOf)) {
                chosen = i;
            }
        }
        return chosen;
    }

    public int position() {
        return position;
    }

    /** The beginning of an object that names it: its id and its policy. */
    JsonPart named() {
        return named;
    }

    /** The beginning of an answer on it: the same, its clause and its outcome. */
    JsonPart head() {
        return head;
    }

    private Rule first() {
        return rules.get(0);
    }
}
