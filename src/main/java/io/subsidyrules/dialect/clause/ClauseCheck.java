package io.subsidyrules.dialect.clause;

import io.subsidyrules.dialect.bind.BoundLimit;
import io.subsidyrules.dialect.bind.BoundRule;
import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Formula;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.source.Characters;
import io.subsidyrules.dialect.syntax.Syntax;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import io.subsidyrules.fault.Spelling;
import io.subsidyrules.policy.Clause;
import io.subsidyrules.policy.Item;
import io.subsidyrules.policy.Policy;
import io.subsidyrules.policy.Unread;
import io.subsidyrules.text.InvisibleCharacters;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
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
public final class ClauseCheck {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(ClauseCheck.class);

    private final Policy policy;
    private final Unread unread;
    private final List<BoundRule> rules;
    private final Faults faults;
    private final Map<String, Clause> clauses = new TreeMap<>();
    private final Map<String, Clause> clauseOfItem = new TreeMap<>();
    private final Set<String> readings = new TreeSet<>();
    private final Set<String> per = new TreeSet<>();
    private final Set<String> unsure = new HashSet<>();
    private final Set<String> limited = new HashSet<>();
    private final Set<String> citedByFaulty = new HashSet<>();

    /** @param unread what of the policy file was not read, and has its faults */
    public ClauseCheck(Policy policy, Unread unread, List<BoundRule> rules, Faults faults) {
        this.policy = policy;
        this.unread = unread;
        this.rules = rules;
        this.faults = faults;
    }

    /**
     * Adds the faults of rules and clauses that do not fit together.
     *
     * @param complete whether all rules of the policy could be read
     */
    public void run(boolean complete) {
        policy.readings().forEach(reading -> readings.add(reading.id()));
        policy.per().forEach(word -> per.add(word.id()));
        rules.stream()
                .flatMap(rule -> rule.limit().stream())
                .forEach(limit -> limited.add(limit.clause().text()));
        rules.stream()
                .filter(rule -> rule.rule().isEmpty() && rule.limit().isEmpty())
                .flatMap(rule -> rule.clause().stream())
                .forEach(clause -> citedByFaulty.add(clause.text()));
        if (policy.measures().isEmpty() && !unread.isOf("")) {
            faults.add(policy.place(), FaultCode.MEMBER_MISSING, "measures", PolicySkeleton.measures(rules));
        }
        boolean cited = rules.stream()
                .allMatch(rule -> rule.limit().isEmpty() || rule.clause().isPresent());
        policy.clauses().forEach(clause -> clause(clause, complete && cited));
        rules.forEach(this::citations);
        words();
        if (complete) {
            everyItemHasARule();
        }
        oneRuleAtATime();
        rules.forEach(this::sane);
    }

    /**
     * Faults of the policy file itself are reported there, and not again at rules that cite it. A clause without items
     * or a reason is not reported while a rule that could not be read whole may turn out to be its limit.
     *
     * @param cited whether all rules could be read, and every limit names its clause
     */
    private void clause(Clause clause, boolean cited) {
        if (clauses.put(clause.number(), clause) != null) {
            duplicate(clause.place(), TEXTS.text("clause", clause.number()));
            clause.items().forEach(item -> unsure.add(item.id()));
        }
        if (!clause.number().matches("[1-9][0-9]*\\.[1-9][0-9]?")) {
            clause.items().forEach(item -> unsure.add(item.id()));
        }
        boolean says = clause.reason().isPresent() || limited.contains(clause.number());
        if (clause.items().isEmpty() && !says) {
            unsure.add(clause.number());
            if (cited && !unread.isOf(clause.number()) && !citedByFaulty.contains(clause.number())) {
                faults.add(
                        clause.place(),
                        FaultCode.CLAUSE_UNDECIDED,
                        clause.number(),
                        PolicySkeleton.items(rules, clause.number()));
            }
        } else if (!clause.items().isEmpty() && clause.reason().isPresent()) {
            faults.add(clause.place(), FaultCode.CLAUSE_WITH_BOTH, clause.number());
        }
        for (Item item : clause.items()) {
            if (hides(item)) {
                unsure.add(seen(item));
            }
            if (Characters.isForeign(item.id())) {
                faults.add(item.place(), FaultCode.LOOKALIKE_CHARACTER, item.id(), Characters.ANOTHER_SCRIPT);
            }
            if (clauseOfItem.putIfAbsent(item.id(), clause) != null) {
                duplicate(item.place(), TEXTS.text("item", item.id()));
                unsure.add(clause.number());
            }
        }
    }

    /** Whether the id holds characters that cannot be seen, which are reported where they are. */
    private static boolean hides(Item item) {
        return item.id().codePoints().anyMatch(InvisibleCharacters::isInvisible);
    }

    private static String seen(Item item) {
        return item.id()
                .codePoints()
                .filter(character -> !InvisibleCharacters.isInvisible(character))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private void citations(BoundRule rule) {
        rule.item().ifPresent(item -> citation(item, rule.clause()));
        rule.limit().map(BoundLimit::clause).ifPresent(this::clauseOfLimit);
        if (!unread.readings()) {
            for (Syntax.Name reading : rule.readings()) {
                if (!readings.contains(reading.text())) {
                    faults.add(
                            reading.place(),
                            FaultCode.UNKNOWN_READING,
                            reading.text(),
                            Spelling.remedy(reading.text(), readings),
                            PolicySkeleton.reading(reading.text(), readings.isEmpty()));
                }
            }
        }
    }

    /** The words that rules count by: each once, and all at once where the policy file has none. */
    private void words() {
        Map<String, Syntax.Name> missing = new LinkedHashMap<>();
        rules.stream()
                .flatMap(rule -> rule.per().stream())
                .filter(word -> !word.text().isBlank() && !per.contains(word.text()) && !unread.per())
                .forEach(word -> missing.putIfAbsent(word.text(), word));
        if (per.isEmpty()) {
            missing.values().stream().findFirst().ifPresent(first -> missing(first, missing.keySet()));
        } else {
            missing.values().forEach(word -> missing(word, Set.of(word.text())));
        }
    }

    private void missing(Syntax.Name word, Set<String> words) {
        faults.add(
                word.place(),
                FaultCode.UNKNOWN_PER,
                word.text(),
                Spelling.question(word.text(), per),
                PolicySkeleton.per(words, per.isEmpty()));
    }

    private void citation(Syntax.Name item, Optional<Syntax.Name> cited) {
        Optional<Clause> clause = Optional.ofNullable(clauseOfItem.get(item.text()));
        if (cited.isEmpty()
                || policy.measures().isEmpty()
                || isUnsure(item.text(), cited.get().text())) {
            return;
        }
        String number = cited.get().text();
        if (clause.isEmpty()) {
            faults.add(
                    item.place(),
                    FaultCode.UNKNOWN_ITEM,
                    item.text(),
                    Spelling.remedy(item.text(), clauseOfItem.keySet()),
                    TEXTS.text("addToItems", number),
                    PolicySkeleton.item(item.text()));
        }
        if (!clauses.containsKey(number)) {
            unknown(cited.get(), FaultCode.UNKNOWN_CLAUSE, clausesLike(number));
        } else if (clause.isPresent() && !clause.get().number().equals(number)) {
            faults.add(
                    cited.get().place(),
                    FaultCode.WRONG_CLAUSE,
                    number,
                    item.text(),
                    clause.get().number());
        }
    }

    private void clauseOfLimit(Syntax.Name cited) {
        if (!clauses.containsKey(cited.text())
                && !policy.measures().isEmpty()
                && !cited.text().equals("-")
                && !unread.mayHold(cited.text())) {
            unknown(cited, FaultCode.UNKNOWN_CLAUSE, clausesLike(cited.text()));
        }
    }

    private boolean isUnsure(String item, String clause) {
        return unsure.contains(item) || unsure.contains(clause) || unread.mayHold(clause);
    }

    /** The clauses of the same measure; all, if it is not there. */
    private Set<String> clausesLike(String number) {
        String measure = number.replaceFirst("\\..*", "") + ".";
        Set<String> ofMeasure = clauses.keySet().stream()
                .filter(known -> known.startsWith(measure))
                .collect(Collectors.toCollection(TreeSet::new));
        return ofMeasure.isEmpty() ? clauses.keySet() : ofMeasure;
    }

    /**
     * If a rule cites a clause for an item that is not there, the item that it means is not reported as missing too.
     */
    private void everyItemHasARule() {
        Set<String> decided = new HashSet<>();
        Set<String> told = new HashSet<>();
        for (BoundRule rule : rules) {
            Optional<String> item = rule.item().map(Syntax.Name::text);
            item.ifPresent(decided::add);
            if (item.filter(clauseOfItem::containsKey).isEmpty()) {
                rule.clause().ifPresent(clause -> told.add(clause.text()));
            }
        }
        policy.clauses().filter(clause -> !told.contains(clause.number())).forEach(clause -> clause.items().stream()
                .filter(item -> !decided.contains(item.id()) && !hides(item))
                .forEach(item -> faults.add(item.place(), FaultCode.ITEM_WITHOUT_RULE, clause.number(), item.id())));
    }

    private void oneRuleAtATime() {
        Map<String, List<Rule>> byItem = new LinkedHashMap<>();
        for (BoundRule cited : rules) {
            cited.rule().ifPresent(rule -> {
                List<Rule> earlier = byItem.computeIfAbsent(rule.item(), item -> new ArrayList<>());
                earlier.forEach(other -> agree(other, rule));
                earlier.add(rule);
            });
        }
    }

    private void agree(Rule earlier, Rule rule) {
        if (!earlier.decides().equals(rule.decides())) {
            faults.add(rule.place(), FaultCode.DAYS_DISAGREE, earlier.name(), rule.name(), day(earlier), day(rule));
        } else if (earlier.period().overlaps(rule.period())) {
            faults.add(
                    rule.place(),
                    FaultCode.TWO_RULES_FOR_ITEM,
                    earlier.name(),
                    rule.name(),
                    rule.item(),
                    apart(earlier, rule));
        } else if (!earlier.claim().equals(rule.claim()) || earlier.outcome() != rule.outcome()) {
            faults.add(rule.place(), FaultCode.RULES_DISAGREE, earlier.name(), rule.name());
        }
    }

    private static String day(Rule rule) {
        return rule.decides().map(decides -> decides.field().name()).orElse("asOf");
    }

    private static Text apart(Rule one, Rule other) {
        boolean inOrder = one.period().from().isBefore(other.period().from());
        Rule first = inOrder ? one : other;
        Rule second = inOrder ? other : one;
        if (first.period().from().equals(second.period().from())) {
            return TEXTS.text("giveDays");
        }
        String end = "date-expires \"%s\"".formatted(second.period().from());
        return TEXTS.text("endRule", first.name(), end);
    }

    /** A zero too many is the likeliest slip, and the dearest. */
    private void sane(BoundRule cited) {
        cited.rule().flatMap(Rule::amount).ifPresent(amount -> {
            if (amount.ceiling().compareTo(policy.largestAmount()) > 0) {
                faults.add(
                        cited.amount(), FaultCode.AMOUNT_TOO_LARGE, amount.ceiling(), largestAmount(), lower(amount));
            }
        });
    }

    /** A ceiling that no number of the rule says follows from the ranges of fields, which are seldom meant as one. */
    private Text lower(Amount amount) {
        return amount instanceof Amount.Composed composed && !composed.reads().isEmpty() && !isCut(composed.formula())
                ? TEXTS.text("boundAmount", policy.currency().word())
                : TEXTS.text("countZeros");
    }

    private static boolean isCut(Formula formula) {
        return formula instanceof Formula.AtMost cut
                && (cut.ceiling() instanceof Formula.Fixed || isCut(cut.amount()) || isCut(cut.ceiling()));
    }

    private Text largestAmount() {
        String number = policy.largestAmount().toString();
        return new Text(
                policy.currency().amount(number, Language.EN), policy.currency().amount(number, Language.ZH));
    }

    private void duplicate(Place place, Text entry) {
        faults.add(place, FaultCode.DUPLICATE_ENTRY, entry);
    }

    private void unknown(Syntax.Name name, FaultCode code, Set<String> known) {
        faults.add(name.place(), code, name.text(), Spelling.remedy(name.text(), known));
    }
}
