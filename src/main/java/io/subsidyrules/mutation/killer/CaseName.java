package io.subsidyrules.mutation.killer;

import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Vocabulary;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** The sentence of a case: what becomes of the item, and what is otherwise than in the scenario near it. */
final class CaseName {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(CaseName.class);

    private final Vocabulary vocabulary;
    private final Set<String> taken;

    /** @param taken the names that other scenarios have */
    CaseName(Vocabulary vocabulary, Set<String> taken) {
        this.vocabulary = vocabulary;
        this.taken = taken;
    }

    Text of(Candidate candidate, Decided decided) {
        Text told = candidate.changed().stream()
                .map(pointer -> told(candidate.asked(), pointer))
                .reduce((one, other) -> TEXTS.text("both", one, other))
                .orElseGet(() -> candidate
                        .base()
                        .name()
                        .map(name -> new Text(name, name))
                        .orElseGet(() -> TEXTS.text("madeUp")));
        Text name = TEXTS.text("case", decided.sentence(), told);
        for (int number = 2; taken.contains(name.en()) || taken.contains(name.zh()); number++) {
            name = numbered(TEXTS.text("case", decided.sentence(), told), number);
        }
        return name;
    }

    /** A name with a number, where the one without it is taken. */
    static Text numbered(Text name, int number) {
        return TEXTS.text("again", name, number);
    }

    private Text told(Asked asked, String pointer) {
        String[] names = pointer.split("/", -1);
        if (names[1].equals("earlier")) {
            return TEXTS.text("earlier");
        }
        if (names[1].equals("claims") && names.length == 2) {
            return TEXTS.text("moreClaims");
        }
        Optional<Field> field = field(asked, names);
        Text title = names[1].equals("asOf")
                ? TEXTS.text("day")
                : field.map(Field::title).orElseGet(() -> new Text(pointer, pointer));
        return asked.at(pointer)
                .map(value -> TEXTS.text("value", title, words(value, field)))
                .orElseGet(() -> TEXTS.text("unknown", title));
    }

    private Optional<Field> field(Asked asked, String[] names) {
        Optional<FactType> type = names[1].equals("applicant")
                ? Optional.of(vocabulary.applicant())
                : asked.at("/claims/" + names[names.length > 2 ? 2 : 1])
                        .flatMap(claim -> vocabulary.claim(KnownValues.type(claim)));
        return type.flatMap(facts -> facts.field(names[names.length - 1]));
    }

    private static Text words(Object value, Optional<Field> field) {
        if (value instanceof Boolean truth) {
            return TEXTS.text(truth ? "yes" : "no");
        }
        String plain = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        return field.flatMap(Field::constants)
                .flatMap(constants -> constants.constant(plain))
                .map(Constant::title)
                .orElseGet(() -> new Text(plain, plain));
    }
}
