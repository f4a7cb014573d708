package io.subsidyrules.meaning.tree;

import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.answer.ItemAnswer;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.request.Claim;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.meaning.space.Portrait;
import io.subsidyrules.meaning.space.Situation;
import java.util.List;
import java.util.Optional;

/**
 * The engine with the rules of some items of one rulebook: asked about a situation, it evaluates a request that is like
 * it. An item hangs on its own rules alone, limits over several awards aside, so no others are evaluated.
 */
public final class Judge implements AutoCloseable {

    private final Portrait portrait;
    private final List<ItemName> items;
    private final List<Rule> rules;
    private final Ruleset ruleset;

    /** An item by its policy and its id there. */
    public record ItemName(String policy, String id) {

        /** The item that a rule decides. */
        public static ItemName of(Rule rule) {
            return new ItemName(rule.policy(), rule.item());
        }
    }

    /**
     * A judge.
     *
     * @param claim the type of claim that the items are decided on; empty where they are on the applicant alone
     */
    public Judge(RuleBook book, List<ItemName> items, Optional<FactType> claim) {
        this.portrait = new Portrait(book.vocabulary(), claim);
        this.items = List.copyOf(items);
        this.rules = book.rules().stream()
                .filter(rule ->
                        items.contains(ItemName.of(rule)) && rule.claim().equals(claim))
                .toList();
        this.ruleset = Ruleset.of(book.with(rules).limitedBy(List.of()));
    }

    Portrait portrait() {
        return portrait;
    }

    List<Rule> rules() {
        return rules;
    }

    /** The verdict on each item, in their order. */
    List<Verdict> verdicts(Situation situation) {
        Optional<Facts> facts = portrait.of(situation);
        if (facts.isEmpty()) {
            return items.stream().map(item -> Verdict.REFUSED).toList();
        }
        Facts known = facts.get();
        List<Claim> claims = portrait.claim().isPresent() ? List.of(new Claim("claim", known.claim())) : List.of();
        Answer answer = ruleset.evaluate(Request.madeUp(known.asOf(), known.applicant(), claims), Explain.SUMMARY);
        List<ItemAnswer> shown =
                claims.isEmpty() ? answer.supports() : answer.claims().get(0).items();
        return items.stream().map(item -> verdict(item, shown)).toList();
    }

    /** A summary leaves out what is not eligible. */
    private static Verdict verdict(ItemName name, List<ItemAnswer> shown) {
        return shown.stream()
                .filter(item -> item.item().id().equals(name.id())
                        && item.item().policy().equals(name.policy()))
                .findFirst()
                .map(Verdict::of)
                .orElse(Verdict.NOTHING);
    }

    @Override
    public void close() {
        ruleset.close();
    }
}
