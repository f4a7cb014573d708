package io.subsidyrules.meaning;

import io.subsidyrules.codes.CodeCheck;
import io.subsidyrules.codes.DivisionCodes;
import io.subsidyrules.dialect.model.EnumType;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The fields that rules read, as two rulebooks declare them. A constant that one lacks is a class of its own. */
final class Declarations {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Declarations.class);

    private Declarations() {}

    static Text reason() {
        return TEXTS.text("declaredOtherwise");
    }

    /** The fields that rules of an item read in both rulebooks and that can have other values in the one. */
    static List<NamedChange> changes(MeantItem item, RuleBook before, RuleBook after) {
        Set<Operand.FieldValue> reads = new LinkedHashSet<>();
        item.rules(before).forEach(rule -> reads.addAll(reads(rule)));
        item.rules(after).forEach(rule -> reads.addAll(reads(rule)));
        List<NamedChange> changes = new ArrayList<>();
        for (Operand.FieldValue read : reads) {
            Optional<Field> one = field(read, before);
            Optional<Field> other = field(read, after);
            if (one.isPresent()
                    && other.isPresent()
                    && !one.equals(other)
                    && !domain(one.get()).equals(domain(other.get()))) {
                changes.add(new NamedChange(NamedChange.Kind.FIELD, read.field().title()));
            }
        }
        return changes;
    }

    /**
     * All fields that can have other values in the one rulebook than in the other, or that tell other projects apart,
     * whether rules read them or not: a request with them may be refused by the one alone.
     */
    static List<NamedChange> all(RuleBook before, RuleBook after) {
        List<NamedChange> changes = new ArrayList<>();
        for (FactType type : types(before)) {
            for (FactType same : types(after)) {
                if (same.equals(type)) {
                    changes.addAll(between(type, same));
                }
            }
        }
        return changes;
    }

    private static List<FactType> types(RuleBook book) {
        List<FactType> types = new ArrayList<>(List.of(book.vocabulary().applicant()));
        types.addAll(book.vocabulary().claims());
        types.addAll(book.vocabulary().members());
        return types;
    }

    private static List<NamedChange> between(FactType before, FactType after) {
        List<NamedChange> changes = new ArrayList<>();
        for (Field field : before.fields()) {
            boolean same = after.field(field.name())
                    .filter(other -> declared(other).equals(declared(field)))
                    .isPresent();
            if (!same) {
                changes.add(new NamedChange(NamedChange.Kind.FIELD, field.title()));
            }
        }
        after.fields().stream()
                .filter(field -> before.field(field.name()).isEmpty())
                .forEach(field -> changes.add(new NamedChange(NamedChange.Kind.FIELD, field.title())));
        return changes;
    }

    private static List<Object> declared(Field field) {
        return List.of(domain(field), field.key(), field.constants().map(EnumType::names));
    }

    private static List<Operand.FieldValue> reads(Rule rule) {
        List<Operand.FieldValue> reads = new ArrayList<>();
        rule.decides().ifPresent(reads::add);
        rule.conditions().forEach(condition -> reads.addAll(condition.reads()));
        rule.amount().ifPresent(amount -> reads.addAll(amount.reads()));
        return reads;
    }

    private static Optional<Field> field(Operand.FieldValue read, RuleBook book) {
        String type = read.of().name();
        FactType applicant = book.vocabulary().applicant();
        return (applicant.name().equals(type)
                        ? Optional.of(applicant)
                        : book.vocabulary().claim(type))
                .flatMap(one -> one.field(read.field().name()));
    }

    private static List<Object> domain(Field field) {
        return List.of(
                field.type(),
                field.members(),
                field.required(),
                field.pattern().map(pattern -> pattern.toString()),
                field.check().map(Declarations::codes),
                field.range()
                        .map(range -> List.of(
                                range.min().stripTrailingZeros(), range.max().stripTrailingZeros())),
                field.decimals(),
                field.isMoney());
    }

    private static Object codes(CodeCheck check) {
        return check instanceof DivisionCodes divisions ? divisions.codes() : check.standard();
    }
}
