package io.subsidyrules.meaning.tree;

import io.subsidyrules.dialect.source.CancellationPoint;

/**
 * How much work may go into one item.
 *
 * @param evaluations the most requests that are evaluated for it
 * @param checkpoint asked from time to time whether to go on, with the name of the item
 */
public record Effort(int evaluations, CancellationPoint checkpoint) {

    /** Enough for every item of policies like the first one, and some seconds for one that is too entangled. */
    public static final Effort USUAL = new Effort(20_000, CancellationPoint.NONE);

    /** The same effort, with somebody else to ask whether to go on. */
    public Effort with(CancellationPoint asked) {
        return new Effort(evaluations, asked);
    }

    /** A part of the effort. */
    public Effort part(int parts) {
        return new Effort(Math.max(1, evaluations / parts), checkpoint);
    }

    /** @throws IllegalArgumentException if nothing may be evaluated */
    public Effort {
        if (evaluations <= 0) {
            throw new IllegalArgumentException("Nothing may be evaluated: %s.".formatted(evaluations));
        }
    }
}
