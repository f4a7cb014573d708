package io.subsidyrules.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneTest {

    private long now;
    private final List<String> begun = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();
    private final Lane lane = new Lane(
            1,
            new Lane.Patience(Duration.ofMillis(1_000), Duration.ofMillis(100), Duration.ofMillis(400)),
            () -> Duration.ofMillis(now).toNanos());

    private void enter(String caller, String work) {
        lane.enter(caller, () -> begun.add(work), () -> dropped.add(work));
    }

    @Test
    void onlySoMuchRunsAtATime() {
        enter("a", "1");
        enter("a", "2");
        assertThat(begun).containsExactly("1");
        lane.leave();
        assertThat(begun).containsExactly("1", "2");
        lane.leave();
        assertThat(lane.running()).isZero();
    }

    @Test
    void callersTakeTurns() {
        enter("greedy", "g0");
        for (int i = 1; i <= 3; i++) {
            enter("greedy", "g" + i);
        }
        enter("modest", "m1");
        for (int i = 0; i < 4; i++) {
            lane.leave();
        }
        assertThat(begun).containsExactly("g0", "g1", "m1", "g2", "g3");
    }

    @Test
    void whatHasWaitedTooLongIsDroppedBeforeItIsBegun() {
        enter("a", "1");
        enter("a", "2");
        now = 1_001;
        lane.look();
        assertThat(dropped).containsExactly("2");
        lane.leave();
        assertThat(begun).containsExactly("1");
    }

    @Test
    void aBurstThatIsDoneInTimeIsWorkedOffInItsOrder() {
        for (int i = 0; i < 300; i++) {
            enter("a", Integer.toString(i));
        }
        for (int i = 1; i < 300; i++) {
            now++;
            lane.leave();
        }
        assertThat(begun).hasSize(300).startsWith("0", "1", "2").endsWith("299");
        assertThat(dropped).isEmpty();
    }

    @Test
    void aCrowdedLaneTakesTheNewestAndDropsWhatWaitsALittleUntilItIsEmpty() {
        for (int i = 0; i < 500; i++) {
            enter("a", Integer.toString(i));
        }
        lane.leave();
        assertThat(begun).containsExactly("0", "499");
        now = 101;
        enter("a", "new");
        assertThat(dropped).hasSize(498);
        lane.leave();
        lane.leave();
        enter("a", "1000");
        enter("a", "1001");
        enter("a", "1002");
        lane.leave();
        assertThat(begun).containsExactly("0", "499", "new", "1000", "1001");
    }

    @Test
    void whatNobodyWaitsForAnyMoreLeavesItsTurnToTheNext() {
        enter("a", "1");
        for (int i = 0; i < 100_000; i++) {
            lane.enter("gone", () -> false, () -> dropped.add("gone"));
        }
        enter("b", "2");
        lane.leave();
        lane.leave();
        assertThat(begun).containsExactly("1", "2");
        assertThat(lane.running() + lane.waiting()).isZero();
    }
}
