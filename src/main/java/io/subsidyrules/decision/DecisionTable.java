package io.subsidyrules.decision;

import io.subsidyrules.engine.wording.Formats;
import io.subsidyrules.ledger.result.Sum;
import io.subsidyrules.page.Page;
import io.subsidyrules.page.Phrases;
import io.subsidyrules.page.Template;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.reader.Asked;
import io.subsidyrules.recording.search.ListedDecision;
import io.subsidyrules.text.Language;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of the list of decisions as a table for people. */
final class DecisionTable {

    private static final Template TEMPLATE = Template.html(DecisionTable.class, "decisions.html");
    private static final Map<Language, Phrases> WORDS = Map.of(
            Language.EN, Phrases.read(DecisionTable.class, "decisions", Language.EN),
            Language.ZH, Phrases.read(DecisionTable.class, "decisions", Language.ZH));
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    /** A decision in a line. */
    record Line(
            String id, String at, String applicant, String reference, String total, String atStake, String revoked) {}

    private DecisionTable() {}

    /** @param next the query of the page after it */
    static byte[] of(List<ListedDecision> decisions, Optional<String> next, Asked asked) {
        Phrases words = Objects.requireNonNull(WORDS.get(asked.language()));
        Map<String, Object> values = Map.of(
                "decisions", decisions.stream().map(one -> line(one, words)).toList(),
                "next", next.map(path -> path.substring(path.indexOf('?'))).orElse(""));
        return Page.html(TEMPLATE, asked.layout(words.say("title")), words, values);
    }

    /** The sums of each currency; of a decision in yuan alone, the only one. */
    private static Stream<Sum> sums(ListedDecision decision) {
        return decision.totals().isEmpty()
                ? Stream.of(new Sum(
                        Sum.YUAN,
                        decision.total().toPlainString(),
                        decision.atStake().toPlainString()))
                : decision.totals().stream();
    }

    private static String money(String amount, Sum sum, Phrases words) {
        return Formats.money(Yuan.of(amount), new Currency(sum.currency()), words.language());
    }

    private static Line line(ListedDecision decision, Phrases words) {
        LocalDateTime at = LocalDateTime.ofInstant(decision.recordedAt(), BEIJING);
        return new Line(
                decision.id().toString(),
                Formats.date(at.toLocalDate(), words.language())
                        + String.format(Locale.ROOT, " %02d:%02d", at.getHour(), at.getMinute()),
                decision.applicant(),
                decision.reference().orElse(""),
                sums(decision).map(sum -> money(sum.total(), sum, words)).collect(Collectors.joining("; ")),
                sums(decision)
                        .filter(sum -> new BigDecimal(sum.atStake()).signum() != 0)
                        .map(sum -> money(sum.atStake(), sum, words))
                        .collect(Collectors.joining("; ")),
                words.say("revoked." + decision.revoked()));
    }
}
