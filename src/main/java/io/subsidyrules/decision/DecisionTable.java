package io.subsidyrules.decision;

import io.subsidyrules.engine.wording.Formats;
import io.subsidyrules.page.Page;
import io.subsidyrules.page.Phrases;
import io.subsidyrules.page.Template;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.reader.Asked;
import io.subsidyrules.recording.search.ListedDecision;
import io.subsidyrules.text.Language;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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

    private static Line line(ListedDecision decision, Phrases words) {
        LocalDateTime at = LocalDateTime.ofInstant(decision.recordedAt(), BEIJING);
        return new Line(
                decision.id().toString(),
                Formats.date(at.toLocalDate(), words.language())
                        + String.format(Locale.ROOT, " %02d:%02d", at.getHour(), at.getMinute()),
                decision.applicant(),
                decision.reference().orElse(""),
                Formats.yuan(new Yuan(decision.total()), words.language()),
                decision.atStake().signum() == 0 ? "" : Formats.yuan(new Yuan(decision.atStake()), words.language()),
                words.say("revoked." + decision.revoked()));
    }
}
