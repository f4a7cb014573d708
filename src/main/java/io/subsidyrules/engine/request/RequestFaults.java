package io.subsidyrules.engine.request;

import io.subsidyrules.fault.Spelling;
import io.subsidyrules.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the faults of one request in document order: the first hundred, and how many there are. */
public final class RequestFaults {

    private static final int REPORTED = 100;
    private static final int LONGEST_QUOTE = 60;

    private final List<RequestFault> reported = new ArrayList<>();
    private int count;

    public void add(String pointer, RequestFault.Code code, String en, String zh) {
        add(pointer, code, new Text(en, zh));
    }

    public void add(String pointer, RequestFault.Code code, Text detail) {
        add(pointer, code, detail, Optional.empty());
    }

    /** @param suggestion what may be meant */
    void add(String pointer, RequestFault.Code code, Text detail, Optional<String> suggestion) {
        add(new RequestFault(pointer, code, detail, List.of(), suggestion));
    }

    /** A name that is not one of a closed list. */
    public void unknown(
            String pointer, RequestFault.Code code, String en, String zh, String name, List<String> allowed) {
        count++;
        if (reported.size() < REPORTED) {
            Text detail = new Text(
                    "The %s %s is not known.%s".formatted(en, quoted(name), Spelling.maybe(name, allowed)),
                    "没有%s %s。%s".formatted(zh, quoted(name), Spelling.maybeZh(name, allowed)));
            reported.add(new RequestFault(pointer, code, detail, allowed, Spelling.nearest(name, allowed)));
        }
    }

    /** A member that is not there. */
    public void required(String pointer, String name) {
        add(
                pointer,
                RequestFault.Code.REQUIRED,
                "The member %s is required.".formatted(name),
                "缺少必填成员 %s。".formatted(name));
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
