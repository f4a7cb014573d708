package io.subsidyrules.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private Duration now = Duration.ZERO;
    private final Deque<Place> places = new ArrayDeque<>();
    private final Backlog backlog = new Backlog(
            new Backlog.Patience(Duration.ofMillis(800), Duration.ofMillis(200), Duration.ofMillis(300)),
            2_000,
            () -> now.toNanos());

    private void record(int count, Duration took) {
        backlog.begin();
        now = now.plus(took);
        backlog.end(count);
    }

    private void add(int count) {
        for (int i = 0; i < count; i++) {
            places.add(backlog.place("portal").orElseThrow());
        }
    }

    @Test
    void asManyMayWaitAsAreWrittenInTheTime() {
        for (int second = 0; second < 20; second++) {
            record(500, Duration.ofSeconds(1));
        }
        assertThat(backlog.measure()).isEqualTo(400);
        add(399);
        assertThat(backlog.isFull("portal")).isFalse();
        add(1);
        assertThat(backlog.isFull("portal")).isTrue();
        places.remove().giveUp();
        assertThat(backlog.isFull("portal")).isFalse();
    }

    @Test
    void aPatienceThatCannotBeIsRefused() {
        Duration second = Duration.ofSeconds(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backlog.Patience(second, Duration.ofSeconds(2), second))
                .withMessageContaining("PT2S");
        assertThatIllegalArgumentException().isThrownBy(() -> new Backlog.Patience(second, Duration.ZERO, second));
        assertThatIllegalArgumentException().isThrownBy(() -> new Backlog.Patience(second, second, second.negated()));
    }

    @Test
    void aDatabaseThatGetsSlowMakesItShorterAtOnce() {
        record(100, Duration.ofSeconds(5));
        assertThat(backlog.measure()).isLessThan(700);
        record(100, Duration.ofSeconds(5));
        assertThat(backlog.measure()).isLessThan(300);
    }

    @Test
    void aDatabaseThatHangsLetsOnlyAFewWait() {
        add(64);
        backlog.begin();
        now = now.plusMillis(801);
        assertThat(backlog.isFull("portal")).isTrue();
        backlog.end(0);
        assertThat(backlog.isFull("portal")).isFalse();
    }

    @Test
    void aFewMayAlwaysWait() {
        for (int i = 0; i < 10; i++) {
            record(16, Duration.ofSeconds(100));
        }
        assertThat(backlog.measure()).isEqualTo(64);
    }

    @Test
    void whatIsWrittenAloneSaysNothingOfHowFastManyAre() {
        for (int i = 0; i < 10; i++) {
            record(1, Duration.ofMillis(50));
        }
        assertThat(backlog.measure()).isEqualTo(2_000);
    }

    @Test
    void aCrowdThatStandsIsKeptSmallUntilItIsOver() {
        for (int second = 0; second < 20; second++) {
            record(500, Duration.ofSeconds(1));
        }
        add(300);
        assertThat(backlog.isFull("portal")).isFalse();
        now = now.plusMillis(301);
        assertThat(backlog.measure()).isEqualTo(100);
        assertThat(backlog.isFull("portal")).isTrue();
        for (int i = 0; i < 249; i++) {
            places.remove().giveUp();
        }
        assertThat(backlog.measure()).isEqualTo(100);
        places.remove().giveUp();
        assertThat(backlog.measure()).as("a pause ends no overload").isEqualTo(100);
        now = now.plusMillis(301);
        assertThat(backlog.measure()).isEqualTo(400);
    }

    @Test
    void aCrowdIsOverWhenAllOfItHaveLeftThoughNobodyAsks() {
        for (int second = 0; second < 20; second++) {
            record(500, Duration.ofSeconds(1));
        }
        add(300);
        assertThat(backlog.isFull("portal")).isFalse();
        now = now.plusMillis(301);
        assertThat(backlog.isFull("portal")).isTrue();
        for (int i = 0; i < 300; i++) {
            places.remove().giveUp();
        }
        now = now.plusMillis(101);
        add(300);
        assertThat(backlog.waiting()).isEqualTo(300);
    }

    @Test
    void aCallerHasAPlaceThoughAnotherTakesAllThereAre() {
        add(2_000);
        assertThat(backlog.isFull("portal")).isTrue();
        assertThat(backlog.place("other")).isPresent();
        assertThat(backlog.waiting()).isEqualTo(2_001);
    }

    @Test
    void aPlaceIsLeftOnceByWhoeverHasItLast() {
        Place place = backlog.place("portal").orElseThrow();
        assertThat(place.occupy()).isTrue();
        assertThat(place.occupy()).isFalse();
        place.giveUp();
        assertThat(backlog.waiting()).isEqualTo(1);
        place.leave();
        place.leave();
        assertThat(backlog.waiting()).isZero();
    }

    @Test
    void thereIsAMostHoweverFastItIs() {
        record(1_000_000, Duration.ofSeconds(1));
        assertThat(backlog.measure()).isEqualTo(2_000);
    }
}
