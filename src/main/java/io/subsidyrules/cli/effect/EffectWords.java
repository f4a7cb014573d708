package io.subsidyrules.cli.effect;

import io.subsidyrules.effect.ItemState;
import io.subsidyrules.effect.RefusedRequest;
import io.subsidyrules.effect.Version;
import io.subsidyrules.engine.answer.RuledItem;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.engine.wording.Formats;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.TextCatalogue;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** The cells of the tables on effects, as words in one language. */
final class EffectWords {

    /** In a cell that has nothing to say. */
    static final String NONE = "–";

    private static final TextCatalogue TEXTS = TextCatalogue.beside(EffectWords.class);

    private final Language language;

    EffectWords(Language language) {
        this.language = language;
    }

    /** The cells of a row, or its headings. */
    static List<String> cells(List<String> head, List<String> rest) {
        return Stream.concat(head.stream(), rest.stream()).toList();
    }

    String text(String key, Object... details) {
        return TEXTS.text(key, language, details);
    }

    /** "2.1 Hosting an international standard (host-international-standard)". */
    String item(RuledItem item) {
        return text("item", item.clause(), item.title(), item.id());
    }

    /** "eligible: 300,000.00 yuan", "undetermined, at stake: 500,000.00 yuan", "not eligible". */
    String state(ItemState state) {
        String status = status(state.status());
        if (state.amount().isPresent()) {
            return text("pays", status, money(state.amount().get(), state.currency()));
        }
        return state.atStake()
                .filter(amount -> !amount.isZero())
                .map(amount -> text("atStake", status, money(amount, state.currency())))
                .orElse(status);
    }

    private String status(Status status) {
        return text(
                switch (status) {
                    case ELIGIBLE -> "eligible";
                    case REFERRED -> "referred";
                    case UNDETERMINED -> "undetermined";
                    case NOT_ELIGIBLE -> "notEligible";
                });
    }

    /** An amount of the currency with that code. */
    String sum(BigDecimal amount, String currency) {
        return money(new Yuan(amount), new Currency(currency));
    }

    /** The same with its sign, also where it is more. */
    String difference(BigDecimal amount, String currency) {
        String sign = amount.signum() > 0 ? "+" : amount.signum() < 0 ? "-" : "";
        return sign + sum(amount.abs(), currency);
    }

    private String money(Yuan amount, Currency currency) {
        return Formats.money(amount, currency, language);
    }

    /** "by the new rules: /applicant/kind: …". */
    String refusal(RefusedRequest.Refusal refusal) {
        String reason = refusal.reason().in(language);
        String told = refusal.pointer().isEmpty() ? reason : text("at", refusal.pointer(), reason);
        String whole = refusal.count() > 1 ? text("moreFaults", told, refusal.count() - 1) : told;
        if (refusal.by().size() > 1) {
            return whole;
        }
        return text(refusal.by().contains(Version.BEFORE) ? "byBefore" : "byAfter", whole);
    }
}
