package io.subsidyrules.statement;

import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Vocabulary;
import io.subsidyrules.engine.answer.ClaimAnswer;
import io.subsidyrules.page.Phrases;
import io.subsidyrules.policy.Currency;
import java.util.List;
import java.util.Optional;

/** The titles of the fields of one request by their JSON pointers: {@code /applicant/size}, {@code /claims/0/level}. */
final class FieldTitles {

    private static final String AS_OF = "/asOf";
    private static final String CLAIMS = "claims";

    private final Vocabulary vocabulary;
    private final List<ClaimAnswer> claims;
    private final Phrases phrases;

    FieldTitles(Vocabulary vocabulary, List<ClaimAnswer> claims, Phrases phrases) {
        this.vocabulary = vocabulary;
        this.claims = claims;
        this.phrases = phrases;
    }

    /** Whether it is the date of the evaluation, which belongs to no one. */
    static boolean isDate(String pointer) {
        return pointer.equals(AS_OF);
    }

    /** The currency of the amounts of whom or what the field belongs to. */
    Currency currency(String pointer) {
        String[] steps = pointer.split("/", -1);
        return steps[1].equals(CLAIMS) ? claims.get(Integer.parseInt(steps[2])).currency() : Currency.CNY;
    }

    String of(String pointer) {
        return isDate(pointer)
                ? phrases.say("asOf")
                : phrases.say(field(pointer).title());
    }

    /** The title with whom or what the field belongs to. */
    String withOwner(String pointer) {
        return phrases.say(
                "ofOwner",
                of(pointer),
                isOfClaim(pointer)
                        ? phrases.say("claimNumber", number(pointer))
                        : phrases.say(vocabulary.applicant().title()));
    }

    /** The title of one field with the claims that it belongs to. */
    String withOwners(List<String> pointers) {
        return phrases.say(
                "ofOwner",
                of(pointers.get(0)),
                phrases.say(
                        "claimNumbers",
                        phrases.list(pointers.stream().map(FieldTitles::number).toList())));
    }

    /** The title that fields of several claims share; for a field of the applicant, the title with its owner. */
    String ofKind(String pointer) {
        return isOfClaim(pointer) ? of(pointer) : withOwner(pointer);
    }

    private static boolean isOfClaim(String pointer) {
        return pointer.split("/", -1)[1].equals(CLAIMS);
    }

    /** The position of a claim as letters count them. */
    private static String number(String pointer) {
        return String.valueOf(Integer.parseInt(pointer.split("/", -1)[2]) + 1);
    }

    /** The title, with its owner if that is not the subject: {@code /applicant/}, {@code /claims/0/}. */
    String within(String owner, String pointer) {
        return pointer.startsWith(owner) ? of(pointer) : withOwner(pointer);
    }

    /** The value that was seen of a field, or of the date of the evaluation, or that it is unknown. */
    String value(String pointer, Optional<Object> actual) {
        return actual.map(value -> isDate(pointer)
                        ? StatementWords.value(value, phrases)
                        : StatementWords.value(field(pointer), value, currency(pointer), phrases))
                .orElseGet(() -> phrases.say("unknown"));
    }

    private Field field(String pointer) {
        String[] steps = pointer.split("/", -1);
        FactType type = steps[1].equals(CLAIMS)
                ? vocabulary
                        .claim(claims.get(Integer.parseInt(steps[2])).type())
                        .orElseThrow()
                : vocabulary.applicant();
        return type.field(steps[steps.length - 1]).orElseThrow();
    }
}
