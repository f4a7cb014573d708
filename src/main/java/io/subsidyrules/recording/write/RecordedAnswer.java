package io.subsidyrules.recording.write;

import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.AnswerWriter;
import io.subsidyrules.engine.answer.ClaimAnswer;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.answer.ItemAnswer;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.ledger.result.Award;
import io.subsidyrules.ledger.result.Figures;
import io.subsidyrules.ledger.result.ResultText;
import io.subsidyrules.ledger.result.ShownItem;
import io.subsidyrules.ledger.result.Sum;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.text.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * An answer as it is recorded. It holds what is written of the answer and not the answer itself, which is a hundred
 * times as large.
 *
 * @param text of the answer in its language; empty if it is too long to be recorded
 * @param outcome the best status of its claims, as metrics count it
 */
record RecordedAnswer(Figures figures, Optional<ResultText> text, String outcome) {

    /** The characters of an award in an entry, about. */
    private static final long AWARD = 100;

    /** @param answer with everything explained */
    static RecordedAnswer of(Answer answer, Language language) {
        return new RecordedAnswer(
                figures(answer),
                ResultText.compressed(out -> AnswerWriter.write(answer, language, out)),
                answer.claims().stream()
                        .map(ClaimAnswer::status)
                        .min(Enum::compareTo)
                        .map(status -> status.name().toLowerCase(Locale.ROOT))
                        .orElse("no_claims"));
    }

    /** The same as the text of the answer says. */
    static Figures figures(Answer answer) {
        List<Award> awards = new ArrayList<>();
        for (int i = 0; i < answer.claims().size(); i++) {
            add(i, answer.claims().get(i).items(), awards);
        }
        add(Award.APPLICANT, answer.supports(), awards);
        List<Sum> sums = answer.totals().stream()
                .map(total -> new Sum(total.currency().code(), text(total.total()), text(total.atStake())))
                .toList();
        Answer summary = answer.shown(Explain.SUMMARY);
        TreeSet<ShownItem> shown = new TreeSet<>();
        Stream.concat(
                        summary.claims().stream().map(ClaimAnswer::items).flatMap(List::stream),
                        summary.supports().stream())
                .forEach(item -> shown.add(new ShownItem(
                        item.item().policy(), item.item().id(), item.status().name())));
        return new Figures(answer.asOf().toString(), sums, awards, shown);
    }

    private static void add(int claim, List<ItemAnswer> items, List<Award> awards) {
        for (ItemAnswer item : items) {
            if (item.status() == Status.ELIGIBLE) {
                awards.add(new Award(
                        claim,
                        item.item().policy(),
                        item.item().id(),
                        item.amount().map(RecordedAnswer::text),
                        item.amount()
                                .map(amount -> item.item().currency().code())
                                .filter(code -> !code.equals(Sum.YUAN))));
            }
        }
    }

    private static String text(Yuan yuan) {
        return yuan.amount().toPlainString();
    }

    /** The members of its entry in the ledger. */
    Map<String, Object> members() {
        Map<String, Object> members = new HashMap<>(figures.members());
        Map.Entry<String, String> member = text.orElseThrow().member();
        members.put(member.getKey(), member.getValue());
        return members;
    }

    /** About the number of characters that it takes in an entry. */
    long size() {
        return text.map(one -> (long) one.member().getValue().length()).orElse(0L)
                + figures.awards().size() * AWARD;
    }
}
