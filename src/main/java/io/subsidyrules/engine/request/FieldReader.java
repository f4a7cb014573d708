package io.subsidyrules.engine.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.subsidyrules.codes.CodeCheck;
import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.EnumType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.text.Text;
import io.subsidyrules.writing.CanonicalForm;
import io.subsidyrules.writing.Saying;
import io.subsidyrules.writing.Unseen;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one value of a request, of the type and within the limits of its field. */
final class FieldReader {

    private static final int LONGEST_NUMBER = 1000;
    private static final BigDecimal INT_MAX = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final JsonParser parser;
    private final RequestFaults faults;
    private final RequestUse use;

    FieldReader(JsonParser parser, RequestFaults faults, RequestUse use) {
        this.parser = parser;
        this.faults = faults;
        this.use = use;
    }

    /** The value at the parser's current token, which is not null; null if it has a fault. */
    @Nullable
    Object value(Field field, String pointer) throws IOException {
        return switch (field.type()) {
            case TEXT -> text(field, pointer);
            case CONSTANT -> constant(field.constants().orElseThrow(), pointer);
            case BOOLEAN -> bool(pointer);
            case DATE -> date(pointer);
            case INTEGER, DECIMAL -> number(field, pointer);
        };
    }

    /** A text of at most 500 characters; null if it has a fault. */
    @Nullable
    String string(String pointer) throws IOException {
        return string(pointer, Field.LONGEST_TEXT);
    }

    /** A text of at most so many characters; null if it has a fault. */
    @Nullable
    String string(String pointer, int longest) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            wrongType(pointer, "a string", "字符串");
            return null;
        }
        String text = parser.getText();
        if (text.length() > longest && text.codePointCount(0, text.length()) > longest) {
            faults.add(
                    pointer,
                    RequestFault.Code.TOO_LONG,
                    "The string has more than %s characters.".formatted(longest),
                    "字符串超过 %s 个字符。".formatted(longest));
            return null;
        }
        Optional<Unseen> unseen = use.isReplay() ? Optional.empty() : Unseen.first(text);
        unseen.ifPresent(one -> faults.add(pointer, RequestFault.Code.BAD_FORMAT, one.detail()));
        return unseen.isEmpty() ? text : null;
    }

    /** A date from 1900 to 2100; null if it has a fault. */
    @Nullable
    LocalDate date(String pointer) throws IOException {
        String text = string(pointer);
        if (text == null) {
            return null;
        }
        LocalDate date = parseDate(text);
        if (date == null) {
            faults.add(
                    pointer,
                    RequestFault.Code.BAD_FORMAT,
                    "%s is not a date of the calendar. Write year-month-day, as 2023-05-01."
                            .formatted(RequestFaults.quoted(text)),
                    "%s 不是有效日期，请按“年-月-日”书写，如 2023-05-01。".formatted(RequestFaults.quoted(text)));
        } else if (date.getYear() < Field.FIRST_YEAR || date.getYear() > Field.LAST_YEAR) {
            faults.add(
                    pointer,
                    RequestFault.Code.OUT_OF_RANGE,
                    "The year must lie from %s to %s.".formatted(Field.FIRST_YEAR, Field.LAST_YEAR),
                    "年份应在 %s 至 %s 之间。".formatted(Field.FIRST_YEAR, Field.LAST_YEAR));
            return null;
        }
        return date;
    }

    private static @Nullable LocalDate parseDate(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        try {
            return LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
        } catch (DateTimeException notInTheCalendar) {
            return null;
        }
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("not a digit");
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private @Nullable String text(Field field, String pointer) throws IOException {
        String text = string(pointer);
        if (text == null) {
            return null;
        }
        if (field.pattern().isPresent() && !field.pattern().get().matches(text)) {
            faults.add(pointer, RequestFault.Code.BAD_FORMAT, unmatched(field, text));
            return null;
        }
        if (field.key() != Field.Key.NONE && !use.isReplay() && Saying.nothing(text)) {
            faults.add(
                    pointer,
                    RequestFault.Code.BAD_FORMAT,
                    "%s says nothing that a project could be told apart by. Leave the member out while it is not known."
                            .formatted(RequestFaults.quoted(text)),
                    "%s 无法用来区分项目；如尚不清楚，请省略该成员。".formatted(RequestFaults.quoted(text)));
            return null;
        }
        if (field.key() != Field.Key.NONE
                && !use.isReplay()
                && CanonicalForm.of(text).length() > Field.LONGEST_TEXT) {
            faults.add(
                    pointer,
                    RequestFault.Code.TOO_LONG,
                    "Written out as projects are compared, the string has more than %s characters: a character of it is that of a whole phrase."
                            .formatted(Field.LONGEST_TEXT),
                    "按项目比对的形式展开后，字符串超过 %s 个字符：其中有以一个字符表示整个词句的字符。".formatted(Field.LONGEST_TEXT));
            return null;
        }
        Optional<CodeCheck.Refusal> refusal = refusal(field, text);
        refusal.ifPresent(one -> faults.add(pointer, code(one.kind()), one.detail(), one.suggestion()));
        return refusal.isEmpty() ? text : null;
    }

    /** A check says in words what a pattern says to programs. */
    private Text unmatched(Field field, String text) {
        return refusal(field, text)
                .filter(one -> one.kind() == CodeCheck.Kind.FORM)
                .map(CodeCheck.Refusal::detail)
                .orElseGet(() -> {
                    String quoted = RequestFaults.quoted(text);
                    String pattern = field.pattern().orElseThrow().pattern();
                    return new Text(
                            "%s is not a valid %s: it must match %s."
                                    .formatted(quoted, field.title().en(), pattern),
                            "%s 不是有效的%s，应符合格式 %s。"
                                    .formatted(quoted, field.title().zh(), pattern));
                });
    }

    /** The refusal of a code; none in a replay, since a recorded code was taken by the rules of its time. */
    private Optional<CodeCheck.Refusal> refusal(Field field, String text) {
        return use.isReplay() ? Optional.empty() : field.check().flatMap(check -> check.refusal(text, field.title()));
    }

    private static RequestFault.Code code(CodeCheck.Kind kind) {
        return switch (kind) {
            case FORM -> RequestFault.Code.BAD_FORMAT;
            case CHECK_CHARACTER -> RequestFault.Code.BAD_CHECK_CHARACTER;
            case UNKNOWN -> RequestFault.Code.UNKNOWN_CODE;
        };
    }

    private @Nullable Object constant(EnumType type, String pointer) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            Optional<Constant> constant = type.constant(parser.getText());
            if (constant.isPresent()) {
                return constant.get();
            }
        }
        String text = string(pointer);
        if (text != null) {
            faults.unknown(pointer, RequestFault.Code.UNKNOWN_CONSTANT, "constant", "常量", text, type.names());
        }
        return null;
    }

    private @Nullable Object bool(String pointer) throws IOException {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            wrongType(pointer, "true or false", "true 或 false");
            return null;
        }
        return token == JsonToken.VALUE_TRUE;
    }

    private @Nullable Object number(Field field, String pointer) throws IOException {
        if (!parser.currentToken().isNumeric()) {
            wrongType(pointer, "a number", "数字");
            return null;
        }
        if (parser.getTextLength() > LONGEST_NUMBER) {
            faults.add(
                    pointer,
                    RequestFault.Code.BAD_FORMAT,
                    "The number has more than %s characters.".formatted(LONGEST_NUMBER),
                    "数字超过 %s 个字符。".formatted(LONGEST_NUMBER));
            return null;
        }
        Optional<BigDecimal> number = decimal();
        if (field.type() == ValueType.INTEGER && number.isPresent() && !whole(number.get(), 0)) {
            wrongType(pointer, "a whole number", "整数");
            return null;
        }
        if (number.isEmpty() || !inRange(field, number.get())) {
            outOfRange(field, pointer);
            return null;
        }
        if (field.type() == ValueType.INTEGER) {
            return number.get().intValueExact();
        }
        if (!whole(number.get(), 2)) {
            faults.add(pointer, RequestFault.Code.BAD_FORMAT, "An amount has at most two decimals.", "金额最多两位小数。");
            return null;
        }
        return number.get().setScale(2);
    }

    /** The number; empty where its exponent is beyond any. */
    private Optional<BigDecimal> decimal() throws IOException {
        try {
            return Optional.of(new BigDecimal(parser.getText()));
        } catch (NumberFormatException hugeExponent) {
            return Optional.empty();
        }
    }

    private static boolean whole(BigDecimal number, int decimals) {
        return number.scale() <= decimals || number.stripTrailingZeros().scale() <= decimals;
    }

    private static boolean inRange(Field field, BigDecimal number) {
        return field.range()
                .map(range -> range.contains(number))
                .orElse(number.abs().compareTo(INT_MAX) <= 0);
    }

    private void outOfRange(Field field, String pointer) {
        String min = field.range().map(range -> range.min().toPlainString()).orElse("-2147483647");
        String max = field.range().map(range -> range.max().toPlainString()).orElse("2147483647");
        faults.add(
                pointer,
                RequestFault.Code.OUT_OF_RANGE,
                "The number must lie from %s to %s.".formatted(min, max),
                "数值应在 %s 至 %s 之间。".formatted(min, max));
    }

    /** Reports a value of another JSON type, and skips it. */
    void wrongType(String pointer, String en, String zh) throws IOException {
        faults.add(
                pointer, RequestFault.Code.WRONG_TYPE, "The value must be %s.".formatted(en), "该值应为%s。".formatted(zh));
        parser.skipChildren();
    }

    /** Adds the fault of a member that does not belong there, and passes over it. */
    static void unknownMember(JsonParser parser, RequestFaults faults, String pointer, String name, List<String> known)
            throws IOException {
        faults.unknown(pointer, RequestFault.Code.UNKNOWN_MEMBER, "member", "成员", name, known);
        parser.skipChildren();
    }
}
