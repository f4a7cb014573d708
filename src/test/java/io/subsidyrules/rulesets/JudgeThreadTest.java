package io.subsidyrules.rulesets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Of contents that follow each other the newest is judged, and now and then one before it to its end. */
class JudgeThreadTest {

    private static final long PATIENCE_SECONDS = 20;

    private final JudgeThread thread = new JudgeThread(Duration.ofMinutes(1));
    private final List<String> judged = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        thread.close();
    }

    @Test
    void aNewerContentWithdrawsAnOlderOneAtMostThreeTimesInARow() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        for (int i = 1; i <= JudgeThread.MOST_WITHDRAWN; i++) {
            awaitUnderWay("withdrawn " + i);
        }
        CountDownLatch underWay = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        thread.replace(budget -> {
            underWay.countDown();
            await(go);
            budget.reached("file");
            judged.add("to its end");
        });
        await(underWay);
        thread.replace(budget -> judged.add("dropped"));
        thread.replace(budget -> {
            judged.add("newest");
            ended.countDown();
        });
        go.countDown();
        await(ended);
        assertThat(judged).containsExactly("to its end", "newest");
    }

    /** Begins a judgement that ends only by being withdrawn. */
    private void awaitUnderWay(String name) {
        CountDownLatch underWay = new CountDownLatch(1);
        thread.replace(budget -> {
            underWay.countDown();
            while (!budget.isSpent()) {
                budget.reached(name);
            }
            judged.add(name);
        });
        await(underWay);
    }

    @Test
    void aFailureEndsNoThread() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        thread.replace(budget -> {
            throw new IllegalStateException("a fault of the service");
        });
        thread.replace(budget -> ended.countDown());
        await(ended);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
