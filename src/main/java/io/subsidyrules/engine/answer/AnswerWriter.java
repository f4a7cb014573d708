package io.subsidyrules.engine.answer;

import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.engine.project.EarlierAward;
import io.subsidyrules.json.JsonOutput;
import io.subsidyrules.json.JsonPart;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.text.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes an answer as the JSON of the contract; equal answers give equal bytes. */
public final class AnswerWriter {

    private static final JsonPart AS_OF = JsonPart.first("asOf");
    private static final JsonPart RULESET = JsonPart.next("ruleset");
    private static final JsonPart VERSION = JsonPart.first("version");
    private static final JsonPart FIRST_CURRENCY = JsonPart.first("currency");
    private static final JsonPart CURRENCY = JsonPart.next("currency");
    private static final JsonPart EARLIER_AWARDS = JsonPart.next("earlierAwards");
    private static final JsonPart TOTAL = JsonPart.next("total");
    private static final JsonPart TOTALS = JsonPart.array("totals");
    private static final JsonPart AT_STAKE = JsonPart.next("atStake");
    private static final JsonPart STAKES = JsonPart.array("stakes");
    private static final JsonPart QUESTIONS = JsonPart.array("questions");
    private static final JsonPart POINTER = JsonPart.first("pointer");
    private static final JsonPart TITLE = JsonPart.next("title");
    private static final JsonPart ALLOWED = JsonPart.array("allowed");
    private static final JsonPart CLAIMS = JsonPart.array("claims");
    private static final JsonPart ID = JsonPart.first("id");
    private static final JsonPart TYPE = JsonPart.next("type");
    private static final JsonPart AMOUNT = JsonPart.next("amount");
    private static final JsonPart EARLIER_AWARD = JsonPart.next("earlierAward");
    private static final JsonPart DECISION = JsonPart.first("decision");
    private static final JsonPart CLAIM = JsonPart.next("claim");
    private static final JsonPart APPLICANT = JsonPart.next("applicant");
    private static final JsonPart LOOK_ALIKE = JsonPart.next("lookAlike");
    private static final JsonPart LOOK_ALIKE_OF = JsonPart.next("lookAlikeOf");
    private static final JsonPart ITEMS = JsonPart.array("items");
    private static final JsonPart MISSING = JsonPart.array("missing");
    private static final JsonPart FAILED = JsonPart.array("failed");
    private static final JsonPart SUPPORTS = JsonPart.array("supports");

    private static final int TYPICAL_SIZE = 4 << 10;

    /** The most bytes that a thread keeps room for. */
    private static final int MOST_KEPT = 256 << 10;

    /** Room for an answer: without it, one on 50 claims takes four times its size, and a quarter longer. */
    private static final ThreadLocal<JsonOutput> KEPT =
            ThreadLocal.withInitial(() -> JsonOutput.inMemory(TYPICAL_SIZE));

    private final JsonOutput json;
    private final Language language;
    private final Currency currency;
    private final ExplanationWriter explanations;

    private AnswerWriter(JsonOutput json, Currency currency, Language language) {
        this.json = json;
        this.currency = currency;
        this.language = language;
        this.explanations = new ExplanationWriter(json, language);
    }

    /** The answer in UTF-8. */
    public static byte[] bytes(Answer answer, Language language) {
        JsonOutput json = KEPT.get();
        json.clear();
        new AnswerWriter(json, answer.currency(), language).answer(answer);
        if (json.capacity() > MOST_KEPT) {
            KEPT.remove();
        }
        return json.toBytes();
    }

    /**
     * Writes the same bytes part by part, and closes what they go to.
     *
     * @throws IOException if they cannot be written there
     */
    public static void write(Answer answer, Language language, OutputStream out) throws IOException {
        try (out) {
            JsonOutput json = JsonOutput.to(out);
            new AnswerWriter(json, answer.currency(), language).answer(answer);
            json.passOn();
        } catch (UncheckedIOException notWritten) {
            throw notWritten.getCause();
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
        return UnwordedAnswer.of(answer);
    }

    private void answer(Answer answer) {
        json.part(AS_OF);
        json.date(answer.asOf());
        json.part(RULESET);
        json.member(VERSION, answer.ruleset());
        json.endObject();
        json.member(CURRENCY, currency.code());
        if (answer.earlierAwards().isPresent()) {
            json.member(EARLIER_AWARDS, answer.earlierAwards().get().name());
        }
        json.member(TOTAL, answer.total().amount());
        json.member(AT_STAKE, answer.atStake().amount());
        if (answer.totals().size() > 1) {
            totals(answer.totals());
        }
        json.part(QUESTIONS);
        for (Question question : answer.questions()) {
            question(question);
        }
        json.endArray();
        json.part(CLAIMS);
        for (ClaimAnswer claim : answer.claims()) {
            claim(claim);
        }
        json.endArray();
        json.part(SUPPORTS);
        for (ItemAnswer support : answer.supports()) {
            support(support);
        }
        json.endArray();
        json.endObject();
    }

    /** The sums of each currency, where there are several. */
    private void totals(List<Total> totals) {
        json.part(TOTALS);
        for (Total total : totals) {
            json.comma();
            json.member(FIRST_CURRENCY, total.currency().code());
            json.member(TOTAL, total.total().amount());
            json.member(AT_STAKE, total.atStake().amount());
            json.endObject();
        }
        json.endArray();
    }

    /** The currency of what follows, where it is not that of the answer. */
    private void currency(Currency other) {
        if (!other.equals(currency)) {
            json.member(CURRENCY, other.code());
        }
    }

    private void question(Question question) {
        json.comma();
        json.member(POINTER, question.pointer());
        json.part(TITLE);
        json.part(question.field().title().json(language));
        allowed(question.field());
        currency(question.currency());
        json.member(AT_STAKE, question.atStake().amount());
        if (question.stakes().size() > 1) {
            stakes(question.stakes());
        }
        json.part(ITEMS);
        for (RuledItem item : question.items()) {
            json.comma();
            json.part(item.named());
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }

    private void stakes(List<Question.Stake> stakes) {
        json.part(STAKES);
        for (Question.Stake stake : stakes) {
            json.comma();
            json.member(FIRST_CURRENCY, stake.currency().code());
            json.member(AT_STAKE, stake.amount().amount());
            json.endObject();
        }
        json.endArray();
    }

    /** The values that can be chosen from; a field of any other type has none. */
    private void allowed(Field field) {
        if (field.type() == ValueType.BOOLEAN) {
            json.part(ALLOWED);
            json.bool(true);
            json.comma();
            json.bool(false);
            json.endArray();
        } else if (field.constants().isPresent()) {
            json.part(ALLOWED);
            for (Constant constant : field.constants().get().constants()) {
                json.comma();
                json.string(constant.name());
            }
            json.endArray();
        }
    }

    private void claim(ClaimAnswer claim) {
        json.comma();
        json.member(ID, claim.id());
        json.member(TYPE, claim.type());
        json.part(claim.status().member());
        currency(claim.currency());
        json.member(AMOUNT, claim.amount().amount());
        json.member(AT_STAKE, claim.atStake().amount());
        if (claim.earlierAward().isPresent()) {
            earlierAward(claim.earlierAward().get());
        }
        if (claim.lookAlikeOf().isPresent()) {
            json.member(LOOK_ALIKE_OF, claim.lookAlikeOf().get());
        }
        json.part(ITEMS);
        for (ItemAnswer item : claim.items()) {
            item(item, false);
        }
        json.endArray();
        json.endObject();
    }

    private void earlierAward(EarlierAward award) {
        json.part(EARLIER_AWARD);
        json.member(DECISION, award.decision());
        json.part(CLAIM);
        json.number(award.claim());
        json.member(APPLICANT, award.sameApplicant() ? "SAME" : "OTHER");
        if (award.lookAlike()) {
            json.part(LOOK_ALIKE);
            json.bool(true);
        }
        json.endObject();
    }

    /** An item on the applicant alone, which belongs to no claim that would say its currency. */
    private void support(ItemAnswer answer) {
        item(answer, answer.atStake().isPresent());
    }

    /** @param own whether it says its currency */
    private void item(ItemAnswer answer, boolean own) {
        json.comma();
        json.part(answer.item().head());
        json.part(answer.status().member());
        if (own) {
            currency(answer.item().currency());
        }
        if (answer.amount().isPresent()) {
            json.member(AMOUNT, answer.amount().get().amount());
        }
        if (answer.atStake().isPresent()) {
            json.member(AT_STAKE, answer.atStake().get().amount());
        }
        if (answer.status() == Status.UNDETERMINED) {
            missing(answer.missing());
        }
        if (answer.status() == Status.NOT_ELIGIBLE) {
            failed(answer.failed());
        }
        json.part(TITLE);
        json.part(answer.item().title().json(language));
        if (answer.explanation().isPresent()) {
            explanations.explanation(answer.explanation().get());
        }
        json.endObject();
    }

    private void missing(List<String> pointers) {
        json.part(MISSING);
        for (String pointer : pointers) {
            json.comma();
            json.string(pointer);
        }
        json.endArray();
    }

    private void failed(List<Observation> failed) {
        json.part(FAILED);
        for (Observation one : failed) {
            json.comma();
            json.member(POINTER, one.pointer());
            explanations.seen(one);
            json.endObject();
        }
        json.endArray();
    }
}
