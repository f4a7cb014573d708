package io.subsidyrules.dialect;

import io.subsidyrules.policy.Clause;
import io.subsidyrules.policy.FaultCode;
import io.subsidyrules.policy.Faults;
import io.subsidyrules.policy.Item;
import io.subsidyrules.policy.Measure;
import io.subsidyrules.policy.Place;
import io.subsidyrules.policy.Policy;
import io.subsidyrules.policy.Reading;
import io.subsidyrules.policy.Spelling;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Holds a policy's rules and its ledger of clauses against each other. */
final class LedgerCheck {

    private final Policy policy;
    private final List<Rule> rules;
    private final Faults faults;
    private final Map<String, Clause> clauses = new TreeMap<>();
    private final Map<String, Clause> clauseOfItem = new TreeMap<>();

    LedgerCheck(Policy policy, List<Rule> rules, Faults faults) {
        this.policy = policy;
        this.rules = rules;
        this.faults = faults;
    }

    void run() {
        measures();
        policy.clauses().forEach(this::clause);
        rules.forEach(this::citations);
        everyItemHasARule();
        oneRuleAtATime();
        targets();
    }

    private void measures() {
        Set<Integer> numbers = new HashSet<>();
        for (Measure measure : policy.measures()) {
            if (!numbers.add(measure.number())) {
                duplicate(policy.place(), "measure " + measure.number(), "措施 " + measure.number());
            }
        }
        Set<String> readings = new HashSet<>();
        for (Reading reading : policy.readings()) {
            if (!readings.add(reading.id())) {
                duplicate(policy.place(), "reading " + reading.id(), "解读 " + reading.id());
            }
        }
    }

    private void clause(Clause clause) {
        if (clauses.put(clause.number(), clause) != null) {
            duplicate(clause.place(), "clause " + clause.number(), "条款 " + clause.number());
        }
        if (clause.items().isEmpty() == clause.reason().isEmpty()) {
            faults.add(
                    clause.place(),
                    FaultCode.CLAUSE_UNDECIDED,
                    clause.items().isEmpty()
                            ? "Clause %s has neither items nor a reason. Name the items that its rules decide, or say why nothing in it is decided."
                                    .formatted(clause.number())
                            : "Clause %s has items and also a reason why it has none. Remove one of the two."
                                    .formatted(clause.number()),
                    clause.items().isEmpty()
                            ? "条款 %s 既没有事项也没有理由。请列出其规则所决定的事项，或说明为何不作判定。".formatted(clause.number())
                            : "条款 %s 既有事项又有“不作判定”的理由，请删去其一。".formatted(clause.number()));
        }
        for (Item item : clause.items()) {
            if (clauseOfItem.put(item.id(), clause) != null) {
                duplicate(item.place(), "item " + item.id(), "事项 " + item.id());
            }
        }
    }

    private void citations(Rule rule) {
        Clause clause = clauseOfItem.get(rule.item());
        if (!clauses.containsKey(rule.clause())) {
            unknown(rule.place(), "clause", "条款", rule.clause(), clauses.keySet());
        } else if (clause == null) {
            unknown(rule.place(), "item", "事项", rule.item(), clauseOfItem.keySet());
        } else if (!clause.number().equals(rule.clause())) {
            faults.add(
                    rule.place(),
                    FaultCode.UNKNOWN_CITATION,
                    "The rule cites clause %s, but the policy file has the item %s under clause %s."
                            .formatted(rule.clause(), rule.item(), clause.number()),
                    "规则引用条款 %s，而政策文件将事项 %s 列在条款 %s 之下。".formatted(rule.clause(), rule.item(), clause.number()));
        }
        List<String> readings = policy.readings().stream().map(Reading::id).toList();
        for (String reading : rule.readings()) {
            if (!readings.contains(reading)) {
                unknown(rule.place(), "reading", "解读", reading, readings);
            }
        }
    }

    private void everyItemHasARule() {
        Set<String> decided = new HashSet<>(rules.stream().map(Rule::item).toList());
        clauseOfItem.forEach((item, clause) -> {
            if (!decided.contains(item)) {
                faults.add(
                        clause.place(),
                        FaultCode.CLAUSE_UNDECIDED,
                        "Clause %s names the item %s, but no rule decides it. Write the rule, or take the item out and give a reason."
                                .formatted(clause.number(), item),
                        "条款 %s 列有事项 %s，但没有规则决定它。请编写规则，或删去该事项并说明理由。".formatted(clause.number(), item));
            }
        });
    }

    private void oneRuleAtATime() {
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            for (Rule earlier : rules.subList(0, i)) {
                if (earlier.item().equals(rule.item())) {
                    agree(earlier, rule);
                }
            }
        }
    }

    private void agree(Rule earlier, Rule rule) {
        if (earlier.period().overlaps(rule.period())) {
            faults.add(
                    rule.place(),
                    FaultCode.DUPLICATE,
                    "The rules \"%s\" and \"%s\" decide the item %s at the same time. End the first with date-expires where the second begins."
                            .formatted(earlier.name(), rule.name(), rule.item()),
                    "规则“%s”与“%s”在同一时期决定同一事项 %s。请用 date-expires 使前者在后者生效之日失效。"
                            .formatted(earlier.name(), rule.name(), rule.item()));
        }
        if (!earlier.claim().equals(rule.claim()) || earlier.outcome() != rule.outcome()) {
            faults.add(
                    rule.place(),
                    FaultCode.WRONG_TYPE,
                    "The rules \"%s\" and \"%s\" decide one item, so they must look at one claim type and give one kind of outcome."
                            .formatted(earlier.name(), rule.name()),
                    "规则“%s”与“%s”决定同一事项，申报类型和结果种类必须一致。".formatted(earlier.name(), rule.name()));
        }
    }

    private void targets() {
        for (Measure measure : policy.measures()) {
            measure.targets().stream()
                    .flatMap(target -> target.item().stream())
                    .filter(item -> !clauseOfItem.containsKey(item))
                    .forEach(item -> unknown(policy.place(), "item", "事项", item, clauseOfItem.keySet()));
        }
    }

    private void duplicate(Place place, String en, String zh) {
        faults.add(
                place,
                FaultCode.DUPLICATE,
                "There is a %s already. Rename or remove one of the two.".formatted(en),
                "%s 重复，请改名或删去其中一个。".formatted(zh));
    }

    private void unknown(Place place, String en, String zh, String name, Collection<String> known) {
        faults.add(
                place,
                FaultCode.UNKNOWN_CITATION,
                "The policy file has no %s %s.%s".formatted(en, name, Spelling.maybe(name, known)),
                "政策文件中没有%s %s。%s".formatted(zh, name, Spelling.maybeZh(name, known)));
    }
}
