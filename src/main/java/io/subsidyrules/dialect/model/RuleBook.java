package io.subsidyrules.dialect.model;

import io.subsidyrules.policy.Currency;
import io.subsidyrules.policy.Policy;
import java.util.List;
import java.util.Optional;

/**
 * All that the files of a rules folder say: facts, policies and rules, with every name looked up.
 *
 * @param version the hash of the files
 * @param policies in the order of their folders
 * @param rules in the order of policy folder, clause number, place in the file
 * @param limits in the same order
 * @param unused the paths of tables and lists that no rule reads
 */
public record RuleBook(
        String version,
        Vocabulary vocabulary,
        List<Policy> policies,
        List<Rule> rules,
        List<Limit> limits,
        List<String> unused) {

    public RuleBook {
        policies = List.copyOf(policies);
        rules = List.copyOf(rules);
        limits = List.copyOf(limits);
        unused = List.copyOf(unused);
    }

    /** The policy of that id. */
    public Optional<Policy> policy(String id) {
        return policies.stream().filter(policy -> policy.id().equals(id)).findFirst();
    }

    /** The currency of the amounts of a type of facts: that of the policy which declares it; yuan for the applicant. */
    public Currency currency(FactType type) {
        return currency(type.folder());
    }

    /** The currency of the policy of that id; yuan for the vocabulary. */
    public Currency currency(String policy) {
        return policy(policy).map(Policy::currency).orElse(Currency.CNY);
    }

    /** The same book with other rules, for trying out what a change of the rules would mean. */
    public RuleBook with(List<Rule> otherRules) {
        return new RuleBook(version, vocabulary, policies, otherRules, limits, unused);
    }

    /** The same book with other limits. */
    public RuleBook limitedBy(List<Limit> otherLimits) {
        return new RuleBook(version, vocabulary, policies, rules, otherLimits, unused);
    }
}
