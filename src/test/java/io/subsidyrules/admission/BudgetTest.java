package io.subsidyrules.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private static final long LIMIT = 6_400;
    private static final long SMALL = 100;

    private final Budget budget = new Budget(LIMIT);

    private List<Lease> taken(String caller, long each) {
        List<Lease> taken = new ArrayList<>();
        Lease lease = new Lease(budget, caller);
        while (lease.grow(each).isEmpty()) {
            taken.add(lease);
            lease = new Lease(budget, caller);
        }
        return taken;
    }

    @Test
    void itIsAThirdOfTheHeap() {
        assertThat(Budget.ofHeap(9_000_000).limit()).isEqualTo(3_000_000);
    }

    @Test
    void itHasPlentyUpToHalfOfItWhereNoCallerCouldBeRefused() {
        assertThat(budget.hasPlenty(LIMIT / 2)).isTrue();
        assertThat(budget.hasPlenty(LIMIT / 2 + 1)).isFalse();
        Lease lease = new Lease(budget, "portal");
        lease.settle(SMALL);
        assertThat(budget.hasPlenty(LIMIT / 2 - SMALL)).isTrue();
        assertThat(budget.hasPlenty(LIMIT / 2 - SMALL + 1)).isFalse();
        lease.release();
        assertThat(budget.hasPlenty(LIMIT / 2)).isTrue();
    }

    @Test
    void oneCallerAloneGetsHalfOfItAndIsToldThatItIsItsShare() {
        assertThat(taken("portal", SMALL)).hasSize(32);
        assertThat(new Lease(budget, "portal").grow(SMALL)).contains(Refusal.CALLER_SHARE);
    }

    @Test
    void whoComesBesideAGreedyCallerGetsHalfOfTheRest() {
        taken("greedy", SMALL);
        assertThat(taken("second", SMALL)).hasSize(16);
        assertThat(taken("third", SMALL)).hasSize(8);
    }

    @Test
    void whenAllOfItIsTakenEverybodyIsToldSo() {
        IntStream.range(0, 64).forEach(caller -> assertThat(new Lease(budget, "caller " + caller).grow(SMALL))
                .isEmpty());
        assertThat(new Lease(budget, "one more").grow(SMALL)).contains(Refusal.BUDGET);
    }

    @Test
    void largeRequestsLeaveHalfOfItToSmallOnes() {
        for (int caller = 0; caller < 4; caller++) {
            assertThat(new Lease(budget, "large " + caller).grow(800)).isEmpty();
        }
        assertThat(new Lease(budget, "large").grow(800)).contains(Refusal.BUDGET);
        assertThat(new Lease(budget, "small").grow(SMALL)).isEmpty();
    }

    @Test
    void whatIsAloneIsTakenHoweverLargeItIs() {
        Lease huge = new Lease(budget, "portal");
        assertThat(huge.grow(10 * LIMIT)).isEmpty();
        assertThat(new Lease(budget, "other").grow(SMALL)).contains(Refusal.BUDGET);
        huge.release();
        assertThat(new Lease(budget, "other").grow(SMALL)).isEmpty();
    }

    @Test
    void itIsHeldUntilNeitherTheConnectionNorAWorkerNeedsIt() {
        Lease lease = new Lease(budget, "portal");
        lease.grow(SMALL);
        assertThat(lease.hold()).isTrue();
        lease.release();
        assertThat(budget.used()).isEqualTo(SMALL);
        lease.release();
        assertThat(budget.used()).isZero();
        assertThat(lease.hold()).isFalse();
    }

    @Test
    void anAnswerIsCountedByItsLengthOnceThatIsKnown() {
        Lease lease = new Lease(budget, "portal");
        lease.grow(800);
        lease.settle(20);
        assertThat(budget.used()).isEqualTo(20);
    }

    @Property
    void nothingIsLostAndTheLimitHolds(
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 7) Integer> callers,
            @ForAll @IntRange(min = 1, max = 3_000) int bytes) {
        Budget shared = new Budget(LIMIT);
        List<Lease> open = new ArrayList<>();
        for (int caller : callers) {
            if (caller == 7 && !open.isEmpty()) {
                open.remove(0).release();
            } else {
                Lease lease = new Lease(shared, "caller " + caller);
                if (lease.grow(bytes).isEmpty()) {
                    open.add(lease);
                }
            }
            assertThat(shared.used()).isEqualTo((long) bytes * open.size()).isLessThanOrEqualTo(LIMIT);
        }
        open.forEach(Lease::release);
        assertThat(shared.used()).isZero();
        assertThat(new Lease(shared, "next").grow(LIMIT)).isEmpty();
    }
}
