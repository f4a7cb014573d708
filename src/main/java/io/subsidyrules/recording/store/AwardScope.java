package io.subsidyrules.recording.store;

import io.subsidyrules.engine.fact.Values;
import io.subsidyrules.engine.project.AwardQuery;
import io.subsidyrules.engine.project.ProjectText;
import io.subsidyrules.text.Sha256;
import io.subsidyrules.writing.CanonicalForm;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Whose awards a limit counts together, as the table of countable awards knows it.
 *
 * @param value of an applicant the id in its canonical form, of a project the text of its keys, of a group the hash of
 *     the field and its value
 */
public record AwardScope(Kind kind, Object value) {

    /** No number of a request has more digits, nor as many zeros. */
    private static final int LONGEST_NUMBER = 40;

    /** A kind of what they have in common. */
    public enum Kind {
        APPLICANT(
                "text",
                "hashtextextended(award.applicant, 0) = hashtextextended(asked.value, 0)"
                        + " and award.applicant = asked.value"),
        PROJECT(
                "text",
                "award.keys <> '{}' and hashtextextended(award.keys, 0) = hashtextextended(asked.value, 0)"
                        + " and award.keys = asked.value"),
        GROUP("int8", "award.groups @> array[asked.value]");

        private final String type;
        private final String condition;

        Kind(String type, String condition) {
            this.type = type;
            this.condition = condition;
        }

        /** The SQL by which a row {@code award} has the value of a row {@code asked}, as the indexes take it. */
        public String condition() {
            return condition;
        }

        /** The name of the type of its values in PostgreSQL. */
        public String type() {
            return type;
        }
    }

    public static AwardScope of(AwardQuery.Scope scope) {
        if (scope instanceof AwardQuery.OfApplicant of) {
            return ofApplicant(CanonicalForm.of(of.id()));
        }
        if (scope instanceof AwardQuery.OfProject of) {
            return ofProject(ProjectText.ofKeys(of.keys()));
        }
        AwardQuery.OfGroup of = (AwardQuery.OfGroup) scope;
        Object value = of.value();
        return ofGroup(ofText(of.field(), value instanceof BigDecimal number ? plain(number) : Values.text(value)));
    }

    /** @param id in its canonical form */
    static AwardScope ofApplicant(String id) {
        return new AwardScope(Kind.APPLICANT, id);
    }

    /** @param keys as {@link ProjectText#ofKeys} gives them */
    static AwardScope ofProject(String keys) {
        return new AwardScope(Kind.PROJECT, keys);
    }

    static AwardScope ofGroup(long hash) {
        return new AwardScope(Kind.GROUP, hash);
    }

    /**
     * The hash of a field of the applicant with its value: the first 64 bits of the SHA-256 of both, the value in its
     * canonical form.
     */
    static long ofText(String field, String value) {
        return ByteBuffer.wrap(Sha256.of(field + '\0' + CanonicalForm.of(value)))
                .getLong();
    }

    /** The same of a number in JSON, however it is written; empty if it is none that a field can have. */
    static Optional<Long> ofNumber(String field, String value) {
        if (value.length() > LONGEST_NUMBER) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(value);
        return Math.abs((long) number.scale()) <= LONGEST_NUMBER
                ? Optional.of(ofText(field, plain(number)))
                : Optional.empty();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
