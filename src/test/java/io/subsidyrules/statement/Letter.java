package io.subsidyrules.statement;

import io.subsidyrules.dialect.RuleSources;
import io.subsidyrules.engine.Answer;
import io.subsidyrules.engine.EarlierAwards;
import io.subsidyrules.engine.Explain;
import io.subsidyrules.engine.Request;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.policy.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;

/** A request to the first policy, told as a letter. */
record Letter(String request, Explain explain) {

    private static final Ruleset RULES = Ruleset.of(RuleSources.read(Path.of("rules")));

    /** A letter to the applicant of the worked cases. */
    static Letter of(String applicant, String claims, Explain explain) {
        return new Letter("""
                { "asOf": "2023-05-01", "applicant": { "id": "91130100MA0ABCDE10", "kind": "ENTERPRISE", "divisionCode": "130100"%s },
                  "claims": [ %s ] }""".formatted(applicant, claims), explain);
    }

    /** The letter; the version of the ruleset, which changes with each rule, is zeros. */
    String in(StatementForm form, Language language) {
        Request read = read();
        return in(form, language, read, RULES.evaluate(read, Statement.explained(explain)));
    }

    /** The letter of an answer that is to be recorded. */
    String in(StatementForm form, Language language, EarlierAwards awards) {
        Request read = read();
        return in(form, language, read, RULES.evaluate(read, Statement.explained(explain), awards));
    }

    private Request read() {
        return RULES.reader().read(request.getBytes(StandardCharsets.UTF_8), LocalDate.EPOCH);
    }

    private String in(StatementForm form, Language language, Request read, Answer answer) {
        Statement statement = Statement.of(RULES, read, answer, explain, language);
        return new String(form.bytes(statement), StandardCharsets.UTF_8).replace(RULES.version(), "0".repeat(64));
    }
}
