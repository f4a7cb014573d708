package io.subsidyrules.coverage.point;

import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.engine.fact.Values;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import org.jspecify.annotations.Nullable;

/** That one of the numbers, dates or texts is seen of which a condition has a list. */
record ListedValue(Condition condition, Operand operand, Operand.Literal value) implements Point {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(ListedValue.class);

    @Override
    public Place place() {
        return condition.place();
    }

    @Override
    public Text missing() {
        return TEXTS.text("listed", Words.of(operand), Words.of(operand, value.value()), Words.of(condition));
    }

    @Override
    public boolean isReached(Trial trial) {
        return trial.seen(place()).stream().anyMatch(seen -> isIt(seen.value(operand)));
    }

    private boolean isIt(@Nullable Object seen) {
        return seen != null && Values.compare(seen, value.value()) == 0;
    }
}
