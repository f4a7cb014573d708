package io.subsidyrules.rulesets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A disk that does not answer is not waited for, and the next look goes around what it was at. */
class TimedLooksTest {

    private static final SourceFolder.Look NOTHING =
            new SourceFolder.Look(new RuleSources(new TreeMap<>()), new TreeSet<>(), Map.of());

    private final CountDownLatch answers = new CountDownLatch(1);
    private final List<Set<String>> shunned = new ArrayList<>();
    private final TimedLooks looks = new TimedLooks(
            (before, without, reached) -> {
                shunned.add(without);
                if (!without.contains("a.drl")) {
                    reached.accept("a.drl");
                    waited();
                }
                return NOTHING;
            },
            Duration.ofMillis(40),
            Duration.ofMillis(400));

    @AfterEach
    void answered() {
        answers.countDown();
        looks.close();
    }

    @Test
    void aLookThatHangsIsGivenUpAndTheNextDoesWithoutThatFile() throws Exception {
        assertThatExceptionOfType(TimedLooks.MissedException.class)
                .isThrownBy(() -> looks.look(Map.of()))
                .withMessageContaining("a.drl");
        SourceFolder.Look look = NOTHING;
        while (shunned.size() < 2) {
            try {
                look = looks.look(Map.of());
            } catch (TimedLooks.MissedException pausing) {
                Thread.onSpinWait();
            }
        }
        assertThat(shunned).containsExactly(Set.of(), Set.of("a.drl"));
        assertThat(look).isSameAs(NOTHING);
    }

    private void waited() {
        try {
            answers.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
