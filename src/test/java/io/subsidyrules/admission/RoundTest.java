package io.subsidyrules.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What an event loop does itself before it looks at its sockets again: at most 250 ms, in a crowd 30 ms. */
class RoundTest {

    private static final Lane.Patience PATIENCE = new Lane.Patience(
            Duration.ofMillis(1_500), Duration.ofMillis(250), Duration.ofMillis(30), Duration.ofMillis(100), 4);

    private final AtomicLong nanos = new AtomicLong(1);
    private final Round round = new Round(PATIENCE, nanos::get);

    private void work(String caller, int times, int millis) {
        for (int i = 0; i < times; i++) {
            round.begin();
            pass(millis);
            round.done(() -> caller);
        }
    }

    private void pass(int millis) {
        nanos.addAndGet(Duration.ofMillis(millis).toNanos());
    }

    /** Rounds that take so long that those who come meanwhile wait longer than in a burst. */
    private void crowd() {
        for (int i = 0; i < 3; i++) {
            work("portal", 6, 10);
            round.end();
        }
    }

    @Test
    void theFirstPieceOfWorkBeginsARound() {
        assertThat(round.begin()).isTrue();
        assertThat(round.begin()).isFalse();
        round.end();
        assertThat(round.begin()).isTrue();
    }

    @Test
    void aRoundIsOverWhenItsTimeIs() {
        work("portal", 24, 10);
        assertThat(round.isOver()).isFalse();
        work("portal", 1, 10);
        assertThat(round.isOver()).isTrue();
        assertThat(round.isFull("portal")).isTrue();
        round.end();
        assertThat(round.isOver()).isFalse();
        assertThat(round.isFull("portal")).isFalse();
    }

    @Test
    void aFewPiecesOfWorkHaveTimeHoweverLongTheyTake() {
        work("portal", 3, 1_000);
        assertThat(round.isOver()).isFalse();
        work("portal", 1, 1_000);
        assertThat(round.isOver()).isTrue();
    }

    @Test
    void inACrowdRoundsAreShortUntilItIsGone() {
        crowd();
        work("portal", 4, 7);
        assertThat(round.isOver()).isFalse();
        work("portal", 1, 7);
        assertThat(round.isOver()).isTrue();
        round.end();
        for (int i = 0; i < 12; i++) {
            work("portal", 1, 10);
            round.end();
        }
        work("portal", 5, 7);
        assertThat(round.isOver()).isFalse();
    }

    @Test
    void aCrowdIsGoneAfterAPauseInWhichNothingCame() {
        crowd();
        pass(101);
        work("portal", 5, 7);
        assertThat(round.isOver()).isFalse();
    }

    @Test
    void oneLongRoundIsNoCrowd() {
        work("portal", 5, 40);
        round.end();
        work("portal", 5, 40);
        assertThat(round.isOver()).isFalse();
    }

    @Test
    void whoHadLessThanItsPartOfARoundGetsMoreOfItUntilTwiceItsTimeIsOver() {
        crowd();
        work("greedy", 5, 7);
        assertThat(round.isFull("greedy")).isTrue();
        assertThat(round.isFull("modest")).isFalse();
        work("modest", 1, 1);
        assertThat(round.isFull("greedy")).isTrue();
        assertThat(round.isFull("modest")).isFalse();
        work("modest", 1, 25);
        assertThat(round.isFull("modest")).isTrue();
        assertThat(round.isFull("other")).isTrue();
    }
}
