package io.subsidyrules.growth;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/**
 * What a piece of work takes once the JVM has compiled it. It is the processor time of the one thread that does it, and
 * the least of many blocks, so that what else runs on the machine distorts it little. Compiling and collecting garbage
 * are the work of other threads.
 *
 * @param bytes that are allocated
 */
record Cost(double microseconds, double bytes) {

    private static final long BLOCK = TimeUnit.MILLISECONDS.toNanos(50);

    /** The processor time after which blocks that became no cheaper are not expected to. */
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(500);

    /** By how much a block is cheaper where that is more than chance. */
    private static final double CHEAPER = 0.98;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Repeats the work, which is too long for the JVM to leave any of it out, until it becomes no cheaper. */
    static Cost of(Runnable work) {
        Cost least = block(work);
        long improved = THREADS.getCurrentThreadCpuTime();
        while (THREADS.getCurrentThreadCpuTime() - improved < PATIENCE) {
            Cost next = block(work);
            if (next.microseconds < CHEAPER * least.microseconds) {
                improved = THREADS.getCurrentThreadCpuTime();
            }
            least = least.orLess(next);
        }
        return least;
    }

    /** The lesser time and the lesser memory of both. */
    Cost orLess(Cost other) {
        return new Cost(Math.min(microseconds, other.microseconds), Math.min(bytes, other.bytes));
    }

    private static Cost block(Runnable work) {
        long thread = Thread.currentThread().getId();
        long bytes = THREADS.getThreadAllocatedBytes(thread);
        long began = THREADS.getCurrentThreadCpuTime();
        long spent = 0;
        int runs = 0;
        while (spent < BLOCK) {
            work.run();
            runs++;
            spent = THREADS.getCurrentThreadCpuTime() - began;
        }
        long allocated = THREADS.getThreadAllocatedBytes(thread) - bytes;
        return new Cost(spent / 1e3 / runs, (double) allocated / runs);
    }
}
