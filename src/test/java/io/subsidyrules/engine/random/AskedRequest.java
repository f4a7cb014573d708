package io.subsidyrules.engine.random;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.AnswerWriter;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.text.Language;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A request together with the ruleset that it is put to. */
public record AskedRequest(Ruleset ruleset, GivenRequest request) {

    public Answer answer(Explain explain) {
        return ruleset.evaluate(read(), explain);
    }

    /** The answer in JSON. */
    public byte[] bytes(Explain explain, Language language) {
        return AnswerWriter.bytes(answer(explain), language);
    }

    /** The request as it is sent. */
    public byte[] sent() {
        return request.json();
    }

    /** The request as the ruleset reads it. */
    public Request read() {
        return request.readBy(ruleset);
    }

    /** The same ruleset, asked otherwise. */
    public AskedRequest with(UnaryOperator<GivenRequest> change) {
        return new AskedRequest(ruleset, change.apply(request));
    }

    @Override
    public String toString() {
        return request + "\n"
                + ruleset.book().rules().stream().map(AskedRequest::described).collect(Collectors.joining("\n"));
    }

    private static String described(Rule rule) {
        return "%s (%s) %s: %s of at most %s"
                .formatted(
                        rule.name(),
                        rule.period(),
                        rule.conditions().stream().map(Condition::source).toList(),
                        rule.outcome(),
                        rule.amount().map(Amount::ceiling));
    }
}
