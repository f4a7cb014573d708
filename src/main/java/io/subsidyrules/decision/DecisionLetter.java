package io.subsidyrules.decision;

import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.page.Layout;
import io.subsidyrules.page.Link;
import io.subsidyrules.reader.Answered;
import io.subsidyrules.reader.Asked;
import io.subsidyrules.recording.replay.ReproducedDecision;
import io.subsidyrules.recording.store.RecordedDecision;
import io.subsidyrules.statement.Origin;
import io.subsidyrules.statement.Statement;
import io.subsidyrules.statement.StatementBuilder;
import io.subsidyrules.statement.StatementForm;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.TextCatalogue;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A recorded decision as a letter: in the language that is asked for, else in the one in which it was recorded.
 * Revocations since are added at its head.
 */
final class DecisionLetter {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(DecisionLetter.class);

    /** The media types of a decision. */
    static final List<String> OFFERED = List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, MediaType.TEXT_HTML);

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private DecisionLetter() {}

    static Response of(ReproducedDecision reproduced, Asked asked, HttpHeaders headers) {
        Language language = asked.chosen().orElseGet(() -> accepted(reproduced.recorded(), asked, headers));
        Statement statement = StatementBuilder.of(
                reproduced.ruleset(),
                reproduced.request(),
                reproduced.answer(),
                Explain.SUMMARY,
                language,
                origin(reproduced.recorded()));
        byte[] letter = asked.isForPage()
                ? StatementForm.HTML.bytes(statement, links(language))
                : StatementForm.TEXT.bytes(statement);
        return Answered.tagged(letter, asked.in(language), headers);
    }

    private static Language accepted(RecordedDecision recorded, Asked asked, HttpHeaders headers) {
        return headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE) == null ? language(recorded) : asked.accepted();
    }

    private static Language language(RecordedDecision recorded) {
        return Stream.of(Language.values())
                .filter(one -> one.tag().equals(text("language", recorded.decision())))
                .findFirst()
                .orElse(Language.EN);
    }

    private static List<Link> links(Language language) {
        return List.of(
                new Link("../decisions", TEXTS.text("allDecisions", language), language.tag()),
                Layout.other(language, ""));
    }

    private static Origin origin(RecordedDecision recorded) {
        Entry decision = recorded.decision();
        return new Origin.Recorded(
                text("id", decision),
                decision.sequence(),
                decision.hash(),
                time(decision),
                text("caller", decision),
                Optional.ofNullable((String) decision.members().get("reference")),
                recorded.revocations().stream().map(DecisionLetter::revoked).toList());
    }

    private static Origin.Revoked revoked(Entry revocation) {
        Map<String, Object> members = revocation.members();
        return new Origin.Revoked(
                time(revocation),
                Optional.ofNullable((List<?>) members.get("claims")).map(claims -> claims.stream()
                        .map(claim -> ((Number) claim).intValue())
                        .toList()),
                text("reason", revocation));
    }

    private static LocalDateTime time(Entry entry) {
        return LocalDateTime.ofInstant(entry.recordedAt(), BEIJING);
    }

    private static String text(String name, Entry entry) {
        return (String) Objects.requireNonNull(entry.members().get(name), name);
    }
}
