package io.subsidyrules.decision;

import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.recording.search.DecisionQuery;
import io.subsidyrules.text.Sha256;
import io.subsidyrules.text.TextCatalogue;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/** The end of a page, as a text that belongs to the filters of the page. */
final class PageCursor {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(PageCursor.class);

    private static final int CHECK_BYTES = 8;
    private static final int LENGTH = Long.BYTES + CHECK_BYTES;

    private PageCursor() {}

    /** @param sequence that of the last decision of the page */
    static String write(long sequence, DecisionQuery query) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(LENGTH)
                        .putLong(sequence)
                        .put(check(query))
                        .array());
    }

    /**
     * The sequence that was written.
     *
     * @throws LocalisedProblem if the text is none that was written for these filters
     */
    static long read(String cursor, DecisionQuery query) {
        byte[] bytes = bytes(cursor);
        if (bytes.length == LENGTH) {
            long sequence = ByteBuffer.wrap(bytes).getLong();
            // The same text again: a decoder takes some that were never written.
            if (sequence > 0 && write(sequence, query).equals(cursor)) {
                return sequence;
            }
        }
        throw LocalisedProblem.badRequest(TEXTS.text("unknownCursor"));
    }

    private static byte[] bytes(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    /** No text of a query has a control character, and none is empty. */
    private static byte[] check(DecisionQuery query) {
        String filters = String.join(
                "\0",
                query.applicant().orElse(""),
                query.item().orElse(""),
                query.policy().orElse(""),
                query.status().map(Status::name).orElse(""),
                query.reference().orElse(""),
                query.ruleset().orElse(""),
                query.from().map(Instant::toString).orElse(""),
                query.before().map(Instant::toString).orElse(""));
        return Arrays.copyOf(Sha256.of(filters), CHECK_BYTES);
    }
}
