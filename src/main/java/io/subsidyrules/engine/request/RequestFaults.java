package io.subsidyrules.engine.request;

import io.subsidyrules.fault.Spelling;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the faults of one request in document order: the first hundred, and how many there are. */
public final class RequestFaults {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(RequestFaults.class);

    private static final int REPORTED = 100;
    private static final int LONGEST_QUOTE = 60;

    private final List<RequestFault> reported = new ArrayList<>();
    private int count;

    public void add(String pointer, RequestFault.Code code, Text detail) {
        add(pointer, code, detail, Optional.empty());
    }

    /** @param suggestion what may be meant */
    void add(String pointer, RequestFault.Code code, Text detail, Optional<String> suggestion) {
        add(new RequestFault(pointer, code, detail, List.of(), suggestion));
    }

    /** A name that is not one of a closed list. */
    public void unknown(String pointer, RequestFault.Code code, String name, List<String> allowed) {
        unknown(pointer, code, name, allowed, Optional.empty());
    }

    /**
     * A name that is not known here.
     *
     * @param meant the known name that it surely means; empty where the nearest one is asked for
     */
    void unknown(String pointer, RequestFault.Code code, String name, List<String> allowed, Optional<String> meant) {
        count++;
        if (reported.size() < REPORTED) {
            Optional<String> nearest = meant.or(() -> Spelling.nearest(name, allowed));
            Text detail = nearest.map(maybe -> TEXTS.text(code.name() + ".maybe", quoted(name), maybe))
                    .orElseGet(() -> TEXTS.text(code.name(), quoted(name)));
            reported.add(new RequestFault(pointer, code, detail, allowed, nearest));
        }
    }

    /** A member that is not there. */
    public void required(String pointer, String name) {
        add(pointer, RequestFault.Code.REQUIRED, TEXTS.text("required", name));
    }

    /**
     * Ends the reading, where there is a fault.
     *
     * @throws RequestFaultsException if any was added
     */
    public void throwIfAny() {
        if (count > 0) {
            throw new RequestFaultsException(reported, count);
        }
    }

    /** A value of the request as a message quotes it. */
    static String quoted(String value) {
        return value.length() <= LONGEST_QUOTE
                ? "\"" + value + "\""
                : "\"" + value.substring(0, value.offsetByCodePoints(0, LONGEST_QUOTE / 2)) + "…\"";
    }

    private void add(RequestFault fault) {
        count++;
        if (reported.size() < REPORTED) {
            reported.add(fault);
        }
    }

    /** A name as a JSON pointer writes it (RFC 6901). */
    static String escaped(String name) {
        return name.indexOf('~') < 0 && name.indexOf('/') < 0
                ? name
                : name.replace("~", "~0").replace("/", "~1");
    }
}
