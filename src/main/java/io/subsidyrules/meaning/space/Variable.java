package io.subsidyrules.meaning.space;

import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that can be told of a request, and that an outcome can hang on. */
public sealed interface Variable {

    /** The name of it for people. */
    Text title();

    /** A text that names it among all others, in every rulebook. */
    String id();

    /** The value that facts have of it; empty where it is unknown, or not declared. */
    Optional<Object> in(Facts facts);

    /** Whether its values are numbers or dates, so that rules cut them into intervals. */
    boolean isOrdered();

    /** The day of the evaluation. */
    record Day() implements Variable {

        private static final TextCatalogue TEXTS = TextCatalogue.beside(Variable.class);

        @Override
        public Text title() {
            return TEXTS.text("day");
        }

        @Override
        public String id() {
            return "asOf";
        }

        @Override
        public Optional<Object> in(Facts facts) {
            return Optional.of(facts.asOf());
        }

        @Override
        public boolean isOrdered() {
            return true;
        }
    }

    /** A field of the applicant or of the claim. Two are equal by their names, whatever rulebook declares them. */
    record OfField(Operand.FieldValue read) implements Variable {

        @Override
        public Text title() {
            return read.field().title();
        }

        @Override
        public String id() {
            return read.of().name() + "." + read.field().name();
        }

        @Override
        public Optional<Object> in(Facts facts) {
            Fact fact = read.of().isClaim() ? facts.claim() : facts.applicant();
            return fact.type().field(read.field().name()).flatMap(field -> Optional.ofNullable(fact.value(field)));
        }

        /** The JSON pointer of it in a request with one claim. */
        public String pointer() {
            return (read.of().isClaim() ? "/claims/0/" : "/applicant/")
                    + read.field().name();
        }

        /** Whether a request can lack it. */
        public boolean mayLack() {
            return !read.field().required();
        }

        @Override
        public boolean isOrdered() {
            return read.type().isOrdered();
        }

        /** Whether its values are lists of members. */
        public boolean isList() {
            return read.type() == ValueType.MEMBERS;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof OfField field && field.id().equals(id());
        }

        @Override
        public int hashCode() {
            return read.field().name().hashCode();
        }
    }

    /** The record of an earlier award. */
    record Award(Expression.EarlierAward asked) implements Variable {

        @Override
        public Text title() {
            return asked.what();
        }

        @Override
        public Optional<Object> in(Facts facts) {
            Truth recorded = facts.truth(asked.not() ? asked.negated() : asked);
            return recorded == Truth.UNKNOWN ? Optional.empty() : Optional.of(recorded == Truth.TRUE);
        }

        @Override
        public String id() {
            return "award:" + asked.choice().hashCode();
        }

        @Override
        public boolean isOrdered() {
            return false;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Award award && award.asked.choice().equals(asked.choice());
        }

        @Override
        public int hashCode() {
            return asked.choice().hashCode();
        }
    }
}
