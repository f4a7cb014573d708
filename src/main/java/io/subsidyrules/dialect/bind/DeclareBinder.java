package io.subsidyrules.dialect.bind;

import io.subsidyrules.codes.CodeCheck;
import io.subsidyrules.codes.CodeLists;
import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.EnumType;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.operand.FieldTypes;
import io.subsidyrules.dialect.source.Limits;
import io.subsidyrules.dialect.syntax.AnnotationNames;
import io.subsidyrules.dialect.syntax.Syntax;
import io.subsidyrules.dialect.syntax.SyntaxException;
import io.subsidyrules.dialect.table.Table;
import io.subsidyrules.dialect.value.NumberUnit;
import io.subsidyrules.dialect.value.TextPattern;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import io.subsidyrules.fault.Spelling;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Turns the declares of enums and fact types into types, with every name looked up. */
final class DeclareBinder {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(DeclareBinder.class);

    static final Text UNIQUE = TEXTS.text("renameType");

    /** The brackets behind the type of the members of a list. */
    static final String LIST = "[]";

    private static final List<String> TITLES = List.of("en", "zh");

    private final PatternPool patterns;
    private final CodeLists lists;
    private final Faults faults;

    /** @param lists those of the folder, all of which are read before a field is bound */
    DeclareBinder(PatternPool patterns, CodeLists lists, Faults faults) {
        this.patterns = patterns;
        this.lists = lists;
        this.faults = faults;
    }

    EnumType enumType(Syntax.EnumDeclare declare) {
        Syntax.Name name = declare.name();
        ReservedNames.checkType(name, faults);
        new Annotations(declare.annotations(), Set.of(), name, faults);
        List<Syntax.FieldDeclare> fields = declare.fields();
        boolean titled = fields.size() >= TITLES.size()
                && fields.subList(0, TITLES.size()).stream()
                        .map(field -> field.name().text())
                        .toList()
                        .equals(TITLES)
                && fields.subList(0, TITLES.size()).stream()
                        .allMatch(field -> field.type().text().equals(ValueType.TEXT.declared()));
        if (declare.complete() && !titled) {
            faults.add(name.place(), FaultCode.ENUM_TITLES);
        }
        List<Constant> constants = new ArrayList<>();
        Map<String, Place> names = new HashMap<>();
        for (Syntax.ConstantDeclare constant : declare.constants()) {
            ReservedNames.checkMember(constant.name(), faults);
            unique(constant.name(), names);
            constants.add(new Constant(
                    name.text(), constant.name().text(), new Text(title(constant, 0), title(constant, 1))));
        }
        List<Table> columns =
                declare.complete() && titled ? new ColumnBinder(faults).columns(declare, constants) : List.of();
        return new EnumType(name.text(), constants, columns, name.place());
    }

    private String title(Syntax.ConstantDeclare constant, int index) {
        Syntax.Name title = constant.titles().get(index);
        if (title.text().isBlank()) {
            faults.add(
                    title.place(),
                    FaultCode.TITLE_MISSING,
                    constant.name().text(),
                    index == 0 ? Annotations.ENGLISH : Annotations.CHINESE,
                    TEXTS.text("writeBothTitles", constant.name().text()));
            return "-";
        }
        return title.text();
    }

    /**
     * A fact type.
     *
     * @param base the fields that every type of its kind has
     * @param enums those that can be used in its file, by name
     * @param members the names of the types of members that can be used there
     * @param complete whether these are all; otherwise an unknown type may be one that could not be read
     */
    FactType factType(
            Syntax.TypeDeclare declare,
            String folder,
            FactType.Kind kind,
            List<Field> base,
            Map<String, EnumType> enums,
            Set<String> members,
            boolean complete) {
        Annotations annotations =
                new Annotations(declare.annotations(), AnnotationNames.OF_TYPE, declare.name(), faults);
        List<Field> fields = new ArrayList<>(base);
        Map<String, Place> names = new HashMap<>();
        base.forEach(field -> names.put(field.name(), field.place()));
        if (kind == FactType.Kind.CLAIM) {
            names.put("type", declare.name().place());
        }
        Types types = new Types(enums, members, kind == FactType.Kind.MEMBER, complete);
        for (Syntax.FieldDeclare field : declare.fields()) {
            ReservedNames.checkMember(field.name(), faults);
            unique(field.name(), names);
            field(field, fields.size(), types).ifPresent(fields::add);
        }
        keysAgree(declare, fields);
        return new FactType(
                declare.name().text(),
                folder,
                kind,
                declare.complete() || !declare.annotations().isEmpty()
                        ? annotations.title()
                        : new Text(declare.name().text(), declare.name().text()),
                annotations
                        .value(AnnotationNames.DECIDES)
                        .flatMap(day ->
                                DecidingDay.field(day, fields, declare.name().text(), faults))
                        .map(Field::name),
                fields,
                declare.name().place());
    }

    private void unique(Syntax.Name name, Map<String, Place> names) {
        Place first = names.putIfAbsent(name.text(), name.place());
        if (first != null) {
            faults.add(name.place(), FaultCode.DUPLICATE_NAME, name.text(), first, UNIQUE);
        }
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
                    FaultCode.KEYS_DISAGREE,
                    declare.name().text());
        }
    }

    /**
     * The types that a field can be of.
     *
     * @param members the names of the types of members
     * @param ofMember whether it is a field of members
     * @param complete whether these are all
     */
    private record Types(Map<String, EnumType> enums, Set<String> members, boolean ofMember, boolean complete) {}

    private Optional<Field> field(Syntax.FieldDeclare declare, int index, Types types) {
        String written = declare.type().text();
        Optional<EnumType> constants = Optional.ofNullable(types.enums().get(written));
        Optional<String> members = Optional.of(written)
                .filter(name -> name.endsWith(LIST))
                .map(name -> name.substring(0, name.length() - LIST.length()))
                .filter(types.members()::contains);
        Optional<ValueType> type = constants.isPresent()
                ? Optional.of(ValueType.CONSTANT)
                : members.isPresent() ? Optional.of(ValueType.MEMBERS) : ValueType.ofDeclared(written);
        Annotations annotations =
                new Annotations(declare.annotations(), AnnotationNames.OF_FIELD, declare.name(), faults);
        if (type.isEmpty()) {
            unknownType(declare.type(), types);
        }
        if (types.ofMember()) {
            inMember(declare, annotations, members);
        }
        return type.map(known -> new Field(
                declare.name().text(),
                index,
                known,
                constants,
                members,
                annotations.title(),
                key(annotations, known),
                annotations.has("required"),
                pattern(annotations, known),
                check(annotations, known),
                members.isPresent()
                        ? length(declare, annotations)
                        : range(annotations, known, unit(annotations, known)),
                unit(annotations, known),
                annotations.has("changeable"),
                declare.name().place()));
    }

    /** A member has no members of its own, and identifies no project. */
    private void inMember(Syntax.FieldDeclare declare, Annotations annotations, Optional<String> members) {
        if (members.isPresent()) {
            faults.add(
                    declare.type().place(),
                    FaultCode.MEMBER_IN_MEMBER,
                    declare.name().text());
        }
        if (annotations.has("key")) {
            faults.add(
                    declare.name().place(), FaultCode.MEMBER_KEY, declare.name().text());
        }
    }

    /** How many members a list can have, which it must say; a fault where it does not, or where they are too many. */
    private Optional<Field.Range> length(Syntax.FieldDeclare declare, Annotations annotations) {
        Optional<Syntax.Name> range = annotations.value("range");
        Optional<Field.Range> length = range.map(Syntax.Name::text)
                .filter(text -> text.matches("[0-9]{1,3}\\.\\.[0-9]{1,3}"))
                .map(text -> text.split("\\.\\.", 2))
                .filter(limits -> Integer.parseInt(limits[0]) <= Integer.parseInt(limits[1])
                        && Integer.parseInt(limits[1]) <= Field.MOST_MEMBERS)
                .map(limits -> new Field.Range(new BigDecimal(limits[0]), new BigDecimal(limits[1])));
        if (length.isEmpty()) {
            faults.add(
                    range.map(Syntax.Name::place).orElse(declare.type().place()),
                    FaultCode.MEMBERS_UNBOUNDED,
                    declare.name().text(),
                    Field.MOST_MEMBERS);
        }
        return length;
    }

    private void unknownType(Syntax.Name type, Types types) {
        boolean complete = types.complete();
        Set<String> known = new TreeSet<>(types.enums().keySet());
        types.members().forEach(name -> known.add(name + LIST));
        known.addAll(List.of("String", "Integer", "BigDecimal", "Boolean", "LocalDate"));
        if (complete || Spelling.nearest(type.text(), known).isPresent()) {
            faults.add(type.place(), FaultCode.UNKNOWN_FIELD_TYPE, type.text(), FieldTypes.remedy(type.text(), known));
        }
    }

    private Field.Key key(Annotations annotations, ValueType type) {
        if (!annotations.has("key")) {
            return Field.Key.NONE;
        }
        if (type == ValueType.MEMBERS) {
            faults.add(annotations.place("key"), FaultCode.ANNOTATION_ON_TYPE, "key", type.declared());
        }
        Optional<Syntax.Name> scope = annotations.optionalValue("key");
        if (scope.isPresent() && !scope.get().text().equals("applicant")) {
            faults.add(scope.get().place(), FaultCode.BAD_KEY);
        }
        return scope.isPresent() ? Field.Key.PROJECT_OF_APPLICANT : Field.Key.PROJECT;
    }

    private Optional<TextPattern> pattern(Annotations annotations, ValueType type) {
        Optional<Syntax.Name> pattern = annotations.value("pattern");
        pattern.ifPresent(value -> onlyOn(value, "pattern", type, ValueType.TEXT));
        return pattern.flatMap(value -> {
            try {
                return Optional.of(new TextPattern(patterns.of(value)));
            } catch (SyntaxException wrong) {
                wrong.addTo(faults);
                return Optional.empty();
            }
        });
    }

    private Optional<CodeCheck> check(Annotations annotations, ValueType type) {
        Optional<Syntax.Name> check = annotations.value("check");
        check.ifPresent(value -> {
            onlyOn(value, "check", type, ValueType.TEXT);
            if (!CodeLists.standards().contains(value.text())) {
                faults.add(
                        value.place(),
                        FaultCode.BAD_CHECK,
                        CodeLists.standards().toArray());
            }
        });
        return check.map(Syntax.Name::text)
                .filter(CodeLists.standards()::contains)
                .flatMap(lists::check);
    }

    /** The unit of a number other than money; a fault where it has no name, or more decimals than can be. */
    private Optional<NumberUnit> unit(Annotations annotations, ValueType type) {
        Optional<Syntax.Name> unit = annotations.value(AnnotationNames.UNIT);
        if (unit.isEmpty() || !onlyOn(unit.get(), AnnotationNames.UNIT, type, ValueType.DECIMAL)) {
            return Optional.empty();
        }
        Syntax.Name name = unit.get();
        int decimals = annotations
                .number(AnnotationNames.UNIT)
                .map(Syntax.Name::text)
                .map(digits -> digits.matches("[0-" + NumberUnit.MOST_DECIMALS + "]") ? Integer.parseInt(digits) : -1)
                .orElse(Field.FEN);
        if (decimals < 0 || name.text().isBlank() || name.text().length() > Limits.NAME) {
            faults.add(name.place(), FaultCode.BAD_UNIT, NumberUnit.MOST_DECIMALS);
            return Optional.empty();
        }
        return Optional.of(new NumberUnit(name.text().strip(), decimals));
    }

    private Optional<Field.Range> range(Annotations annotations, ValueType type, Optional<NumberUnit> unit) {
        Optional<Syntax.Name> range = annotations.value("range");
        if (range.isEmpty()) {
            Field.Range ofUnit =
                    unit.map(NumberUnit::decimals).map(Field.Range::ofDecimals).orElse(Field.Range.YUAN);
            return type == ValueType.DECIMAL ? Optional.of(ofUnit) : Optional.empty();
        }
        if (!onlyOn(range.get(), "range", type, ValueType.INTEGER, ValueType.DECIMAL)) {
            return Optional.empty();
        }
        try {
            if (!range.get().text().matches("-?[0-9.]{1,20}\\.\\.-?[0-9.]{1,20}")) {
                throw new NumberFormatException(range.get().text());
            }
            String[] limits = range.get().text().split("\\.\\.", 2);
            Field.Range written = new Field.Range(new BigDecimal(limits[0]), new BigDecimal(limits[1]));
            return Optional.of(
                    written.within(type, unit.map(NumberUnit::decimals).orElse(Field.FEN)));
        } catch (IllegalArgumentException wrong) {
            faults.add(range.get().place(), FaultCode.BAD_RANGE);
            return Optional.empty();
        }
    }

    private boolean onlyOn(Syntax.Name value, String annotation, ValueType type, ValueType... possible) {
        boolean fits = Set.of(possible).contains(type);
        if (!fits) {
            faults.add(value.place(), FaultCode.ANNOTATION_ON_TYPE, annotation, type.declared());
        }
        return fits;
    }
}
