package io.subsidyrules.floor;

import com.fasterxml.jackson.databind.JsonNode;
import io.subsidyrules.writing.Saying;
import io.subsidyrules.writing.Unseen;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The members of one JSON object, read by name. Each method gives null where the member is absent, null or at fault; a
 * fault is noted. At the end, {@link #refuseOthers} notes the members that nobody has read.
 */
final class PlainMembers {

    private static final int LONGEST_STRING = 500;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final BigDecimal MOST_YUAN = new BigDecimal("999999999999.99");

    private final JsonNode object;
    private final String pointer;
    private final PlainFaults faults;
    private final List<String> asked = new ArrayList<>();
    private int found;

    PlainMembers(JsonNode object, String pointer, PlainFaults faults) {
        this.object = object;
        this.pointer = pointer;
        this.faults = faults;
    }

    @Nullable
    JsonNode node(String name) {
        asked.add(name);
        JsonNode node = object.get(name);
        if (node == null) {
            return null;
        }
        found++;
        return node.isNull() ? null : node;
    }

    @Nullable
    String string(String name) {
        JsonNode node = node(name);
        return node == null ? null : string(node, pointerOf(name), faults);
    }

    /** The text of a node that must be a string of the contract. */
    static @Nullable String string(JsonNode node, String pointer, PlainFaults faults) {
        if (!node.isTextual()) {
            faults.add(pointer, "WRONG_TYPE");
            return null;
        }
        String text = node.textValue();
        if (text.length() > LONGEST_STRING && text.codePointCount(0, text.length()) > LONGEST_STRING) {
            faults.add(pointer, "TOO_LONG");
            return null;
        }
        if (Unseen.first(text).isPresent()) {
            faults.add(pointer, "BAD_FORMAT");
            return null;
        }
        return text;
    }

    /** A text that tells projects apart. */
    @Nullable
    String key(String name) {
        String text = string(name);
        if (text != null && Saying.nothing(text)) {
            fault(name, "BAD_FORMAT");
            return null;
        }
        return text;
    }

    @Nullable
    String required(String name) {
        JsonNode node = node(name);
        if (node == null) {
            fault(name, "REQUIRED");
            return null;
        }
        return string(node, pointerOf(name), faults);
    }

    <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
        String text = string(name);
        if (text == null) {
            return null;
        }
        try {
            return Enum.valueOf(type, text);
        } catch (IllegalArgumentException unknown) {
            fault(name, "UNKNOWN_CONSTANT");
            return null;
        }
    }

    @Nullable
    Boolean bool(String name) {
        JsonNode node = node(name);
        if (node == null) {
            return null;
        }
        if (!node.isBoolean()) {
            fault(name, "WRONG_TYPE");
            return null;
        }
        return node.booleanValue();
    }

    @Nullable
    LocalDate date(String name) {
        String text = string(name);
        if (text == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
            fault(name, text.length() == 10 ? "OUT_OF_RANGE" : "BAD_FORMAT");
        } catch (DateTimeParseException notInTheCalendar) {
            fault(name, "BAD_FORMAT");
        }
        return null;
    }

    @Nullable
    Integer year(String name) {
        BigDecimal number = number(name);
        if (number == null) {
            return null;
        }
        if (decimals(number) > 0) {
            fault(name, "WRONG_TYPE");
            return null;
        }
        if (number.compareTo(BigDecimal.valueOf(FIRST_YEAR)) < 0
                || number.compareTo(BigDecimal.valueOf(LAST_YEAR)) > 0) {
            fault(name, "OUT_OF_RANGE");
            return null;
        }
        return number.intValueExact();
    }

    @Nullable
    BigDecimal yuan(String name) {
        BigDecimal number = number(name);
        if (number == null) {
            return null;
        }
        if (number.signum() < 0 || number.compareTo(MOST_YUAN) > 0) {
            fault(name, "OUT_OF_RANGE");
            return null;
        }
        if (decimals(number) > 2) {
            fault(name, "BAD_FORMAT");
            return null;
        }
        return number.setScale(2);
    }

    /** Notes the members that were not asked for. One that is null is as absent. */
    void refuseOthers() {
        if (found == object.size()) {
            return;
        }
        object.properties().forEach(member -> {
            if (!asked.contains(member.getKey()) && !member.getValue().isNull()) {
                fault(member.getKey().replace("~", "~0").replace("/", "~1"), "UNKNOWN_MEMBER");
            }
        });
    }

    void fault(String name, String code) {
        faults.add(pointerOf(name), code);
    }

    private String pointerOf(String name) {
        return pointer + "/" + name;
    }

    private @Nullable BigDecimal number(String name) {
        JsonNode node = node(name);
        if (node == null) {
            return null;
        }
        if (!node.isNumber()) {
            fault(name, "WRONG_TYPE");
            return null;
        }
        return node.decimalValue();
    }

    private static int decimals(BigDecimal number) {
        return number.scale() <= 0 ? 0 : number.stripTrailingZeros().scale();
    }
}
