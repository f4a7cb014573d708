package io.subsidyrules.engine.answer;

import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Facts which, were they so, would make an item that is not eligible hold; all else of the request staying as it is.
 *
 * @param status what the item would be, ELIGIBLE or REFERRED
 * @param gain what would be awarded, or at stake where a person decides; 0.00 for a support
 * @param upTo whether the gain is less for some of the new values
 * @param fields what would have to be otherwise, each by itself; any of the values of each will do
 */
public record Change(Status status, Yuan gain, boolean upTo, List<NewFact> fields) {

    public Change {
        fields = List.copyOf(fields);
    }

    /** Whether an applicant can ever change all of it. */
    public boolean changeable() {
        return fields.stream().allMatch(NewFact::changeable);
    }

    public Set<String> pointers() {
        return fields.stream().map(NewFact::pointer).collect(Collectors.toSet());
    }

    /**
     * A field, or the date of the evaluation, and what it would have to be.
     *
     * @param pointer its JSON pointer in the request, whether it is there or not
     * @param field empty for the date of the evaluation
     * @param actual the value in the request; empty if it is unknown
     * @param wanted the values of which any will do
     * @param meaning of a text, the sentences which the rule files give to what it does not meet
     * @param changeable whether an applicant can ever change it: a field can where the vocabulary says so, the date
     *     where it only has to be waited for
     */
    public record NewFact(
            String pointer,
            Optional<Field> field,
            Optional<Object> actual,
            AcceptedValues wanted,
            List<Text> meaning,
            boolean changeable) {

        public NewFact {
            meaning = List.copyOf(meaning);
        }
    }
}
