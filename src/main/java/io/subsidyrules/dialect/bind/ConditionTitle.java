package io.subsidyrules.dialect.bind;

import io.subsidyrules.dialect.syntax.AnnotationNames;
import io.subsidyrules.dialect.syntax.Syntax;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.List;
import java.util.Optional;

/** The sentence that a rule without an outcome gives its only condition, by {@code @en} and {@code @zh}. */
final class ConditionTitle {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(ConditionTitle.class);

    private final Syntax.RuleDeclare declare;
    private final Faults faults;

    ConditionTitle(Syntax.RuleDeclare declare, Faults faults) {
        this.declare = declare;
        this.faults = faults;
    }

    /** The sentence; empty if the rule gives none. A fault where it is the sentence of no condition, or of several. */
    Optional<Text> text() {
        List<Syntax.Annotation> titles = declare.annotations().stream()
                .filter(annotation ->
                        AnnotationNames.TITLES.contains(annotation.name().text()))
                .toList();
        if (titles.isEmpty()) {
            return Optional.empty();
        }
        if (declare.complete() && (declare.consequence().isPresent() || conditions() != 1)) {
            Syntax.Name first = titles.get(0).name();
            faults.add(first.place(), FaultCode.TITLE_MISPLACED, first.text(), found());
        }
        return Optional.of(new Annotations(titles, AnnotationNames.TITLES, declare.name(), faults).title());
    }

    private Text found() {
        if (declare.consequence().isPresent()) {
            return TEXTS.text("anOutcome");
        }
        long conditions = conditions();
        return conditions == 0 ? TEXTS.text("noOwnCondition") : TEXTS.text("conditionsInOne", conditions);
    }

    private long conditions() {
        return declare.patterns().stream()
                .mapToLong(pattern -> pattern.members()
                        .map(members -> Math.max(1L, members.tests().size()))
                        .orElseGet(() -> pattern.constraints().stream()
                                .filter(constraint -> constraint instanceof Syntax.Test)
                                .count()))
                .sum();
    }
}
