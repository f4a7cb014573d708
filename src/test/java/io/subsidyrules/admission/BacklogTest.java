package io.subsidyrules.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private Duration now = Duration.ZERO;
    private final Backlog backlog = new Backlog(Duration.ofMillis(800), 2_000, () -> now.toNanos());

    private void record(int count, Duration took) {
        backlog.begin();
        now = now.plus(took);
        backlog.end(count);
    }

    private void add(int count) {
        for (int i = 0; i < count; i++) {
            backlog.add();
        }
    }

    @Test
    void asManyMayWaitAsAreWrittenInTheTime() {
        for (int second = 0; second < 20; second++) {
            record(500, Duration.ofSeconds(1));
        }
        assertThat(backlog.most()).isEqualTo(400);
        add(399);
        assertThat(backlog.isTooLong()).isFalse();
        add(1);
        assertThat(backlog.isTooLong()).isTrue();
        backlog.remove();
        assertThat(backlog.isTooLong()).isFalse();
    }

    @Test
    void aDatabaseThatGetsSlowMakesItShorterAtOnce() {
        record(100, Duration.ofSeconds(5));
        assertThat(backlog.most()).isLessThan(700);
        record(100, Duration.ofSeconds(5));
        assertThat(backlog.most()).isLessThan(300);
    }

    @Test
    void aDatabaseThatHangsLetsOnlyAFewWait() {
        add(64);
        backlog.begin();
        now = now.plusMillis(801);
        assertThat(backlog.isTooLong()).isTrue();
        backlog.end(0);
        assertThat(backlog.isTooLong()).isFalse();
    }

    @Test
    void aFewMayAlwaysWait() {
        for (int i = 0; i < 10; i++) {
            record(16, Duration.ofSeconds(100));
        }
        assertThat(backlog.most()).isEqualTo(64);
    }

    @Test
    void whatIsWrittenAloneSaysNothingOfHowFastManyAre() {
        for (int i = 0; i < 10; i++) {
            record(1, Duration.ofMillis(50));
        }
        assertThat(backlog.most()).isEqualTo(2_000);
    }

    @Test
    void thereIsAMostHoweverFastItIs() {
        record(1_000_000, Duration.ofSeconds(1));
        assertThat(backlog.most()).isEqualTo(2_000);
    }
}
