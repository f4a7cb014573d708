package io.subsidyrules.engine.wording;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Formula;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.policy.Policy;
import io.subsidyrules.policy.Unit;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says a rule as a short text for people who read no rules: what, how much, per what, for whom, since when, by which
 * clause.
 */
public final class RuleSummary {

    private final RuleBook book;
    private final Policy policy;
    private final Rule rule;
    private final Language language;

    private RuleSummary(RuleBook book, Policy policy, Rule rule, Language language) {
        this.book = book;
        this.policy = policy;
        this.rule = rule;
        this.language = language;
    }

    /** The text of one rule of an item, made from the rule files alone. */
    public static Text of(RuleBook book, Rule rule) {
        return inBoth(book, rule, RuleSummary::text);
    }

    /** The entitlement that it gives: an award of 300,000.00 yuan per standard; without a full stop. */
    public static Text gives(RuleBook book, Rule rule) {
        return inBoth(book, rule, RuleSummary::what);
    }

    /** How an amount that is made of parts is worked out. */
    public static Text formula(Formula formula, Currency currency) {
        return Wording.inBoth(language -> new FormulaWording(currency, language).of(formula));
    }

    /** The limit of a tier: a number of units, or an amount. */
    public static Text limit(Formula.Tiers tiers, int index, Currency currency) {
        return Wording.inBoth(language -> new FormulaWording(currency, language)
                .limit(tiers, tiers.tiers().get(index)));
    }

    /** By which clause of which policy it gives: the sentence of it in the text of the rule, without the full stop. */
    public static Text source(RuleBook book, Rule rule) {
        return inBoth(book, rule, RuleSummary::source);
    }

    /** The readings of the doubtful places of the text that the rule rests on, each in short, without a full stop. */
    public static List<String> readings(RuleBook book, Rule rule, Language language) {
        return readings(policy(book, rule), rule, language);
    }

    private static Text inBoth(RuleBook book, Rule rule, Function<RuleSummary, String> words) {
        Policy policy = policy(book, rule);
        return Wording.inBoth(language -> words.apply(new RuleSummary(book, policy, rule, language)));
    }

    private static Policy policy(RuleBook book, Rule rule) {
        return book.policies().stream()
                .filter(one -> one.id().equals(rule.policy()))
                .findFirst()
                .orElseThrow();
    }

    private String text() {
        Stream<String> sentences = Stream.of(gift(), applicant(), claim(), period(), source(), readings());
        return sentences
                .filter(sentence -> !sentence.isEmpty())
                .map(sentence -> sentence + pick(".", "。"))
                .collect(Collectors.joining(pick(" ", "")));
    }

    private String gift() {
        String title = policy.clauses()
                .flatMap(clause -> clause.items().stream())
                .filter(item -> item.id().equals(rule.item()))
                .map(item -> say(item.title()))
                .findFirst()
                .orElse(rule.item());
        return pick("%s: %s", "%s：%s").formatted(title, what());
    }

    private String what() {
        String per = policy.per(rule.per()).map(Unit::text).map(this::say).orElse(rule.per());
        return switch (rule.outcome()) {
            case AWARD -> award(per, rule.amount().orElseThrow());
            case SUPPORT ->
                pick("a support that is not counted in money, per %s", "对每%s给予支持，不计金额")
                        .formatted(per);
            case REFER ->
                rule.amount().isPresent()
                        ? pick("a person decides; at stake per %s is %s", "由人工判定，每%s待定金额为%s")
                                .formatted(per, much(rule.amount().get()))
                        : pick("a person decides, per %s; no amount is at stake", "每%s均由人工判定，没有待定金额")
                                .formatted(per);
        };
    }

    private String award(String per, Amount amount) {
        String form = !(amount instanceof Amount.Fixed) ? "an award of %2$s, per %1$s" : "an award of %2$s per %1$s";
        return pick(form, "每%s奖补%s").formatted(per, much(amount));
    }

    private String much(Amount amount) {
        if (amount instanceof Amount.Composed composed) {
            return new FormulaWording(rule.currency(), language).of(composed.formula());
        }
        if (!(amount instanceof Amount.Share share)) {
            return money(amount.ceiling());
        }
        String percent = share.percent().stripTrailingZeros().toPlainString();
        String source = say(share.source().field().title());
        String part = percent.equals("100")
                ? pick("the %s", "%s").formatted(source)
                : pick("%2$s%% of the %1$s", "%s的%s%%").formatted(source, percent);
        return pick("%s, at most %s", "%s，最多%s").formatted(part, money(share.ceiling()));
    }

    private String applicant() {
        List<Condition> conditions = rule.conditions().stream()
                .filter(condition -> !condition.readsClaim())
                .toList();
        String applicant = say(book.vocabulary().applicant().title());
        return conditions.isEmpty()
                ? pick("For every %s", "面向所有%s").formatted(applicant)
                : pick("Asked of the %s: %s", "对%s的条件：%s").formatted(applicant, sentences(conditions));
    }

    private String claim() {
        return rule.claim()
                .map(type -> {
                    List<Condition> conditions = rule.conditions().stream()
                            .filter(Condition::readsClaim)
                            .toList();
                    return conditions.isEmpty()
                            ? pick("Nothing is asked of the claim, %s", "对申报事项%s没有条件")
                                    .formatted(quoted(type.title()))
                            : pick("Asked of the claim, %s: %s", "对申报事项%s的条件：%s")
                                    .formatted(quoted(type.title()), sentences(conditions));
                })
                .orElse("");
    }

    /** The title in quotes; those that it has itself become single ones. */
    private String quoted(Text title) {
        return "“" + say(title).replace('“', '‘').replace('”', '’') + "”";
    }

    private String sentences(List<Condition> conditions) {
        return conditions.stream()
                .map(condition -> say(Wording.of(condition)))
                .collect(Collectors.joining(pick("; ", "；")));
    }

    private String period() {
        String period = say(Wording.period(rule));
        return period.substring(0, 1).toUpperCase(Locale.ROOT) + period.substring(1);
    }

    private String source() {
        return pick("Clause %s of %s", "依据：%2$s条款%1$s")
                .formatted(rule.clause(), pick(quoted(policy.title()), "《" + say(policy.title()) + "》"));
    }

    private String readings() {
        List<String> readings = readings(policy, rule, language);
        return readings.isEmpty()
                ? ""
                : pick("Where the text is doubtful, it is read so: %s", "原文不明确之处的解读：%s")
                        .formatted(String.join(pick("; ", "；"), readings));
    }

    private static List<String> readings(Policy policy, Rule rule, Language language) {
        return rule.readings().stream()
                .flatMap(id -> policy.reading(id).stream())
                .map(reading -> reading.inShort().in(language).replaceFirst("[.。]$", ""))
                .toList();
    }

    private String money(Yuan yuan) {
        return rule.currency().amount(Formats.number(yuan.amount(), language), language);
    }

    private String say(Text text) {
        return text.in(language);
    }

    private String pick(String en, String zh) {
        return language == Language.ZH ? zh : en;
    }
}
