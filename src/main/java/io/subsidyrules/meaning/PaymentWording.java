package io.subsidyrules.meaning;

import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.engine.wording.Formats;
import io.subsidyrules.engine.wording.RuleSummary;
import io.subsidyrules.meaning.space.ExactAmount;
import io.subsidyrules.meaning.tree.Payment;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;

/** Says in both languages what an item comes to: "eligible: 1,000,000.00 yuan". */
final class PaymentWording {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(PaymentWording.class);

    private PaymentWording() {}

    static Text of(Payment payment) {
        if (payment.status().isEmpty()) {
            return TEXTS.text("refused");
        }
        Status status = payment.status().get();
        Text words = words(status);
        return payment.money()
                .map(money -> TEXTS.text(status == Status.ELIGIBLE ? "pays" : "atStake", words, money(money)))
                .orElse(words);
    }

    private static Text words(Status status) {
        return TEXTS.text(
                switch (status) {
                    case ELIGIBLE -> "eligible";
                    case REFERRED -> "referred";
                    case UNDETERMINED -> "undetermined";
                    case NOT_ELIGIBLE -> "notEligible";
                });
    }

    private static Text money(Payment.Money money) {
        if (money instanceof Payment.Worked worked) {
            return RuleSummary.formula(ExactAmount.formula(worked.amount()), worked.currency());
        }
        Payment.Exact exact = (Payment.Exact) money;
        return new Text(
                Formats.money(exact.yuan(), exact.currency(), Language.EN),
                Formats.money(exact.yuan(), exact.currency(), Language.ZH));
    }
}
