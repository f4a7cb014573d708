package io.subsidyrules.exchange;

import io.subsidyrules.admission.Refusal;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;

/** Says why a request is refused that could be answered another time. */
final class Refusals {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Refusals.class);

    private static final int AT_ONCE = 1;
    private static final int SOON = 2;

    private Refusals() {}

    static LocalisedProblem problem(Refusal why) {
        Text detail = TEXTS.text(why.name());
        return switch (why) {
            case CALLER_SHARE -> LocalisedProblem.tooMany(detail, AT_ONCE);
            case BUDGET, CROWDED, WAITED, RECORDING_BEHIND -> LocalisedProblem.unavailable(detail, SOON);
        };
    }
}
