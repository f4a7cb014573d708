package io.subsidyrules.exchange;

import io.subsidyrules.admission.Lease;
import io.subsidyrules.admission.Refusal;
import io.subsidyrules.http.Body;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Optional;

/**
 * Reads the body of a request as it arrives, without a thread that waits for it, up to {@link Body#LIMIT}: one that is
 * longer is answered with 413. The bytes that have arrived are part of the request's lease.
 */
final class BodyReading {

    private static final String EXPECT = "Expect";

    private final Lease lease;
    private final Outcome outcome;
    private final Buffer body = Buffer.buffer();
    private boolean over;

    /** The ways in which it can end. */
    interface Outcome {

        /** All of it is there. */
        void whole(Buffer body);

        /** It is longer than bodies may be; the rest is not read. */
        void tooLarge();

        /** There is no room for it now. */
        void refused(Refusal why);

        /** It broke off, or took too long, which is answered elsewhere. */
        void brokenOff();
    }

    private BodyReading(Lease lease, Outcome outcome) {
        this.lease = lease;
        this.outcome = outcome;
    }

    /** Reads the body; the outcome is reported on the same event loop. */
    static void begin(HttpServerRequest request, Lease lease, Outcome outcome) {
        if (declaredLength(request) > Body.LIMIT) {
            outcome.tooLarge();
            return;
        }
        BodyReading reading = new BodyReading(lease, outcome);
        request.exceptionHandler(broken -> reading.end(outcome::brokenOff));
        request.handler(reading::part);
        request.endHandler(ended -> reading.end(() -> outcome.whole(reading.body)));
        if (request.headers().contains(EXPECT)) {
            if (request.version() != HttpVersion.HTTP_1_0) {
                request.response().writeContinue();
            }
            // Else Quarkus would say so again.
            request.headers().remove(EXPECT);
        }
        request.resume();
    }

    /** Whether a request has a body, be it an empty one. */
    static boolean isNeeded(HttpServerRequest request) {
        return request.headers().contains("Transfer-Encoding") || declaredLength(request) > 0;
    }

    private static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length == null ? 0 : Long.parseLong(length);
    }

    private void part(Buffer part) {
        if (over) {
            return;
        }
        if (body.length() + part.length() > Body.LIMIT) {
            end(outcome::tooLarge);
            return;
        }
        Optional<Refusal> refused = lease.grow(part.length());
        if (refused.isPresent()) {
            end(() -> outcome.refused(refused.get()));
        } else {
            body.appendBuffer(part);
        }
    }

    private void end(Runnable told) {
        if (!over) {
            over = true;
            told.run();
        }
    }
}
