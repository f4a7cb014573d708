package io.subsidyrules.dialect.model;

import io.subsidyrules.policy.Yuan;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The amount that a rule gives, or has at stake. */
public sealed interface Amount {

    /** The most that is paid of it; what a rule without a ceiling gives above that, a person decides. */
    Yuan ceiling();

    /** The fields that it is worked out from, once each, in the order of reading. */
    List<Operand.FieldValue> reads();

    /** The fields and the aggregates of members that it is worked out from, once each, in the order of reading. */
    default List<Operand> sources() {
        return List.copyOf(reads());
    }

    /** The same for everybody. */
    record Fixed(Yuan yuan) implements Amount {
        @Override
        public Yuan ceiling() {
            return yuan;
        }

        @Override
        public List<Operand.FieldValue> reads() {
            return List.of();
        }
    }

    /**
     * So many per cent of a field, rounded down to the fen, and at most the ceiling.
     *
     * @param percent 100 where the field itself is the amount
     */
    record Share(BigDecimal percent, Operand.FieldValue source, Yuan ceiling) implements Amount {

        @Override
        public List<Operand.FieldValue> reads() {
            return List.of(source);
        }

        /** The same as a formula. */
        public Formula formula() {
            return new Formula.AtMost(
                    new Formula.Share(new Operand.Literal(ValueType.DECIMAL, percent), source),
                    new Formula.Fixed(ceiling.amount()));
        }

        /** The amount where the field has this value. */
        public Yuan of(BigDecimal value) {
            return Yuan.percentOf(percent, value.max(BigDecimal.ZERO)).atMost(ceiling);
        }
    }

    /**
     * Made of parts.
     *
     * @param ceiling the most that it can come to, whatever its fields are; of an amount without a ceiling the most
     *     that the policy pays without a person's decision
     * @param bounded whether it has a ceiling
     */
    record Composed(Formula formula, Yuan ceiling, boolean bounded) implements Amount {

        @Override
        public List<Operand.FieldValue> reads() {
            Set<Operand.FieldValue> fields = new LinkedHashSet<>();
            formula.forEachField(fields::add);
            return List.copyOf(fields);
        }

        @Override
        public List<Operand> sources() {
            Set<Operand> sources = new LinkedHashSet<>();
            formula.forEachSource(sources::add);
            return List.copyOf(sources);
        }
    }
}
