package io.subsidyrules.lint;

import io.subsidyrules.dialect.lookup.ReadTables;
import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.EnumType;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.source.SourceNames;
import io.subsidyrules.dialect.table.Cell;
import io.subsidyrules.dialect.table.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Constants of enums that no rule and no table mentions; of each enum one finding with all of them. */
final class UnusedConstants {

    private static final Set<String> REST = Set.of("none", "neither", "unknown", "无", "都不是", "不详", "未知");

    private final RuleBook book;

    /** The names of enums all of whose constants count as used. */
    private final Set<String> whole = new HashSet<>();

    private final Set<Constant> used = new HashSet<>();

    private UnusedConstants(RuleBook book) {
        this.book = book;
    }

    static Stream<LintFinding> of(RuleBook book) {
        UnusedConstants found = new UnusedConstants(book);
        Leaf.of(book).map(Leaf::test).forEach(found::test);
        ReadTables.of(book).forEach(found::table);
        found.keys();
        return PlacedText.enums(book).flatMap(found::finding);
    }

    private Stream<LintFinding> finding(EnumType type) {
        List<Constant> unused = type.constants().stream()
                .filter(constant -> !used.contains(constant) && !isRest(constant))
                .toList();
        boolean none = type.constants().stream().noneMatch(used::contains);
        boolean shared = type.place().file().startsWith(SourceNames.VOCABULARY + "/");
        if (unused.isEmpty() || whole.contains(type.name()) || (shared && !none) || isOther(type, unused)) {
            return Stream.empty();
        }
        List<String> names = unused.stream().map(Constant::name).toList();
        return Stream.of(
                LintFinding.of(type.place(), LintCode.CONSTANT_UNUSED, type.name(), LintFinding.listed(names)));
    }

    /** The one of two constants that is not asked for is all the rest. */
    private static boolean isOther(EnumType type, List<Constant> unused) {
        return type.constants().size() == 2 && unused.size() == 1;
    }

    private static boolean isRest(Constant constant) {
        String en = constant.title().en().toLowerCase(Locale.ROOT);
        String zh = constant.title().zh();
        return en.startsWith("other")
                || zh.startsWith("其他")
                || zh.startsWith("其它")
                || REST.contains(en)
                || REST.contains(zh);
    }

    /** A test that something is not a constant speaks of all the others. */
    private void test(Expression test) {
        if (test instanceof Expression.Comparison comparison) {
            if (!mentions(comparison.left(), comparison) && !mentions(comparison.right(), comparison)) {
                Stream.of(comparison.left(), comparison.right()).forEach(this::whole);
            }
        } else if (test instanceof Expression.Membership membership) {
            membership.members().forEach(member -> mention(member, membership.not()));
        } else if (test instanceof Expression.Listed listed) {
            whole(listed.left());
        }
    }

    private boolean mentions(Operand operand, Expression.Comparison comparison) {
        boolean not = !comparison.operator().holds(0);
        return operand instanceof Operand.Literal literal && mention(literal, not);
    }

    private boolean mention(Operand.Literal literal, boolean not) {
        if (!(literal.value() instanceof Constant constant)) {
            return false;
        }
        used.add(constant);
        if (not) {
            whole.add(constant.enumName());
        }
        return true;
    }

    private void whole(Operand operand) {
        if (operand instanceof Operand.FieldValue value) {
            value.field().constants().ifPresent(type -> whole.add(type.name()));
        }
    }

    /** The cells of a file name constants, and a column of an enum has a number for each. */
    private void table(Operand.Lookup lookup) {
        if (lookup.table().head().ofEnum()) {
            lookup.keys().forEach(this::whole);
        }
        lookup.table().rows().stream()
                .map(Table.Row::cells)
                .flatMap(List::stream)
                .forEach(cell -> {
                    if (cell instanceof Cell.One one && one.value() instanceof Constant constant) {
                        used.add(constant);
                    }
                });
    }

    /** The constants of a key tell one project from another, so no rule has to mention them. */
    private void keys() {
        PlacedText.types(book).stream()
                .flatMap(type -> type.fields().stream())
                .filter(field -> field.key() != Field.Key.NONE)
                .flatMap(field -> field.constants().stream())
                .forEach(type -> whole.add(type.name()));
    }
}
