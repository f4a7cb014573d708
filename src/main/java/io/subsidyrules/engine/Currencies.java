package io.subsidyrules.engine;

import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.policy.Policy;
import java.util.LinkedHashMap;
import java.util.Map;

/** The currencies of a rule book: a policy has one, and the types of claims that it declares have the same. */
final class Currencies {

    /** By the id of the policy, in the order of the folders. */
    private final Map<String, Currency> currencies = new LinkedHashMap<>();

    Currencies(RuleBook book) {
        for (Policy policy : book.policies()) {
            currencies.put(policy.id(), policy.currency());
        }
    }

    /** The currency of the amounts of a claim. */
    Currency of(FactType claim) {
        return currencies.getOrDefault(claim.folder(), Currency.CNY);
    }

    /** The currency of the first policy that a request asks for. */
    Currency first(Request request) {
        return currencies.entrySet().stream()
                .filter(policy -> request.asksFor(policy.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Currency.CNY);
    }
}
