package io.subsidyrules.coverage.boundary;

import io.subsidyrules.dialect.model.Operand;

/**
 * The two values of one number or date between which a boundary runs.
 *
 * @param below the one that is on the lower side
 * @param above the one that is on the upper side, a step beside the other
 */
public record Edge(Operand variable, Object below, Object above) {

    /** The value on a side. */
    public Object on(boolean upper) {
        return upper ? above : below;
    }
}
