package io.subsidyrules.dialect;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.subsidyrules.policy.FaultCode;
import io.subsidyrules.policy.Faults;
import io.subsidyrules.policy.Spelling;
import io.subsidyrules.policy.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Turns the declares of enums and fact types into types, with every name looked up. */
final class DeclareBinder {

    private static final String CREDIT_CODE = "GB 32100-2015";

    private final Faults faults;

    DeclareBinder(Faults faults) {
        this.faults = faults;
    }

    EnumType enumType(Syntax.EnumDeclare declare) {
        new Annotations(declare.annotations(), Set.of(), declare.name().place(), faults);
        if (!declare.fields().stream().map(Syntax.Name::text).toList().equals(List.of("en", "zh"))) {
            faults.add(
                    declare.name().place(),
                    FaultCode.MISSING,
                    "After its constants an enum names its two titles: en : String and zh : String.",
                    "枚举常量之后须依次声明两个标题：en : String 和 zh : String。");
        }
        List<Constant> constants = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Syntax.ConstantDeclare constant : declare.constants()) {
            if (!names.add(constant.name().text())) {
                duplicate(constant.name());
            }
            for (Syntax.Name title : constant.titles()) {
                if (title.text().isBlank()) {
                    faults.add(
                            title.place(),
                            FaultCode.MISSING_LANGUAGE,
                            "The constant %s needs a title in English and one in Chinese."
                                    .formatted(constant.name().text()),
                            "常量 %s 需要英文和中文标题。".formatted(constant.name().text()));
                }
            }
            constants.add(new Constant(
                    declare.name().text(),
                    constant.name().text(),
                    new Text(
                            orDash(constant.titles().get(0).text()),
                            orDash(constant.titles().get(1).text()))));
        }
        return new EnumType(declare.name().text(), constants, declare.name().place());
    }

    private static String orDash(String title) {
        return title.isBlank() ? "-" : title;
    }

    /**
     * A fact type.
     *
     * @param base the fields that every type of its kind has
     * @param enums those that can be used in its file, by name
     */
    FactType factType(
            Syntax.TypeDeclare declare, String folder, boolean isClaim, List<Field> base, Map<String, EnumType> enums) {
        Annotations annotations = new Annotations(
                declare.annotations(), Annotations.OF_TYPE, declare.name().place(), faults);
        List<Field> fields = new ArrayList<>(base);
        Set<String> names = new HashSet<>(base.stream().map(Field::name).toList());
        for (Syntax.FieldDeclare field : declare.fields()) {
            if (!names.add(field.name().text())
                    || (isClaim && field.name().text().equals("type"))) {
                duplicate(field.name());
            }
            field(field, fields.size(), enums).ifPresent(fields::add);
        }
        keysAgree(declare, fields);
        return new FactType(
                declare.name().text(),
                folder,
                isClaim,
                annotations.title(),
                fields,
                declare.name().place());
    }

    private void duplicate(Syntax.Name name) {
        faults.add(
                name.place(),
                FaultCode.DUPLICATE,
                "%s is declared here a second time. Rename or remove one of the two.".formatted(name.text()),
                "%s 在此重复声明，请改名或删去其中一个。".formatted(name.text()));
    }

    private void keysAgree(Syntax.TypeDeclare declare, List<Field> fields) {
        long kinds = fields.stream()
                .map(Field::key)
                .filter(key -> key != Field.Key.NONE)
                .distinct()
                .count();
        if (kinds > 1) {
            faults.add(
                    declare.name().place(),
                    FaultCode.WRONG_TYPE,
                    "The keys of %s disagree: write @key on all of them, or @key( \"applicant\" ) on all."
                            .formatted(declare.name().text()),
                    "%s 的 @key 不一致：请全部写 @key，或全部写 @key( \"applicant\" )。"
                            .formatted(declare.name().text()));
        }
    }

    private Optional<Field> field(Syntax.FieldDeclare declare, int index, Map<String, EnumType> enums) {
        Optional<EnumType> constants =
                Optional.ofNullable(enums.get(declare.type().text()));
        Optional<ValueType> type = constants.isPresent()
                ? Optional.of(ValueType.CONSTANT)
                : ValueType.ofDeclared(declare.type().text());
        Annotations annotations = new Annotations(
                declare.annotations(), Annotations.OF_FIELD, declare.name().place(), faults);
        if (type.isEmpty()) {
            unknownType(declare.type(), enums.keySet());
        }
        return type.map(known -> new Field(
                declare.name().text(),
                index,
                known,
                constants,
                annotations.title(),
                key(annotations),
                annotations.has("required"),
                pattern(annotations, known),
                creditCode(annotations, known),
                range(annotations, known),
                annotations.has("changeable"),
                declare.name().place()));
    }

    private void unknownType(Syntax.Name type, Set<String> enums) {
        Set<String> known = new TreeSet<>(enums);
        known.addAll(List.of("String", "Integer", "BigDecimal", "Boolean", "LocalDate"));
        faults.add(
                type.place(),
                FaultCode.UNKNOWN_NAME,
                "A field cannot be of type %s.%s Possible are: %s."
                        .formatted(type.text(), Spelling.maybe(type.text(), known), String.join(", ", known)),
                "字段类型不能是 %s。%s可用的有：%s。"
                        .formatted(type.text(), Spelling.maybeZh(type.text(), known), String.join("、", known)));
    }

    private Field.Key key(Annotations annotations) {
        if (!annotations.has("key")) {
            return Field.Key.NONE;
        }
        Optional<Syntax.Name> scope = annotations.optionalValue("key");
        if (scope.isPresent() && !scope.get().text().equals("applicant")) {
            faults.add(
                    scope.get().place(),
                    FaultCode.UNKNOWN_NAME,
                    "@key stands alone, or as @key( \"applicant\" ) where the name is one that many could use.",
                    "@key 可单独使用；若名称可能被多个主体使用，则写作 @key( \"applicant\" )。");
        }
        return scope.isPresent() ? Field.Key.PROJECT_OF_APPLICANT : Field.Key.PROJECT;
    }

    private Optional<Pattern> pattern(Annotations annotations, ValueType type) {
        Optional<Syntax.Name> pattern = annotations.value("pattern");
        pattern.ifPresent(value -> onlyOn(value, "pattern", type, ValueType.TEXT));
        return pattern.flatMap(value -> pattern(value, faults));
    }

    /** A pattern in RE2/J's language; empty, with a fault, where it is not one. */
    static Optional<Pattern> pattern(Syntax.Name value, Faults faults) {
        try {
            return Optional.of(Pattern.compile(value.text()));
        } catch (PatternSyntaxException wrong) {
            faults.add(
                    value.place(),
                    FaultCode.SYNTAX,
                    "This is not a pattern: %s.".formatted(wrong.getDescription()),
                    "该匹配模式有误：%s。".formatted(wrong.getDescription()));
            return Optional.empty();
        }
    }

    private boolean creditCode(Annotations annotations, ValueType type) {
        Optional<Syntax.Name> check = annotations.value("check");
        check.ifPresent(value -> {
            onlyOn(value, "check", type, ValueType.TEXT);
            if (!value.text().equals(CREDIT_CODE)) {
                faults.add(
                        value.place(),
                        FaultCode.UNKNOWN_NAME,
                        "The one check is @check( \"%s\" ).".formatted(CREDIT_CODE),
                        "唯一可用的校验是 @check( \"%s\" )。".formatted(CREDIT_CODE));
            }
        });
        return check.isPresent();
    }

    private Optional<Field.Range> range(Annotations annotations, ValueType type) {
        Optional<Syntax.Name> range = annotations.value("range");
        if (range.isEmpty()) {
            return type == ValueType.DECIMAL ? Optional.of(Field.Range.YUAN) : Optional.empty();
        }
        onlyOn(range.get(), "range", type, ValueType.INTEGER, ValueType.DECIMAL);
        try {
            String[] limits = range.get().text().split("\\.\\.", 2);
            Field.Range written = new Field.Range(new BigDecimal(limits[0]), new BigDecimal(limits[1]));
            return Optional.of(written.within(type));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException wrong) {
            faults.add(
                    range.get().place(),
                    FaultCode.SYNTAX,
                    "A range is written with both limits, whole numbers for an Integer, 0 to 999999999999.99 for a BigDecimal: @range( \"1900..2100\" ).",
                    "范围须写明上下限；Integer 用整数，BigDecimal 在 0 至 999999999999.99 之间：@range( \"1900..2100\" )。");
            return Optional.empty();
        }
    }

    private void onlyOn(Syntax.Name value, String annotation, ValueType type, ValueType... possible) {
        if (!Set.of(possible).contains(type)) {
            faults.add(
                    value.place(),
                    FaultCode.WRONG_TYPE,
                    "@%s cannot stand on a field of type %s.".formatted(annotation, type.declared()),
                    "@%s 不能用于 %s 类型的字段。".formatted(annotation, type.declared()));
        }
    }
}
