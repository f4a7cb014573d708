package io.subsidyrules.dialect.model;

import io.subsidyrules.policy.Yuan;
import java.math.BigDecimal;

/** The amount that a rule gives, or has at stake. */
public sealed interface Amount {

    /** The most that it can come to. */
    Yuan ceiling();

    /** The same for everybody. */
    record Fixed(Yuan yuan) implements Amount {
        @Override
        public Yuan ceiling() {
            return yuan;
        }
    }

    /**
     * So many per cent of a field, rounded down to the fen, and at most the ceiling.
     *
     * @param percent 100 where the field itself is the amount
     */
    record Share(BigDecimal percent, Operand.FieldValue source, Yuan ceiling) implements Amount {

        /** The amount where the field has this value. */
        public Yuan of(BigDecimal value) {
            return Yuan.percentOf(percent, value).atMost(ceiling);
        }
    }
}
