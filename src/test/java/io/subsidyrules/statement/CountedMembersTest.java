package io.subsidyrules.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.engine.answer.ConditionAnswer;
import io.subsidyrules.engine.answer.ConditionAnswer.MemberAnswer;
import io.subsidyrules.engine.answer.Observation;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which members a letter says that a condition counts. */
class CountedMembersTest {

    private static final String WORKERS = "/claims/0/workers";

    @Test
    void aMemberThatTwoNumbersCountIsNamedOnce() {
        assertThat(counted(
                        member(WORKERS, 0, Truth.TRUE),
                        member(WORKERS, 1, Truth.FALSE),
                        member(WORKERS, 0, Truth.TRUE),
                        member(WORKERS, 1, Truth.FALSE)))
                .isEqualTo(Map.of(1, Truth.TRUE, 2, Truth.FALSE));
    }

    @Test
    void noMemberIsNamedWhereTwoNumbersCountDifferentOnes() {
        assertThat(counted(
                        member(WORKERS, 0, Truth.TRUE),
                        member(WORKERS, 1, Truth.FALSE),
                        member(WORKERS, 0, Truth.FALSE),
                        member(WORKERS, 1, Truth.FALSE)))
                .isEmpty();
    }

    @Test
    void noMemberIsNamedWhereTwoListsAreCounted() {
        assertThat(counted(member(WORKERS, 0, Truth.TRUE), member("/applicant/people", 1, Truth.TRUE)))
                .isEmpty();
    }

    private static Map<Integer, Truth> counted(MemberAnswer... members) {
        Observation seen = Observation.of(WORKERS, "$n >= 1", new Text("n", "n"), Optional.of(1));
        return CountedMembers.of(ConditionAnswer.of(Truth.TRUE, seen, List.of(), List.of(members), Optional.empty()));
    }

    private static MemberAnswer member(String list, int at, Truth counted) {
        return new MemberAnswer(list + "/" + at, counted, List.of(), Optional.empty());
    }
}
