package io.subsidyrules.dialect.lookup;

import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.EnumType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.table.Cell;
import io.subsidyrules.dialect.value.NumberUnit;
import io.subsidyrules.fault.FullWidth;
import io.subsidyrules.text.Grouping;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the cells of a column as values of a key: exact ones, and of numbers and dates also those between limits. */
final class CellReader {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(CellReader.class);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9_,]*(\\.[0-9]{1,12})?");
    private static final Pattern DATE = Pattern.compile("([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})");

    /** A long number as a spreadsheet shows it, and then saves it. */
    private static final Pattern IN_POWERS_OF_TEN = Pattern.compile("[0-9](\\.[0-9]+)?[Ee]\\+?[0-9]+");

    private static final int MOST_DIGITS = 13;

    private final KeyDomain domain;
    private final Optional<Field> field;
    private final Optional<EnumType> constants;

    /** A reader for the values of a key. */
    CellReader(Operand key) {
        this.domain = KeyDomain.of(key);
        this.field = key instanceof Operand.FieldValue value ? Optional.of(value.field()) : Optional.empty();
        this.constants = field.flatMap(Field::constants);
    }

    /** The values that a cell names; empty where it is not written as they are. */
    Optional<Cell> cell(String written) {
        return domain.numbers().isPresent()
                ? ordered(written.replaceAll("\\s", ""))
                : exact(written).map(Cell.One::new);
    }

    /** A single value that a cell names; empty where it is not written as one. */
    Optional<Object> value(String written) {
        return domain.numbers().isPresent()
                ? limit(written)
                        .filter(number -> number.stripTrailingZeros().scale() <= domain.decimals())
                        .map(Cell::normal)
                : exact(written);
    }

    private Optional<Object> exact(String written) {
        return switch (domain.type()) {
            case CONSTANT -> constants.flatMap(type -> constant(type, written));
            case BOOLEAN ->
                written.equalsIgnoreCase("true") || written.equalsIgnoreCase("false")
                        ? Optional.of(Boolean.valueOf(written))
                        : Optional.empty();
            default -> Optional.<Object>of(written).filter(text -> isText(written) && isAccepted(written));
        };
    }

    private static boolean isText(String written) {
        return !written.isEmpty() && written.length() <= Field.LONGEST_TEXT;
    }

    /** Whether a request could ever have the text in the field: no other value is ever compared with it. */
    private boolean isAccepted(String written) {
        return field.filter(one -> !one.accepts(written)).isEmpty();
    }

    /** A constant by its name, or by one of its titles as a whole. */
    private static Optional<Object> constant(EnumType type, String written) {
        String name = written.startsWith(type.name() + ".")
                ? written.substring(type.name().length() + 1)
                : written;
        Optional<Constant> found = type.constant(name).or(() -> type.constant(type.meant(written)));
        return found.map(constant -> constant);
    }

    private Optional<Cell> ordered(String written) {
        String plain =
                written.replace("≥", ">=").replace("≤", "<=").replace('＞', '>').replace('＜', '<');
        if (plain.startsWith(">")) {
            boolean with = plain.startsWith(">=");
            return limit(plain.substring(with ? 2 : 1))
                    .flatMap(from -> between(Optional.of(from), with, Optional.empty(), false));
        }
        if (plain.startsWith("<")) {
            boolean with = plain.startsWith("<=");
            return limit(plain.substring(with ? 2 : 1))
                    .flatMap(to -> between(Optional.empty(), false, Optional.of(to), with));
        }
        int points = plain.indexOf("..");
        if (points < 0) {
            return limit(plain).flatMap(one -> between(Optional.of(one), true, Optional.of(one), true));
        }
        String first = plain.substring(0, points);
        String last = plain.substring(points + 2);
        Optional<BigDecimal> from = limit(first);
        Optional<BigDecimal> to = limit(last);
        boolean sound = from.isPresent() != first.isEmpty()
                && to.isPresent() != last.isEmpty()
                && (from.isPresent() || to.isPresent());
        return sound ? between(from, true, to, false) : Optional.empty();
    }

    /** The values between the limits, of which there must be one. */
    private Optional<Cell> between(
            Optional<BigDecimal> from, boolean withFrom, Optional<BigDecimal> to, boolean withTo) {
        return Optional.of(Cell.Between.of(from, withFrom, to, withTo, domain.decimals()))
                .filter(cell -> !cell.isEmpty())
                .map(cell -> cell);
    }

    private Optional<BigDecimal> limit(String written) {
        return domain.type() == ValueType.DATE
                ? date(written).map(date -> BigDecimal.valueOf(date.toEpochDay()))
                : number(written);
    }

    /** A number as a table writes it, perhaps with a sign for per cent; empty where it is none. */
    static Optional<BigDecimal> number(String written) {
        String plain = written.strip().replaceFirst("[%％]$", "");
        if (!NUMBER.matcher(plain).matches() || !isGrouped(plain)) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(plain.replaceAll("[_,]", "")))
                .filter(number -> number.precision() - number.scale() <= MOST_DIGITS - 1
                        && number.stripTrailingZeros().scale() <= NumberUnit.MOST_DECIMALS);
    }

    /** Whether commas and lines stand between groups of three digits only. */
    private static boolean isGrouped(String number) {
        String digits = number.replaceFirst("^-", "").replaceFirst("\\..*", "");
        return Grouping.isSound(digits.replace(',', '_'));
    }

    /** A date as a table writes it; empty where it is none. */
    static Optional<LocalDate> date(String written) {
        Matcher date = DATE.matcher(written.strip());
        if (!date.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                            Integer.parseInt(date.group(1)),
                            Integer.parseInt(date.group(2)),
                            Integer.parseInt(date.group(3))))
                    .filter(day -> day.getYear() >= Field.FIRST_YEAR && day.getYear() <= Field.LAST_YEAR);
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }

    /** A remedy for a cell that has no value. */
    Text remedy(String written) {
        boolean refused = domain.isAnyText() && isText(written);
        return refused ? field.map(one -> refused(one, written)).orElseGet(this::possible) : possible();
    }

    private static Text refused(Field field, String written) {
        String plain = FullWidth.plain(written);
        if (field.accepts(plain)) {
            return TEXTS.text("halfWidth", plain);
        }
        if (IN_POWERS_OF_TEN.matcher(written).matches()) {
            return TEXTS.text("keptAsText");
        }
        return field.pattern()
                .filter(form -> !form.matches(written))
                .map(form -> TEXTS.text("formOfField", field.title(), form.pattern()))
                .orElseGet(() -> TEXTS.text("codeOfField", field.title()));
    }

    /** The values that a cell can have, in words. */
    private Text possible() {
        return switch (domain.type()) {
            case CONSTANT ->
                TEXTS.text(
                        "constants",
                        String.join(", ", constants.map(EnumType::names).orElse(List.of())));
            case BOOLEAN -> TEXTS.text("trueOrFalse");
            case DATE -> TEXTS.text("dates");
            case INTEGER, DECIMAL -> TEXTS.text("numbers");
            case TEXT, MEMBERS -> TEXTS.text("texts", Field.LONGEST_TEXT);
        };
    }
}
