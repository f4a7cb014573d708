package io.subsidyrules.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
            new Lane.Patience(
                    Duration.ofMillis(2_000),
                    Duration.ofMillis(1_000),
                    Duration.ofMillis(100),
                    Duration.ofMillis(400),
                    2),
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
        now = 2_001;
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

    /** The first guess is a millisecond for each, so that a thousand are begun in a second and a hundred in a tenth of it. */
    @Test
    void noMoreWaitThanAreBegunInTime() {
        for (int i = 0; i < 1_101; i++) {
            enter("a", Integer.toString(i));
        }
        assertThat(lane.waiting()).isEqualTo(1_000);
        assertThat(lane.isFull("a")).isTrue();
        assertThat(dropped).isEmpty();
        lane.leave();
        assertThat(lane.isFull("a")).isFalse();
    }

    @Test
    void aCrowdThatStandsIsKeptSmallThroughAPause() {
        for (int i = 0; i <= 500; i++) {
            enter("a", Integer.toString(i));
        }
        pass(401);
        assertThat(lane.isFull("a")).isTrue();
        leave(400);
        assertThat(lane.waiting()).isEqualTo(100);
        assertThat(lane.isFull("a")).isTrue();
        leave(1);
        enter("a", "501");
        assertThat(lane.waiting()).isEqualTo(100);
        enter("a", "502");
        assertThat(lane.waiting()).isEqualTo(100);
        leave(50);
        assertThat(lane.isFull("a")).isFalse();
        pass(90);
        enter("a", "503");
        for (int i = 0; i < 60; i++) {
            enter("a", "more");
        }
        assertThat(lane.waiting()).as("a pause ends no overload").isEqualTo(100);
    }

    @Test
    void aCrowdIsOverWhenNothingHasWaitedForSomeTime() {
        for (int i = 0; i <= 500; i++) {
            enter("a", Integer.toString(i));
        }
        pass(401);
        assertThat(lane.isFull("a")).isTrue();
        leave(501);
        pass(401);
        for (int i = 0; i <= 200; i++) {
            enter("a", "later");
        }
        assertThat(lane.waiting()).isEqualTo(200);
    }

    @Test
    void whoWaitsForLittleIsTakenOnThoughOthersFillTheLane() {
        for (int i = 0; i < 1_101; i++) {
            enter("greedy", Integer.toString(i));
        }
        enter("modest", "m");
        lane.leave();
        lane.leave();
        assertThat(begun).contains("m");
    }

    @Test
    void howeverManyCallersThereAreTheLaneHasAnEnd() {
        for (int i = 0; i < 5_000; i++) {
            enter("caller " + i, Integer.toString(i));
        }
        assertThat(lane.waiting()).isEqualTo(2_000);
    }

    @Test
    void slowWorkMakesItShorter() {
        for (int i = 0; i < 150; i++) {
            enter("a", Integer.toString(i));
        }
        assertThat(lane.isFull("a")).isFalse();
        for (int i = 0; i < 20; i++) {
            pass(20);
            lane.leave();
        }
        assertThat(lane.isFull("a")).isTrue();
        assertThat(lane.isFull("b")).isFalse();
    }

    @Test
    void aFewMayAlwaysWait() {
        enter("a", "0");
        for (int i = 1; i <= 2; i++) {
            enter("a", Integer.toString(i));
        }
        for (int i = 0; i < 10; i++) {
            pass(900);
            lane.leave();
            enter("a", "again");
        }
        assertThat(lane.waiting()).isEqualTo(2);
        assertThat(lane.isFull("a")).isTrue();
        assertThat(dropped).isEmpty();
    }

    /** A large evaluation takes 600 ms: while a crowd waits, one may wait, else two. */
    @Test
    void whereOneAloneMayAlwaysWaitACrowdIsOverOnceNothingWaits() {
        Lane large = new Lane(
                1,
                new Lane.Patience(
                        Duration.ofMillis(1_500),
                        Duration.ofMillis(1_500),
                        Duration.ofMillis(500),
                        Duration.ofMillis(1_000),
                        1),
                () -> Duration.ofMillis(now).toNanos());
        for (int i = 0; i < 8; i++) {
            large.enter("a", () -> true, () -> {});
            large.enter("a", () -> true, () -> {});
            pass(600);
            large.leave();
        }
        while (large.running() > 0) {
            large.leave();
        }
        pass(5_000);
        for (int i = 0; i < 3; i++) {
            large.enter("b", () -> true, () -> {});
        }
        assertThat(large.waiting()).isEqualTo(2);
        large.enter("b", () -> true, () -> {});
        large.enter("b", () -> true, () -> {});
        pass(1_001);
        assertThat(large.isFull("b")).isTrue();
    }

    @Test
    void aPatienceThatCannotBeIsRefused() {
        Duration second = Duration.ofSeconds(1);
        Duration more = Duration.ofSeconds(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lane.Patience(second, more, second, second, 1))
                .withMessageContaining("PT2S");
        assertThatIllegalArgumentException().isThrownBy(() -> new Lane.Patience(more, second, more, second, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lane.Patience(more, second, second, second.negated(), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Lane.Patience(more, second, second, second, 0));
    }

    private void pass(long millis) {
        now += millis;
    }

    private void leave(int times) {
        for (int i = 0; i < times; i++) {
            lane.leave();
        }
    }

    @Test
    void whatNobodyWaitsForAnyMoreLeavesItsTurnToTheNext() {
        enter("a", "1");
        for (int i = 0; i < 900; i++) {
            lane.enter("gone", () -> false, () -> dropped.add("gone"));
        }
        enter("b", "2");
        lane.leave();
        lane.leave();
        assertThat(begun).containsExactly("1", "2");
        assertThat(lane.running() + lane.waiting()).isZero();
    }
}
