package io.subsidyrules.problem;

import io.subsidyrules.http.Correlation;
import io.subsidyrules.http.HttpDate;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * An answer with a problem that was written once and is sent often: only its date and its ids differ. Safe for many
 * threads.
 */
public final class ReadyAnswer {

    /** The id in whose place that of an answer is put. */
    static final UUID NO_ID = new UUID(0, 0);

    private final byte[] head;
    private final byte[] body;
    private final int id;

    /**
     * An answer that differs in its date and its ids alone.
     *
     * @param head the status line and headers, each with its end of line
     * @param body in UTF-8, with {@link #NO_ID} once
     */
    ReadyAnswer(String head, byte[] body) {
        this.head = head.getBytes(StandardCharsets.US_ASCII);
        this.body = body.clone();
        this.id = new String(body, StandardCharsets.ISO_8859_1).indexOf(NO_ID.toString());
        if (id < 0) {
            throw new IllegalArgumentException("The problem has no instance.");
        }
    }

    /**
     * The bytes of one answer.
     *
     * @param instance the id of this answer
     * @param last whether the connection is closed behind it
     */
    public byte[] bytes(UUID instance, Correlation correlation, boolean last) {
        StringBuilder more = new StringBuilder(200);
        more.append("Date: ").append(HttpDate.now());
        more.append("\r\n" + Correlation.REQUEST_ID + ": ").append(correlation.requestId());
        correlation.trace().ifPresent(trace -> more.append("\r\n" + Correlation.TRACE + ": ")
                .append(trace));
        more.append(last ? "\r\nConnection: close\r\n\r\n" : "\r\n\r\n");
        byte[] end = more.toString().getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[head.length + end.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(end, 0, all, head.length, end.length);
        System.arraycopy(body, 0, all, head.length + end.length, body.length);
        byte[] own = instance.toString().getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(own, 0, all, head.length + end.length + id, own.length);
        return all;
    }
}
