package io.subsidyrules.catalogue;

import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.value.Period;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.RuledItem;
import io.subsidyrules.engine.wording.Formats;
import io.subsidyrules.engine.wording.LimitSummary;
import io.subsidyrules.engine.wording.RuleSummary;
import io.subsidyrules.engine.wording.Wording;
import io.subsidyrules.page.Phrases;
import io.subsidyrules.policy.Clause;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.policy.Measure;
import io.subsidyrules.policy.Policy;
import io.subsidyrules.policy.Reading;
import io.subsidyrules.policy.Target;
import io.subsidyrules.policy.Unit;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the pages of the catalogue from a ruleset, in one language. */
final class PolicyPages {

    private final Ruleset ruleset;
    private final Language language;

    PolicyPages(Ruleset ruleset, Language language) {
        this.ruleset = ruleset;
        this.language = language;
    }

    PolicyView.Listed listed(Policy policy) {
        return new PolicyView.Listed(
                policy.id(),
                say(policy.title()),
                say(policy.issuer()),
                policy.issued(),
                currency(policy),
                policy.measures().size(),
                (int) policy.clauses()
                        .mapToLong(clause -> clause.items().size())
                        .sum());
    }

    PolicyView.Whole whole(Policy policy) {
        return new PolicyView.Whole(
                policy.id(),
                say(policy.title()),
                say(policy.issuer()),
                policy.issued(),
                say(policy.source()),
                currency(policy),
                policy.readings().stream().map(this::note).toList(),
                policy.measures().stream()
                        .map(measure -> measure(policy, measure))
                        .toList(),
                new TablePages(ruleset.book(), language).tables(policy),
                new TablePages(ruleset.book(), language).lists(policy));
    }

    PolicyView.Measure measure(Policy policy, Measure measure) {
        return new PolicyView.Measure(
                policy.id(),
                currency(policy),
                measure.number(),
                say(measure.title()),
                say(measure.summary()),
                measure.targets().stream().map(this::aim).toList(),
                measure.clauses().stream().map(clause -> clause(policy, clause)).toList());
    }

    private static Optional<String> currency(Policy policy) {
        return Optional.of(policy.currency())
                .filter(one -> !one.equals(Currency.CNY))
                .map(Currency::code);
    }

    private PolicyView.Note note(Reading reading) {
        return new PolicyView.Note(reading.id(), say(reading.text()));
    }

    private PolicyView.Aim aim(Target target) {
        return new PolicyView.Aim(
                target.id(),
                say(target.title()),
                target.comparison(),
                target.value(),
                say(target.unit()),
                target.period(),
                target.from(),
                target.by(),
                target.item());
    }

    private PolicyView.Clause clause(Policy policy, Clause clause) {
        List<PolicyView.Item> items = ruleset.items().stream()
                .filter(item ->
                        item.policy().equals(policy.id()) && item.clause().equals(clause.number()))
                .map(item -> item(policy, item))
                .toList();
        return new PolicyView.Clause(
                clause.number(),
                say(clause.title()),
                say(clause.summary()),
                clause.reason().map(this::say),
                items,
                ruleset.book().limits().stream()
                        .filter(limit -> limit.policy().equals(policy.id())
                                && limit.clause().equals(clause.number()))
                        .map(limit -> limit(policy, limit))
                        .toList());
    }

    private PolicyView.Limit limit(Policy policy, Limit limit) {
        List<Reading> readings = limit.readings().stream()
                .flatMap(id -> policy.reading(id).stream())
                .toList();
        String text = say(LimitSummary.of(ruleset.book(), limit));
        return new PolicyView.Limit(
                text,
                limit.period().from(),
                limit.period().until(),
                readings.stream().map(this::note).toList(),
                new PolicyView.Told(
                        Phrases.heading(text),
                        List.of(inForce(limit.period())),
                        readings.stream().map(reading -> say(reading.inShort())).toList()));
    }

    private PolicyView.Item item(Policy policy, RuledItem item) {
        return new PolicyView.Item(
                item.id(),
                say(item.title()),
                item.clause(),
                item.outcome(),
                item.claim().orElse(ruleset.book().vocabulary().applicant()).name(),
                item.rules().stream().map(rule -> rule(policy, rule)).toList());
    }

    private PolicyView.Rule rule(Policy policy, io.subsidyrules.dialect.model.Rule rule) {
        return new PolicyView.Rule(
                say(RuleSummary.of(ruleset.book(), rule)),
                rule.period().from(),
                rule.period().until(),
                rule.decides().map(day -> day.field().name()),
                rule.amount().map(amount -> amount(amount, rule.currency())),
                policy.per(rule.per()).map(Unit::text).map(this::say).orElse(rule.per()),
                rule.conditions().stream().map(this::condition).toList(),
                rule.readings().stream()
                        .flatMap(id -> policy.reading(id).stream())
                        .map(this::note)
                        .toList(),
                told(rule));
    }

    private PolicyView.Told told(io.subsidyrules.dialect.model.Rule rule) {
        return new PolicyView.Told(
                Phrases.heading(say(RuleSummary.gives(ruleset.book(), rule))),
                Stream.concat(
                                Stream.of(inForce(rule)),
                                rule.conditions().stream().map(condition -> say(Wording.of(condition))))
                        .toList(),
                RuleSummary.readings(ruleset.book(), rule, language));
    }

    private String inForce(io.subsidyrules.dialect.model.Rule rule) {
        return rule.decides().isEmpty() ? inForce(rule.period()) : Phrases.heading(say(Wording.period(rule)));
    }

    private String inForce(Period period) {
        Phrases words = CataloguePages.words(language);
        String from = words.say("inForce", Formats.date(period.from(), language));
        return period.until()
                .map(until -> from + words.say("until", Formats.date(until, language)))
                .orElse(from);
    }

    private PolicyView.Amount amount(io.subsidyrules.dialect.model.Amount amount, Currency currency) {
        if (amount instanceof io.subsidyrules.dialect.model.Amount.Share share) {
            return new PolicyView.Amount(
                    Optional.empty(),
                    Optional.of(share.percent()),
                    Optional.of(share.source().field().name()),
                    Optional.empty(),
                    Optional.of(share.ceiling().amount()));
        }
        if (amount instanceof io.subsidyrules.dialect.model.Amount.Composed composed) {
            return new PolicyView.Amount(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(say(RuleSummary.formula(composed.formula(), currency))),
                    Optional.of(composed.ceiling().amount()).filter(ceiling -> composed.bounded()));
        }
        return new PolicyView.Amount(
                Optional.of(amount.ceiling().amount()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private PolicyView.Condition condition(io.subsidyrules.dialect.model.Condition condition) {
        return new PolicyView.Condition(
                condition.source(),
                say(Wording.of(condition)),
                condition.reads().stream()
                        .map(field -> field.of().name() + "." + field.field().name())
                        .toList());
    }

    private String say(Text text) {
        return text.in(language);
    }
}
