package io.subsidyrules.engine;

import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.model.Vocabulary;
import io.subsidyrules.dialect.source.CancellationPoint;
import io.subsidyrules.engine.answer.RuledItem;
import io.subsidyrules.engine.limit.AskedAwards;
import io.subsidyrules.engine.limit.Limits;
import io.subsidyrules.engine.rule.EvaluableCondition;
import io.subsidyrules.engine.rule.EvaluableItem;
import io.subsidyrules.engine.stake.Exclusions;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.policy.Item;
import io.subsidyrules.policy.Policy;
import io.subsidyrules.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;

/** The rules of a book as evaluations use them. Immutable and safe for many threads. */
final class CompiledRules implements AutoCloseable {

    /** Sessions made at the start; the pool grows with the threads that evaluate at one time. */
    private static final int SESSIONS = 2;

    private final String version;
    private final List<RuledItem> items;
    private final Map<FactType, TypeRules> byType;
    private final Limits limits;
    private final Currencies currencies;
    private final AskedAwards asked;
    private final KieSessionsPool sessions;

    /** @throws io.subsidyrules.fault.FaultsException where the rules are too expensive or too entangled */
    CompiledRules(RuleBook book, CancellationPoint checkpoint) {
        this.version = book.version();
        this.items = items(book);
        this.currencies = new Currencies(book);
        this.limits = Limits.of(book.limits(), items);
        this.asked =
                AskedAwards.of(book.rules(), book.limits(), book.vocabulary().applicant());
        this.byType = byType(book.vocabulary(), checkpoint);
        this.sessions =
                Network.build(book.vocabulary().applicant(), book.rules()).newKieSessionsPool(SESSIONS);
    }

    /** The version of the ruleset. */
    String version() {
        return version;
    }

    /** All items in the order of policy folder, clause number, place in the file. */
    List<RuledItem> items() {
        return items;
    }

    Currencies currencies() {
        return currencies;
    }

    /** The rules on a type of claim, or on the applicant. */
    TypeRules on(FactType type) {
        return Objects.requireNonNull(byType.get(type));
    }

    /** The limits over several awards. */
    Limits limits() {
        return limits;
    }

    /** The earlier awards that conditions ask for. */
    AskedAwards askedAwards() {
        return asked;
    }

    KieSession newSession() {
        return sessions.newKieSession();
    }

    @Override
    public void close() {
        sessions.shutdown();
    }

    private Map<FactType, TypeRules> byType(Vocabulary vocabulary, CancellationPoint checkpoint) {
        Map<FactType, List<EvaluableItem>> itemsByType = itemsByType(vocabulary.applicant());
        Faults faults = new Faults();
        // What is too expensive to evaluate can be too long to compare with all other rules.
        itemsByType.forEach((type, decided) -> AnswerCost.check(type, decided, limits, faults));
        faults.throwIfAny();
        List<FactType> types = new ArrayList<>(vocabulary.claims());
        types.add(vocabulary.applicant());
        Map<FactType, TypeRules> found = new HashMap<>();
        for (FactType type : types) {
            List<EvaluableItem> decided = itemsByType.getOrDefault(type, List.of());
            List<Rule> rules = decided.stream()
                    .flatMap(item -> item.item().rules().stream())
                    .toList();
            Exclusions exclusions = new Exclusions(rules, vocabulary.applicant(), checkpoint);
            exclusions.check(rules, faults);
            found.put(type, new TypeRules(decided, exclusions, currencies.of(type)));
        }
        faults.throwIfAny();
        return found;
    }

    private Map<FactType, List<EvaluableItem>> itemsByType(FactType applicant) {
        Map<FactType, List<EvaluableItem>> itemsByType = new LinkedHashMap<>();
        // Thousands of rules can extend the same condition.
        IdentityHashMap<Condition, EvaluableCondition> conditions = new IdentityHashMap<>();
        for (RuledItem item : items) {
            itemsByType
                    .computeIfAbsent(item.claim().orElse(applicant), type -> new ArrayList<>())
                    .add(EvaluableItem.of(
                            item, condition -> conditions.computeIfAbsent(condition, EvaluableCondition::of)));
        }
        return itemsByType;
    }

    private static List<RuledItem> items(RuleBook book) {
        Map<List<String>, Text> titles = new HashMap<>();
        for (Policy policy : book.policies()) {
            policy.clauses()
                    .flatMap(clause -> clause.items().stream())
                    .forEach((Item item) -> titles.put(List.of(policy.id(), item.id()), item.title()));
        }
        Map<List<String>, List<Rule>> rules = new LinkedHashMap<>();
        for (Rule rule : book.rules()) {
            rules.computeIfAbsent(List.of(rule.policy(), rule.item()), item -> new ArrayList<>())
                    .add(rule);
        }
        List<RuledItem> items = new ArrayList<>();
        rules.forEach((key, own) -> items.add(
                new RuledItem(items.size(), titles.getOrDefault(key, new Text(key.get(1), key.get(1))), own)));
        return List.copyOf(items);
    }
}
