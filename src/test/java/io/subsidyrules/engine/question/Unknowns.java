package io.subsidyrules.engine.question;

import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.answer.Question;
import io.subsidyrules.engine.random.AskedRequest;
import io.subsidyrules.engine.random.GivenRequest;
import io.subsidyrules.policy.Yuan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * All that can become known of the fields that a request leaves open. A state says for each of these fields which of its
 * possible values has been told, or that none has; each is evaluated once.
 */
final class Unknowns {

    private static final int UNKNOWN = -1;

    private final AskedRequest question;
    private final List<String> pointers = new ArrayList<>();
    private final List<List<PossibleValues.Chance>> chances = new ArrayList<>();
    private final Map<List<Integer>, Left> seen = new HashMap<>();

    /** What a state leaves: the questions in the order of the answer, and the yuan that are at stake. */
    record Left(List<OpenField> open, Yuan atStake) {}

    Unknowns(AskedRequest question) {
        this.question = question;
        PossibleValues possible = new PossibleValues(question.ruleset().book());
        GivenRequest request = question.request();
        for (Question missing : question.answer(Explain.SUMMARY).questions()) {
            pointers.add(missing.pointer());
            chances.add(possible.of(request.factAt(missing.pointer()).type(), missing.field(), request.date()));
        }
    }

    int fields() {
        return pointers.size();
    }

    int index(OpenField field) {
        return pointers.indexOf(field.pointer());
    }

    List<PossibleValues.Chance> chances(int field) {
        return chances.get(field);
    }

    /** Where nothing has been told. */
    List<Integer> nothing() {
        return Collections.nCopies(pointers.size(), UNKNOWN);
    }

    /** Where all has been told, each value as likely as it is. */
    List<Integer> drawn(Random random) {
        List<Integer> values = new ArrayList<>();
        for (List<PossibleValues.Chance> possible : chances) {
            double rest = random.nextDouble();
            int value = 0;
            while (value < possible.size() - 1 && rest >= possible.get(value).probability()) {
                rest -= possible.get(value).probability();
                value++;
            }
            values.add(value);
        }
        return values;
    }

    static List<Integer> telling(List<Integer> state, int field, int value) {
        List<Integer> more = new ArrayList<>(state);
        more.set(field, value);
        return List.copyOf(more);
    }

    Left after(List<Integer> state) {
        return seen.computeIfAbsent(state, this::evaluated);
    }

    private Left evaluated(List<Integer> state) {
        GivenRequest request = question.request();
        for (int i = 0; i < pointers.size(); i++) {
            if (state.get(i) != UNKNOWN) {
                request = request.with(
                        pointers.get(i), chances.get(i).get(state.get(i)).value());
            }
        }
        Answer answer = new AskedRequest(question.ruleset(), request).answer(Explain.SUMMARY);
        return new Left(OpenField.of(answer), answer.atStake());
    }
}
