package io.subsidyrules.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.text.Text;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A file is read no further than to its hundredth fault, and all files no further than to the five hundredth. */
class FaultsTest {

    private static final Text WRONG = new Text("Write digits.", "请写数字。");

    private final Faults faults = new Faults();

    @Test
    void aReaderIsLeftAtTheFirstFaultThatIsNotTold() {
        assertThat(read("a.drl", 10_000)).isEqualTo(101);
        assertThat(faults.inOrder()).hasSize(101);
        assertThat(faults.inOrder().get(100))
                .extracting(Fault::code, fault -> fault.place().file())
                .containsExactly(FaultCode.TOO_MANY_FAULTS, "a.drl");
    }

    @Test
    void aFileWithAsManyFaultsAsAreToldIsReadToItsEnd() {
        assertThat(read("a.drl", 100)).isEqualTo(100);
        assertThat(faults.inOrder()).extracting(Fault::code).containsOnly(FaultCode.BAD_NUMBER);
    }

    @Test
    void theFilesBehindTheFiveHundredthFaultAreNotRead() {
        for (String file : new String[] {"a", "b", "c", "d", "e"}) {
            read(file, 10_000);
        }
        assertThat(faults.isFull()).isTrue();
        assertThat(read("f", 1)).isZero();
        assertThat(faults.inOrder()).hasSize(504);
    }

    @Test
    void aFaultThatIsToldAgainIsNotOneTooMany() {
        for (int i = 0; i < 3; i++) {
            read("a.drl", 100);
        }
        assertThat(faults.inOrder()).hasSize(100);
    }

    @Test
    void whoReadsNoSingleFileGoesOnWithoutTheFaultsThatAreNotTold() {
        for (int line = 1; line <= 10_000; line++) {
            faults.add(new Place("a.drl", line, 1), FaultCode.BAD_NUMBER, line, WRONG);
        }
        assertThat(faults.inOrder()).hasSize(101);
    }

    /** How many faults a reader told before it was left. */
    private int read(String file, int count) {
        AtomicInteger told = new AtomicInteger();
        boolean whole = faults.reads(() -> {
            for (int line = 1; line <= count; line++) {
                told.incrementAndGet();
                faults.add(new Place(file, line, 1), FaultCode.BAD_NUMBER, line, WRONG);
            }
        });
        assertThat(whole).isEqualTo(told.get() == count && !(count == 1 && told.get() == 0));
        return told.get();
    }
}
