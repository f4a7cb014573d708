package io.subsidyrules.engine.question;

import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.ItemAnswer;
import io.subsidyrules.engine.answer.Question;
import io.subsidyrules.policy.Yuan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A question of an answer, with what an order of asking can go by.
 *
 * @param waiting the items that wait for it, each claim's counted apart
 * @param alone those of them for which nothing else is missing
 * @param met its place among the missing fields of all items, in the order of the answer
 */
record OpenField(String pointer, Yuan atStake, int waiting, int alone, int met) {

    /** The questions in the order of the answer. */
    static List<OpenField> of(Answer answer) {
        Map<String, List<ItemAnswer>> waiting = new LinkedHashMap<>();
        Stream.concat(answer.claims().stream().flatMap(claim -> claim.items().stream()), answer.supports().stream())
                .forEach(item -> item.missing()
                        .forEach(pointer -> waiting.computeIfAbsent(pointer, any -> new ArrayList<>())
                                .add(item)));
        List<String> met = List.copyOf(waiting.keySet());
        return answer.questions().stream()
                .map(question -> of(question, waiting.getOrDefault(question.pointer(), List.of()), met))
                .toList();
    }

    private static OpenField of(Question question, List<ItemAnswer> waiting, List<String> met) {
        long alone = waiting.stream().filter(item -> item.missing().size() == 1).count();
        return new OpenField(
                question.pointer(),
                question.atStake(),
                waiting.size(),
                Math.toIntExact(alone),
                met.indexOf(question.pointer()));
    }
}
