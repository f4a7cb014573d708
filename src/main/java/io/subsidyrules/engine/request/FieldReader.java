package io.subsidyrules.engine.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.subsidyrules.codes.CodeCheck;
import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.EnumType;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.model.Vocabulary;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.TextRefusal;
import io.subsidyrules.engine.request.direct.FactValues;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import io.subsidyrules.writing.Unseen;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Reads one value of a request, of the type and within the limits of its field. */
final class FieldReader {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(FieldReader.class);

    private static final int LONGEST_NUMBER = 1000;

    /** The members of all lists of the claims of a request. */
    private static final int MOST_MEMBERS = 10_000;

    private static final BigDecimal INT_MAX = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final Vocabulary vocabulary;
    private final JsonParser parser;
    private final RequestFaults faults;
    private final RequestUse use;
    private final AtomicInteger members;

    /** A reader for the fields of one fact. */
    FieldReader(Vocabulary vocabulary, JsonParser parser, RequestFaults faults, RequestUse use) {
        this(vocabulary, parser, faults, use, new AtomicInteger());
    }

    /**
     * A reader for one of several facts.
     *
     * @param vocabulary has the types of members of lists
     * @param members how many members the lists of all of them had so far
     */
    FieldReader(Vocabulary vocabulary, JsonParser parser, RequestFaults faults, RequestUse use, AtomicInteger members) {
        this.members = members;
        this.vocabulary = vocabulary;
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
            case MEMBERS -> members(field, pointer);
        };
    }

    /** The members of a list, each as a fact that has no date yet; null if the list has a fault. */
    private @Nullable List<Fact> members(Field field, String pointer) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            wrongType(pointer, TEXTS.text("arrayOfMembersWanted"));
            return null;
        }
        FactType type = vocabulary.membersOf(field);
        List<Fact> members = new ArrayList<>();
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (count < field.mostMembers() && isOneMore(pointer)) {
                member(type, pointer + "/" + count).ifPresent(members::add);
            } else {
                parser.skipChildren();
            }
            count++;
        }
        int least = field.range().map(range -> range.min().intValueExact()).orElse(0);
        if (count > field.mostMembers()) {
            faults.add(
                    pointer,
                    RequestFault.Code.TOO_MANY,
                    TEXTS.text("tooManyMembers", field.title(), field.mostMembers()));
        } else if (count < least) {
            faults.add(pointer, RequestFault.Code.OUT_OF_RANGE, TEXTS.text("tooFewMembers", field.title(), least));
        }
        return members;
    }

    /** Whether a member more can be read: each may be asked about, in each item. The first one too many is a fault. */
    private boolean isOneMore(String pointer) {
        int number = members.incrementAndGet();
        if (number == MOST_MEMBERS + 1) {
            faults.add(pointer, RequestFault.Code.TOO_MANY, TEXTS.text("tooManyInAll", MOST_MEMBERS));
        }
        return number <= MOST_MEMBERS;
    }

    private Optional<Fact> member(FactType type, String pointer) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            wrongType(pointer, TEXTS.text("objectWanted"));
            return Optional.empty();
        }
        @Nullable Object[] values = new Object[type.fields().size()];
        fields(type, values, pointer);
        return Optional.of(new FactValues(type, Arrays.asList(values)).member(pointer));
    }

    /** Reads the fields of an object of a type, which has no other members, to its end. */
    void fields(FactType type, @Nullable Object[] values, String at) throws IOException {
        boolean[] seen = new boolean[values.length];
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            boolean absent = parser.nextToken() == JsonToken.VALUE_NULL;
            Optional<Field> field = type.field(name);
            if (absent && !(use.isStrict() && field.isEmpty())) {
                continue;
            }
            String pointer = at + "/" + RequestFaults.escaped(name);
            if (field.isEmpty()) {
                unknownMember(parser, faults, pointer, name, type.fieldNames());
            } else {
                int index = field.get().index();
                seen[index] = true;
                values[index] = value(field.get(), pointer);
            }
        }
        for (Field field : type.fields()) {
            if (field.required() && !seen[field.index()]) {
                faults.required(at + "/" + field.name(), field.name());
            }
        }
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
            wrongType(pointer, RequestFault.TEXT_WANTED);
            return null;
        }
        String text = parser.getText();
        Optional<TextRefusal> refusal =
                use.isReplay() ? TextRefusal.ofRecorded(text, longest) : TextRefusal.of(text, longest);
        if (refusal.isEmpty()) {
            return text;
        }
        if (refusal.get() == TextRefusal.TOO_LONG) {
            faults.add(pointer, RequestFault.Code.TOO_LONG, TEXTS.text("tooLong", longest));
        } else {
            faults.add(
                    pointer,
                    RequestFault.Code.BAD_FORMAT,
                    Unseen.first(text).orElseThrow().detail());
        }
        return null;
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
            faults.add(pointer, RequestFault.Code.BAD_FORMAT, TEXTS.text("noDate", RequestFaults.quoted(text)));
        } else if (date.getYear() < Field.FIRST_YEAR || date.getYear() > Field.LAST_YEAR) {
            faults.add(
                    pointer,
                    RequestFault.Code.OUT_OF_RANGE,
                    TEXTS.text("yearOutOfRange", Field.FIRST_YEAR, Field.LAST_YEAR));
            return null;
        }
        return date;
    }

    /** An exception for a day that the calendar does not have would take longer than reading the rest of a request. */
    private static @Nullable LocalDate parseDate(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        return year >= 0
                        && ChronoField.MONTH_OF_YEAR.range().isValidValue(month)
                        && day >= 1
                        && day <= YearMonth.of(year, month).lengthOfMonth()
                ? LocalDate.of(year, month, day)
                : null;
    }

    /** The number that some digits make; -1 if one of them is none. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
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
        Optional<TextRefusal> refusal =
                use.isReplay() ? TextRefusal.ofRecorded(field, text) : TextRefusal.of(field, text);
        if (refusal.isEmpty()) {
            return text;
        }
        refuse(field, text, refusal.get(), pointer);
        return null;
    }

    private void refuse(Field field, String text, TextRefusal refusal, String pointer) {
        switch (refusal) {
            case SAYS_NOTHING ->
                faults.add(
                        pointer, RequestFault.Code.BAD_FORMAT, TEXTS.text("saysNothing", RequestFaults.quoted(text)));
            case TOO_LONG_WRITTEN_OUT ->
                faults.add(pointer, RequestFault.Code.TOO_LONG, TEXTS.text("tooLongWrittenOut", Field.LONGEST_TEXT));
            case NO_CODE ->
                refusal(field, text)
                        .ifPresent(one -> faults.add(pointer, code(one.kind()), one.detail(), one.suggestion()));
            default -> faults.add(pointer, RequestFault.Code.BAD_FORMAT, unmatched(field, text));
        }
    }

    /** A check says in words what a pattern says to programs. */
    private Text unmatched(Field field, String text) {
        return refusal(field, text)
                .filter(one -> one.kind() == CodeCheck.Kind.FORM)
                .map(CodeCheck.Refusal::detail)
                .orElseGet(() -> TEXTS.text(
                        "unmatched",
                        RequestFaults.quoted(text),
                        field.title(),
                        field.pattern().orElseThrow().pattern()));
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
            faults.unknown(pointer, RequestFault.Code.UNKNOWN_CONSTANT, text, type.names(), type.titled(text));
        }
        return null;
    }

    private @Nullable Object bool(String pointer) throws IOException {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            wrongType(pointer, TEXTS.text("booleanWanted"));
            return null;
        }
        return token == JsonToken.VALUE_TRUE;
    }

    private @Nullable Object number(Field field, String pointer) throws IOException {
        if (!parser.currentToken().isNumeric()) {
            wrongType(pointer, TEXTS.text("numberWanted"));
            return null;
        }
        if (parser.getTextLength() > LONGEST_NUMBER) {
            faults.add(pointer, RequestFault.Code.BAD_FORMAT, TEXTS.text("numberTooLong", LONGEST_NUMBER));
            return null;
        }
        Optional<BigDecimal> number = decimal();
        if (field.type() == ValueType.INTEGER && number.isPresent() && !whole(number.get(), 0)) {
            wrongType(pointer, TEXTS.text("wholeNumberWanted"));
            return null;
        }
        if (number.isEmpty() || !inRange(field, number.get())) {
            outOfRange(field, pointer);
            return null;
        }
        if (field.type() == ValueType.INTEGER) {
            return number.get().intValueExact();
        }
        if (!whole(number.get(), field.decimals())) {
            faults.add(pointer, RequestFault.Code.BAD_FORMAT, tooManyDecimals(field));
            return null;
        }
        return number.get().setScale(field.decimals());
    }

    private static Text tooManyDecimals(Field field) {
        return field.isMoney()
                ? TEXTS.text("tooManyDecimals")
                : TEXTS.text("tooManyDecimalsOfNumber", field.decimals());
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
        faults.add(pointer, RequestFault.Code.OUT_OF_RANGE, TEXTS.text("numberOutOfRange", min, max));
    }

    /** Reports a value of another JSON type, and skips it. */
    void wrongType(String pointer, Text detail) throws IOException {
        faults.add(pointer, RequestFault.Code.WRONG_TYPE, detail);
        parser.skipChildren();
    }

    /** Adds the fault of a member that does not belong there, and passes over it. */
    static void unknownMember(JsonParser parser, RequestFaults faults, String pointer, String name, List<String> known)
            throws IOException {
        faults.unknown(pointer, RequestFault.Code.UNKNOWN_MEMBER, name, known);
        parser.skipChildren();
    }
}
