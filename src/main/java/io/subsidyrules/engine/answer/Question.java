package io.subsidyrules.engine.answer;

import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.policy.Yuan;
import java.util.List;

/**
 * An unknown field that at least one undetermined item waits for: a question to whoever made the request.
 *
 * @param pointer the JSON pointer that its value would have in the request
 * @param atStake the yuan that hang on it: for each claim, the most that the undetermined items which wait for it could
 *     add, summed up
 * @param items those that wait for it, once each, in the order of policy folder, clause, place in the file
 */
public record Question(String pointer, Field field, Yuan atStake, List<RuledItem> items) {

    public Question {
        items = List.copyOf(items);
    }
}
