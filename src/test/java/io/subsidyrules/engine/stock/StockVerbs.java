package io.subsidyrules.engine.stock;

import java.math.BigDecimal;

/** The verbs of the dialect as Java, so that Drools compiles the rule files as they stand. They do nothing. */
public final class StockVerbs {

    private StockVerbs() {}

    public static void award(Object claim, Sum sum) {}

    public static void refer(Object claim, Sum sum) {}

    public static void refer(Object fact) {}

    public static void support(Object fact) {}

    public static Sum yuan(double literal) {
        return new Sum();
    }

    public static Sum yuan(BigDecimal field) {
        return new Sum();
    }

    public static Percentage percent(double literal) {
        return new Percentage();
    }

    /** Stands where a rule writes how much per cent. */
    public static final class Percentage {

        public Sum of(BigDecimal field) {
            return new Sum();
        }
    }

    /** Stands where a rule writes an amount. */
    public static final class Sum {

        public Sum atMost(Sum ceiling) {
            return this;
        }
    }
}
