package io.subsidyrules.statement;

import io.subsidyrules.FirstPolicy;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.project.EarlierAwards;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.text.Language;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** A request to the first policy, told as a letter. */
record Letter(String request, Explain explain, Origin origin) {

    private static final Ruleset RULES = Ruleset.of(SourceFolder.sources(FirstPolicy.FOLDER));

    private static final Origin EVALUATED = new Origin.Evaluated(LocalDate.of(2023, 5, 2));
    private static final String HASH = "\\b[0-9a-f]{64}\\b";

    Letter(String request, Explain explain) {
        this(request, explain, EVALUATED);
    }

    /** The letter of the same as it is recorded. */
    Letter recorded(Origin.Revoked... revocations) {
        Origin.Recorded recorded = new Origin.Recorded(
                "018c2f6e-7b1a-7c3d-9e4f-5a6b7c8d9e0f",
                42,
                "0".repeat(64),
                LocalDateTime.of(2023, 5, 2, 9, 5),
                "portal",
                Optional.of("2023-0017"),
                List.of(revocations));
        return new Letter(request, explain, recorded);
    }

    /** A letter to the applicant of the worked cases. */
    static Letter of(String applicant, String claims, Explain explain) {
        return new Letter("""
                { "asOf": "2023-05-01", "applicant": { "id": "91130100MA0ABCDE10", "kind": "ENTERPRISE", "divisionCode": "130100"%s },
                  "claims": [ %s ] }""".formatted(applicant, claims), explain);
    }

    /** The letter; the version of the ruleset and the digest, which change with each rule, are zeros. */
    String in(StatementForm form, Language language) {
        return in(form, language, RULES);
    }

    /** The letter by other rules than those of the first policy as tests know it. */
    String in(StatementForm form, Language language, Ruleset rules) {
        Request read = read(rules);
        return in(form, language, rules, read, rules.evaluate(read, StatementBuilder.explained(explain)));
    }

    /** The letter of an answer that is to be recorded. */
    String in(StatementForm form, Language language, EarlierAwards awards) {
        Request read = read(RULES);
        return in(form, language, RULES, read, RULES.evaluate(read, StatementBuilder.explained(explain), awards));
    }

    /** As one that was recorded once: it may hold what is refused by now. */
    private Request read(Ruleset rules) {
        return rules.reader().readAgain(request.getBytes(StandardCharsets.UTF_8), LocalDate.EPOCH, false);
    }

    private String in(StatementForm form, Language language, Ruleset rules, Request read, Answer answer) {
        Statement statement = StatementBuilder.of(rules, read, answer, explain, language, origin);
        return new String(form.bytes(statement), StandardCharsets.UTF_8).replaceAll(HASH, "0".repeat(64));
    }
}
