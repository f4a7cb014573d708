package io.subsidyrules.coverage.point;

import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;

/** That a field which some rule reads has a constant of its enum, one that no rule names too. */
record FieldConstant(Operand.FieldValue field, Constant constant) implements Point {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(FieldConstant.class);

    @Override
    public Place place() {
        return field.field().place();
    }

    @Override
    public Text missing() {
        return TEXTS.text("constant", field.field().title(), constant.title(), constant.name());
    }

    @Override
    public boolean isReached(Trial trial) {
        return trial.hasRead(field, constant);
    }
}
