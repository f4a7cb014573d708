package io.subsidyrules.floor;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.subsidyrules.writing.Unseen;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of one JSON object, one after the other as the parser meets them. Each method that reads the value of the
 * present one gives null where it is null or at fault; a fault is noted.
 */
final class StreamedMembers {

    static final int LONGEST_STRING = 500;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final int DATE_LENGTH = 10;
    private static final BigDecimal MOST_YUAN = new BigDecimal("999999999999.99");

    private static final int NONE = -1;

    /** Money that is not known. */
    static final long UNKNOWN = -1;

    private final JsonParser parser;
    private final PlainFaults faults;
    private final List<String> names = new ArrayList<>();
    private String place = "";
    private int number = NONE;
    private long hashes;
    private String name = "";
    private JsonToken token = JsonToken.NOT_AVAILABLE;

    /** The text of a value that was set aside; null where it is the parser's. */
    private @Nullable String aside;

    StreamedMembers(JsonParser parser, PlainFaults faults) {
        this.parser = parser;
        this.faults = faults;
    }

    /** Begins with the members of an object, which the parser has just entered. */
    void enter(String at) {
        enter(at, NONE);
    }

    /** Begins with the members of an object in an array. */
    void enter(String array, int at) {
        place = array;
        number = at;
        names.clear();
        hashes = 0;
    }

    /** The name of the next member, or null at the end of the object; the parser is then on its value. */
    @Nullable
    String next() throws IOException {
        String next = parser.nextFieldName();
        if (next == null) {
            return null;
        }
        long hash = 1L << next.hashCode();
        if ((hashes & hash) != 0 && names.contains(next)) {
            throw new IOException("The member %s is there twice.".formatted(next));
        }
        hashes |= hash;
        names.add(next);
        name = next;
        token = parser.nextToken();
        aside = null;
        return next;
    }

    /** Comes back to a member that was passed over. */
    void again(Member member) {
        name = member.name();
        token = member.token();
        aside = member.text();
    }

    /**
     * A member that was passed over until it is known what it means.
     *
     * @param text of a string or a number
     */
    record Member(String name, JsonToken token, @Nullable String text) {}

    Member setAside() throws IOException {
        Member member = new Member(name, token, token.isScalarValue() ? parser.getText() : null);
        parser.skipChildren();
        return member;
    }

    boolean isNull() {
        return token == JsonToken.VALUE_NULL;
    }

    /** Whether the parser enters an object or an array; otherwise the value is passed over, and at fault if it is not null. */
    boolean begins(JsonToken start) throws IOException {
        if (token == start) {
            return true;
        }
        if (!isNull()) {
            wrongType();
        }
        return false;
    }

    @Nullable
    String string() throws IOException {
        if (isNull()) {
            return null;
        }
        if (token != JsonToken.VALUE_STRING) {
            wrongType();
            return null;
        }
        String text = text();
        if (text.length() > LONGEST_STRING && text.codePointCount(0, text.length()) > LONGEST_STRING) {
            fault("TOO_LONG");
            return null;
        }
        if (Unseen.first(text).isPresent()) {
            fault("BAD_FORMAT");
            return null;
        }
        return text;
    }

    /** A text that tells projects apart. */
    @Nullable
    String key() throws IOException {
        String text = string();
        if (text != null && StreamedKeys.sayNothing(text)) {
            fault("BAD_FORMAT");
            return null;
        }
        return text;
    }

    <E> @Nullable E constant(Map<String, E> constants) throws IOException {
        String text = string();
        E constant = text == null ? null : constants.get(text);
        if (text != null && constant == null) {
            fault("UNKNOWN_CONSTANT");
        }
        return constant;
    }

    @Nullable
    Boolean bool() throws IOException {
        if (token == JsonToken.VALUE_TRUE) {
            return Boolean.TRUE;
        }
        if (token == JsonToken.VALUE_FALSE) {
            return Boolean.FALSE;
        }
        if (!isNull()) {
            wrongType();
        }
        return null;
    }

    @Nullable
    LocalDate date() throws IOException {
        String text = string();
        if (text == null) {
            return null;
        }
        LocalDate date = date(text);
        if (date == null) {
            fault("BAD_FORMAT");
            return null;
        }
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            fault("OUT_OF_RANGE");
            return null;
        }
        return date;
    }

    private static @Nullable LocalDate date(String text) {
        if (text.length() != DATE_LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, DATE_LENGTH);
        if (year < 0 || month < 0 || day < 0) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException notInTheCalendar) {
            return null;
        }
    }

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

    /** A year, or 0 where it is unknown. */
    int year() throws IOException {
        BigDecimal number = number();
        if (number == null) {
            return 0;
        }
        if (decimals(number) > 0) {
            fault("WRONG_TYPE");
            return 0;
        }
        if (number.compareTo(BigDecimal.valueOf(FIRST_YEAR)) < 0
                || number.compareTo(BigDecimal.valueOf(LAST_YEAR)) > 0) {
            fault("OUT_OF_RANGE");
            return 0;
        }
        return number.intValueExact();
    }

    /** Yuan in fen, or {@link #UNKNOWN}. */
    long fen() throws IOException {
        BigDecimal number = number();
        if (number == null) {
            return UNKNOWN;
        }
        if (number.signum() < 0 || number.compareTo(MOST_YUAN) > 0) {
            fault("OUT_OF_RANGE");
            return UNKNOWN;
        }
        if (number.scale() > 2 && decimals(number) > 2) {
            fault("BAD_FORMAT");
            return UNKNOWN;
        }
        return number.scaleByPowerOfTen(2).longValueExact();
    }

    /** Notes a member that nobody knows. One that is null is as absent. */
    void refuse() throws IOException {
        if (!isNull()) {
            fault(name.replace("~", "~0").replace("/", "~1"), "UNKNOWN_MEMBER");
            parser.skipChildren();
        }
    }

    void wrongType() throws IOException {
        fault("WRONG_TYPE");
        parser.skipChildren();
    }

    void fault(String code) {
        fault(name, code);
    }

    void fault(String member, String code) {
        faults.add((number == NONE ? place : place + "/" + number) + "/" + member, code);
    }

    private String text() throws IOException {
        return aside == null ? parser.getText() : aside;
    }

    private @Nullable BigDecimal number() throws IOException {
        if (isNull()) {
            return null;
        }
        if (!token.isNumeric()) {
            wrongType();
            return null;
        }
        return aside == null ? parser.getDecimalValue() : new BigDecimal(aside);
    }

    private static int decimals(BigDecimal number) {
        return number.scale() <= 0 ? 0 : number.stripTrailingZeros().scale();
    }
}
