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
import io.subsidyrules.policy.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds a policy's rules and its ledger of clauses against each other. */
final class LedgerCheck {

    private final Policy policy;
    private final List<CitedRule> rules;
    private final Faults faults;
    private final Map<String, Clause> clauses = new TreeMap<>();
    private final Map<String, Clause> clauseOfItem = new TreeMap<>();
    private final Set<String> readings = new TreeSet<>();

    LedgerCheck(Policy policy, List<CitedRule> rules, Faults faults) {
        this.policy = policy;
        this.rules = rules;
        this.faults = faults;
    }

    /** @param complete whether all rules of the policy could be read */
    void run(boolean complete) {
        entries();
        policy.clauses().forEach(this::clause);
        rules.forEach(this::citations);
        if (complete) {
            everyItemHasARule();
        }
        oneRuleAtATime();
        rules.forEach(this::sane);
        targets();
    }

    private void entries() {
        Set<Integer> numbers = new HashSet<>();
        for (Measure measure : policy.measures()) {
            if (!numbers.add(measure.number())) {
                duplicate(policy.place(), "measure " + measure.number(), "措施 " + measure.number());
            }
        }
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
                    clause.items().isEmpty() ? FaultCode.CLAUSE_UNDECIDED : FaultCode.CLAUSE_WITH_BOTH,
                    clause.number());
        }
        for (Item item : clause.items()) {
            if (clauseOfItem.put(item.id(), clause) != null) {
                duplicate(item.place(), "item " + item.id(), "事项 " + item.id());
            }
        }
    }

    private void citations(CitedRule rule) {
        rule.item().ifPresent(item -> citation(item, rule.clause()));
        for (Syntax.Name reading : rule.readings()) {
            if (!readings.contains(reading.text())) {
                unknown(reading, FaultCode.UNKNOWN_READING, readings);
            }
        }
    }

    private void citation(Syntax.Name item, Optional<Syntax.Name> cited) {
        Optional<Clause> clause = Optional.ofNullable(clauseOfItem.get(item.text()));
        if (clause.isEmpty()) {
            unknown(item, FaultCode.UNKNOWN_ITEM, clauseOfItem.keySet());
        }
        if (cited.isEmpty()) {
            return;
        }
        String number = cited.get().text();
        if (!clauses.containsKey(number)) {
            unknown(cited.get(), FaultCode.UNKNOWN_CLAUSE, clauses.keySet());
        } else if (clause.isPresent() && !clause.get().number().equals(number)) {
            faults.add(
                    cited.get().place(),
                    FaultCode.WRONG_CLAUSE,
                    number,
                    item.text(),
                    clause.get().number());
        }
    }

    private void everyItemHasARule() {
        Set<String> decided = rules.stream()
                .flatMap(rule -> rule.item().stream())
                .map(Syntax.Name::text)
                .collect(Collectors.toSet());
        policy.clauses().forEach(clause -> clause.items().stream()
                .filter(item -> !decided.contains(item.id()))
                .forEach(item -> faults.add(item.place(), FaultCode.ITEM_WITHOUT_RULE, clause.number(), item.id())));
    }

    private void oneRuleAtATime() {
        Map<String, List<Rule>> byItem = new LinkedHashMap<>();
        for (CitedRule cited : rules) {
            cited.rule().ifPresent(rule -> {
                List<Rule> earlier = byItem.computeIfAbsent(rule.item(), item -> new ArrayList<>());
                earlier.forEach(other -> agree(other, rule));
                earlier.add(rule);
            });
        }
    }

    private void agree(Rule earlier, Rule rule) {
        if (earlier.period().overlaps(rule.period())) {
            faults.add(rule.place(), FaultCode.TWO_RULES_FOR_ITEM, earlier.name(), rule.name(), rule.item());
        }
        if (!earlier.claim().equals(rule.claim()) || earlier.outcome() != rule.outcome()) {
            faults.add(rule.place(), FaultCode.RULES_DISAGREE, earlier.name(), rule.name());
        }
    }

    /** A zero too many is the likeliest slip, and the dearest. */
    private void sane(CitedRule cited) {
        cited.rule().flatMap(Rule::amount).ifPresent(amount -> {
            if (amount.ceiling().compareTo(policy.largestAmount()) > 0) {
                faults.add(cited.amount(), FaultCode.AMOUNT_TOO_LARGE, amount.ceiling(), policy.largestAmount());
            }
        });
    }

    private void targets() {
        for (Measure measure : policy.measures()) {
            measure.targets().stream()
                    .flatMap(target -> target.item().stream())
                    .filter(item -> !clauseOfItem.containsKey(item))
                    .forEach(item -> unknown(
                            new Syntax.Name(item, policy.place()), FaultCode.UNKNOWN_ITEM, clauseOfItem.keySet()));
        }
    }

    private void duplicate(Place place, String en, String zh) {
        faults.add(place, FaultCode.DUPLICATE_ENTRY, new Text(en, zh));
    }

    private void unknown(Syntax.Name name, FaultCode code, Set<String> known) {
        faults.add(name.place(), code, name.text(), Spelling.remedy(name.text(), known));
    }
}
