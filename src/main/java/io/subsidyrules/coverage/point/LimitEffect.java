package io.subsidyrules.coverage.point;

import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;

/**
 * That a limit over several awards cuts or refuses an award, or leaves one as it is.
 *
 * @param cuts whether it cuts or refuses it
 */
record LimitEffect(Limit limit, boolean cuts) implements Point {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(LimitEffect.class);

    @Override
    public Place place() {
        return limit.place();
    }

    @Override
    public Text missing() {
        return cuts ? TEXTS.text("limitCuts", limit.name()) : TEXTS.text("limitLeaves", limit.name());
    }

    @Override
    public boolean isReached(Trial trial) {
        return cuts ? trial.parts().cuts(limit) : trial.parts().leaves(limit);
    }
}
