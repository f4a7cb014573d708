package io.subsidyrules.statement;

import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.ValueType;
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
        if (isDate(pointer)) {
            return phrases.say("asOf");
        }
        Field field = field(pointer);
        String title = phrases.say(field.title());
        String ofMember = field.type() == ValueType.BOOLEAN ? "stateOfMember" : "ofMember";
        return member(pointer)
                .map(member -> phrases.say(ofMember, title, member))
                .orElse(title);
    }

    /** The member of a list that a field is one of, with the number that letters give it: "worker 4". */
    private Optional<String> member(String pointer) {
        String[] steps = pointer.split("/", -1);
        int at = at(steps);
        if (steps.length <= at + 1) {
            return Optional.empty();
        }
        FactType type = vocabulary.membersOf(owner(steps).field(steps[at]).orElseThrow());
        return Optional.of(phrases.say("member", phrases.say(type.title()), Integer.parseInt(steps[at + 1]) + 1));
    }

    /** Whether it is a list of members, of which a condition sees a number that they come to. */
    boolean isList(String pointer) {
        return !isDate(pointer) && field(pointer).type() == ValueType.MEMBERS;
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
        int at = at(steps);
        Field field = owner(steps).field(steps[at]).orElseThrow();
        return steps.length > at + 1
                ? vocabulary.membersOf(field).field(steps[steps.length - 1]).orElseThrow()
                : field;
    }

    /** The position of the field of a claim, or of the applicant, in a pointer. */
    private static int at(String[] steps) {
        return steps[1].equals(CLAIMS) ? 3 : 2;
    }

    private FactType owner(String[] steps) {
        return steps[1].equals(CLAIMS)
                ? vocabulary
                        .claim(claims.get(Integer.parseInt(steps[2])).type())
                        .orElseThrow()
                : vocabulary.applicant();
    }
}
