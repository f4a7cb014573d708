package io.subsidyrules.faults;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.regression.Judgement;
import io.subsidyrules.text.Language;
import java.util.List;
import java.util.stream.Stream;

/** Everything that is wrong with some files, their scenarios included, and how it is told. */
final class Diagnosis {

    private Diagnosis() {}

    static List<Fault> of(RuleSources sources) {
        return Judgement.of(sources).faults();
    }

    /** The fault as staff see it: place and code, the line with a caret, the sentence and the remedy in both languages. */
    static String told(Fault fault, RuleSources sources) {
        return Stream.of(
                        fault.place() + " " + fault.code(),
                        sources.excerpt(fault.place()).toString(),
                        fault.told(Language.EN),
                        fault.told(Language.ZH))
                .filter(part -> !part.isBlank())
                .reduce((before, next) -> before + "\n" + next)
                .orElseThrow();
    }
}
