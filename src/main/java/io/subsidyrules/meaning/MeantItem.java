package io.subsidyrules.meaning;

import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.meaning.tree.Judge;
import io.subsidyrules.text.Text;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An item that a row is about.
 *
 * @param claim the name of the type of claim that it is decided on; empty where it is on the applicant alone
 */
public record MeantItem(String policy, String id, String clause, Text title, Optional<String> claim) {

    /** The items of a rulebook in the order of its rules. */
    static Set<MeantItem> of(RuleBook book) {
        Set<MeantItem> items = new LinkedHashSet<>();
        book.rules().forEach(rule -> items.add(of(book, rule)));
        return items;
    }

    /** The item that a rule decides. */
    static MeantItem of(RuleBook book, Rule rule) {
        Text title = book.policy(rule.policy()).stream()
                .flatMap(policy -> policy.clauses())
                .flatMap(clause -> clause.items().stream())
                .filter(item -> item.id().equals(rule.item()))
                .map(item -> item.title())
                .findFirst()
                .orElseGet(() -> new Text(rule.item(), rule.item()));
        return new MeantItem(
                rule.policy(), rule.item(), rule.clause(), title, rule.claim().map(FactType::name));
    }

    /** Whether it is the same item, decided on the same type of claim, however it is called. */
    boolean isSame(MeantItem other) {
        return other.policy.equals(policy) && other.id.equals(id) && other.claim.equals(claim);
    }

    List<Rule> rules(RuleBook book) {
        return book.rules().stream()
                .filter(rule -> rule.policy().equals(policy)
                        && rule.item().equals(id)
                        && rule.claim().map(FactType::name).equals(claim))
                .toList();
    }

    Judge judge(RuleBook book) {
        return new Judge(book, List.of(name()), claim.flatMap(book.vocabulary()::claim));
    }

    Judge.ItemName name() {
        return new Judge.ItemName(policy, id);
    }
}
