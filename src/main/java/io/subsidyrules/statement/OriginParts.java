package io.subsidyrules.statement;

import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.AnswerWriter;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.wording.Formats;
import io.subsidyrules.page.Digest;
import io.subsidyrules.page.Phrases;
import io.subsidyrules.statement.Statement.Check;
import io.subsidyrules.statement.Statement.Row;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Says where an answer comes from, what that makes of the letter, and how both are checked. */
final class OriginParts {

    private final Origin origin;
    private final Answer answer;
    private final Explain depth;
    private final Phrases phrases;

    /** @param depth in which the answer is explained */
    OriginParts(Origin origin, Answer answer, Explain depth, Phrases phrases) {
        this.origin = origin;
        this.answer = answer;
        this.depth = depth;
        this.phrases = phrases;
    }

    String title() {
        return phrases.say(isRecorded() ? "titleOfDecision" : "title");
    }

    String notice() {
        return phrases.say(isRecorded() ? "noticeOfDecision" : "notice");
    }

    /** The revocations. */
    List<String> alerts() {
        return origin instanceof Origin.Recorded recorded
                ? recorded.revocations().stream().map(this::revoked).toList()
                : List.of();
    }

    private String revoked(Origin.Revoked revoked) {
        String when = time(revoked.at());
        return revoked.claims()
                .map(claims -> phrases.say(
                        "revokedClaims",
                        phrases.list(claims.stream()
                                .map(claim -> String.valueOf(claim + 1))
                                .toList()),
                        when,
                        revoked.reason()))
                .orElseGet(() -> phrases.say("revoked", when, revoked.reason()));
    }

    /** When it was made, and what it is called. */
    List<Row> head() {
        if (origin instanceof Origin.Recorded recorded) {
            List<Row> head = new ArrayList<>();
            head.add(new Row(phrases.say("recordedAt"), time(recorded.at())));
            recorded.reference().ifPresent(reference -> head.add(new Row(phrases.say("reference"), reference)));
            head.add(new Row(phrases.say("decision"), recorded.id()));
            return head;
        }
        Origin.Evaluated evaluated = (Origin.Evaluated) origin;
        return List.of(
                new Row(phrases.say("made"), Formats.date(evaluated.made(), phrases.language())),
                new Row(phrases.say("decision"), phrases.say("noDecision")));
    }

    Check check() {
        List<Row> rows = new ArrayList<>();
        if (origin instanceof Origin.Recorded recorded) {
            rows.add(new Row(phrases.say("sequence"), String.valueOf(recorded.sequence())));
            rows.add(new Row(phrases.say("hash"), recorded.hash()));
            rows.add(new Row(phrases.say("caller"), recorded.caller()));
            rows.add(new Row(phrases.say("ruleset"), answer.ruleset()));
            return new Check(
                    phrases.say("check"),
                    rows,
                    List.of(
                            phrases.say("checkRecord", recorded.id()),
                            phrases.say("checkLedger", recorded.sequence()),
                            phrases.say("checkReplay", recorded.id())));
        }
        rows.add(new Row(phrases.say("digest"), digest()));
        rows.add(new Row(phrases.say("ruleset"), answer.ruleset()));
        return new Check(
                phrases.say("check"),
                rows,
                List.of(phrases.say("checkDigest", depth.name().toLowerCase(Locale.ROOT))));
    }

    List<String> signature() {
        return List.of(phrases.say(isRecorded() ? "signature" : "signatureOfCheck"), phrases.say("signatureDate"));
    }

    /** The digest of the JSON that the same request gets in the same depth and language. */
    private String digest() {
        return HexFormat.of().formatHex(Digest.of(out -> AnswerWriter.write(answer, phrases.language(), out)));
    }

    private boolean isRecorded() {
        return origin instanceof Origin.Recorded;
    }

    private String time(LocalDateTime at) {
        return phrases.say(
                "time",
                Formats.date(at.toLocalDate(), phrases.language()),
                String.format(Locale.ROOT, "%02d:%02d", at.getHour(), at.getMinute()));
    }
}
