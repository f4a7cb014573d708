package io.subsidyrules.engine.question;

import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.random.AskedRequest;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;

/** Random requests that leave something open. */
final class OpenRequests {

    private OpenRequests() {}

    /** So many with one unknown field that is a question, as many with two, and so on; the same for the same seed. */
    static Stream<AskedRequest> of(Arbitrary<AskedRequest> any, int mostFields, int ofEach, long seed) {
        Map<Integer, Integer> drawn = new HashMap<>();
        Iterator<AskedRequest> questions = any.generator(1000).stream(new Random(seed))
                .map(question -> question.value())
                .iterator();
        return Stream.generate(questions::next)
                .filter(question -> {
                    int fields = question.answer(Explain.SUMMARY).questions().size();
                    return fields >= 1 && fields <= mostFields && drawn.merge(fields, 1, Integer::sum) <= ofEach;
                })
                .limit((long) mostFields * ofEach);
    }
}
