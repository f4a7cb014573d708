package io.subsidyrules.engine.answer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.engine.fact.Values;
import io.subsidyrules.engine.project.EarlierAward;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.text.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Writes an answer as the JSON of the contract; equal answers give equal bytes. */
public final class AnswerWriter {

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final int TYPICAL_SIZE = 1024;

    private final JsonGenerator json;
    private final Language language;
    private final Currency currency;

    private AnswerWriter(JsonGenerator json, Currency currency, Language language) {
        this.json = json;
        this.currency = currency;
        this.language = language;
    }

    /** The answer in UTF-8. */
    public static byte[] bytes(Answer answer, Language language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(TYPICAL_SIZE);
        try {
            write(answer, language, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /**
     * Writes the same bytes part by part, and closes what they go to.
     *
     * @throws IOException if they cannot be written there
     */
    public static void write(Answer answer, Language language, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            new AnswerWriter(json, answer.currency(), language).answer(answer);
        }
    }

    /**
     * The answer without what is worded in a language, its titles, texts and calculations: equal for two answers that
     * decide alike, in whatever words. Where these are equal and {@link #bytes} are not, only the words differ.
     */
    public static byte[] bytesWithoutTexts(Answer answer) {
        return withoutTexts(bytes(answer, Language.EN));
    }

    /**
     * The same of an answer that was written earlier.
     *
     * @param answer in any language
     * @throws UncheckedIOException if it is not JSON
     */
    public static byte[] withoutTexts(byte[] answer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(answer.length);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            UnwordedAnswer.leaveOut(answer, JSON, json);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
        return out.toByteArray();
    }

    private void answer(Answer answer) throws IOException {
        json.writeStartObject();
        json.writeStringField("asOf", answer.asOf().toString());
        json.writeObjectFieldStart("ruleset");
        json.writeStringField("version", answer.ruleset());
        json.writeEndObject();
        json.writeStringField("currency", currency.code());
        if (answer.earlierAwards().isPresent()) {
            json.writeStringField("earlierAwards", answer.earlierAwards().get().name());
        }
        yuan("total", answer.total());
        yuan("atStake", answer.atStake());
        if (answer.totals().size() > 1) {
            totals(answer.totals());
        }
        json.writeArrayFieldStart("questions");
        for (Question question : answer.questions()) {
            question(question);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("claims");
        for (ClaimAnswer claim : answer.claims()) {
            claim(claim);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("supports");
        for (ItemAnswer support : answer.supports()) {
            support(support);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** The sums of each currency, where there are several. */
    private void totals(List<Total> totals) throws IOException {
        json.writeArrayFieldStart("totals");
        for (Total total : totals) {
            json.writeStartObject();
            json.writeStringField("currency", total.currency().code());
            yuan("total", total.total());
            yuan("atStake", total.atStake());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The currency of what follows, where it is not that of the answer. */
    private void currency(Currency other) throws IOException {
        if (!other.equals(currency)) {
            json.writeStringField("currency", other.code());
        }
    }

    private void question(Question question) throws IOException {
        json.writeStartObject();
        json.writeStringField("pointer", question.pointer());
        json.writeStringField("title", question.field().title().in(language));
        allowed(question.field());
        currency(question.currency());
        yuan("atStake", question.atStake());
        if (question.stakes().size() > 1) {
            stakes(question.stakes());
        }
        json.writeArrayFieldStart("items");
        for (RuledItem item : question.items()) {
            json.writeStartObject();
            json.writeStringField("item", item.id());
            json.writeStringField("policy", item.policy());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void stakes(List<Question.Stake> stakes) throws IOException {
        json.writeArrayFieldStart("stakes");
        for (Question.Stake stake : stakes) {
            json.writeStartObject();
            json.writeStringField("currency", stake.currency().code());
            yuan("atStake", stake.amount());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The values that can be chosen from; a field of any other type has none. */
    private void allowed(Field field) throws IOException {
        if (field.type() == ValueType.BOOLEAN) {
            json.writeArrayFieldStart("allowed");
            json.writeBoolean(true);
            json.writeBoolean(false);
            json.writeEndArray();
        } else if (field.constants().isPresent()) {
            json.writeArrayFieldStart("allowed");
            for (Constant constant : field.constants().get().constants()) {
                json.writeString(constant.name());
            }
            json.writeEndArray();
        }
    }

    private void claim(ClaimAnswer claim) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", claim.id());
        json.writeStringField("type", claim.type());
        json.writeStringField("status", claim.status().name());
        currency(claim.currency());
        yuan("amount", claim.amount());
        yuan("atStake", claim.atStake());
        if (claim.earlierAward().isPresent()) {
            earlierAward(claim.earlierAward().get());
        }
        if (claim.lookAlikeOf().isPresent()) {
            json.writeStringField("lookAlikeOf", claim.lookAlikeOf().get());
        }
        json.writeArrayFieldStart("items");
        for (ItemAnswer item : claim.items()) {
            item(item);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void earlierAward(EarlierAward award) throws IOException {
        json.writeObjectFieldStart("earlierAward");
        json.writeStringField("decision", award.decision());
        json.writeNumberField("claim", award.claim());
        json.writeStringField("applicant", award.sameApplicant() ? "SAME" : "OTHER");
        if (award.lookAlike()) {
            json.writeBooleanField("lookAlike", true);
        }
        json.writeEndObject();
    }

    /** An item on the applicant alone, which belongs to no claim that would say its currency. */
    private void support(ItemAnswer answer) throws IOException {
        json.writeStartObject();
        content(answer, answer.atStake().isPresent());
        json.writeEndObject();
    }

    private void item(ItemAnswer answer) throws IOException {
        json.writeStartObject();
        content(answer, false);
        json.writeEndObject();
    }

    /** @param own whether it says its currency */
    private void content(ItemAnswer answer, boolean own) throws IOException {
        RuledItem item = answer.item();
        json.writeStringField("item", item.id());
        json.writeStringField("policy", item.policy());
        json.writeStringField("clause", item.clause());
        json.writeStringField("outcome", item.outcome().name());
        json.writeStringField("status", answer.status().name());
        if (own) {
            currency(item.currency());
        }
        optionalYuan("amount", answer.amount());
        optionalYuan("atStake", answer.atStake());
        if (answer.status() == Status.UNDETERMINED) {
            json.writeArrayFieldStart("missing");
            for (String pointer : answer.missing()) {
                json.writeString(pointer);
            }
            json.writeEndArray();
        }
        if (answer.status() == Status.NOT_ELIGIBLE) {
            json.writeArrayFieldStart("failed");
            for (Observation failed : answer.failed()) {
                failed(failed);
            }
            json.writeEndArray();
        }
        json.writeStringField("title", item.title().in(language));
        if (answer.explanation().isPresent()) {
            explanation(answer.explanation().get());
        }
    }

    private void explanation(Explanation explanation) throws IOException {
        if (explanation.calculation().isPresent()) {
            json.writeStringField("calculation", explanation.calculation().get().in(language));
        }
        json.writeArrayFieldStart("conditions");
        for (ConditionAnswer condition : explanation.conditions()) {
            json.writeStartObject();
            json.writeStringField("truth", condition.truth().name());
            seen(condition.seen());
            if (!condition.others().isEmpty()) {
                json.writeArrayFieldStart("others");
                for (ConditionAnswer.Seen other : condition.others()) {
                    json.writeStartObject();
                    json.writeStringField("pointer", other.pointer());
                    json.writeFieldName("actual");
                    actual(other.actual());
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            if (!condition.members().isEmpty()) {
                members(condition.members());
            }
            if (condition.place().isPresent()) {
                json.writeStringField("file", condition.place().get().file());
                json.writeNumberField("line", condition.place().get().line());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        if (explanation.changes().isPresent()) {
            new ChangeWriter(json, language).changes(explanation.changes().get());
        }
    }

    private void members(List<ConditionAnswer.MemberAnswer> members) throws IOException {
        json.writeArrayFieldStart("members");
        for (ConditionAnswer.MemberAnswer member : members) {
            json.writeStartObject();
            json.writeStringField("pointer", member.pointer());
            json.writeStringField("counted", member.counted().name());
            if (!member.failed().isEmpty()) {
                json.writeArrayFieldStart("failed");
                for (String condition : member.failed()) {
                    json.writeString(condition);
                }
                json.writeEndArray();
            }
            if (member.actual().isPresent()) {
                json.writeFieldName("actual");
                actual(member.actual());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void failed(Observation failed) throws IOException {
        json.writeStartObject();
        seen(failed);
        json.writeEndObject();
    }

    private void seen(Observation failed) throws IOException {
        json.writeStringField("pointer", failed.pointer());
        json.writeStringField("condition", failed.condition());
        json.writeStringField("text", failed.text().in(language));
        json.writeFieldName("actual");
        actual(failed.actual());
        if (failed.repeats().isPresent()) {
            json.writeStringField("repeats", failed.repeats().get());
        }
        if (failed.decision().isPresent()) {
            json.writeStringField("decision", failed.decision().get());
        }
        if (failed.usedUpBy().isPresent()) {
            json.writeStringField("usedUpBy", failed.usedUpBy().get());
        }
    }

    private void actual(Optional<Object> actual) throws IOException {
        Values.write(json, actual.orElse(null));
    }

    private void yuan(String name, Yuan yuan) throws IOException {
        json.writeNumberField(name, yuan.amount());
    }

    private void optionalYuan(String name, Optional<Yuan> yuan) throws IOException {
        if (yuan.isPresent()) {
            yuan(name, yuan.get());
        }
    }
}
