package io.subsidyrules.bench;

import io.subsidyrules.FirstPolicy;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.AnswerWriter;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.floor.FloorService;
import io.subsidyrules.floor.StreamingService;
import io.subsidyrules.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.LogContext;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One evaluation, from the bytes of the request to the bytes of the answer: the service's on the rule files, short and
 * explained, beside two floors that are written by hand for this policy alone and give the same bytes as the short one.
 * {@code floor} reads and writes with Jackson's databind, {@code streaming} with its streaming parser and generator: the
 * least time that Java and Jackson take for this. HTTP is not in it.
 *
 * <p>{@code mvn -B -Pbench -DskipTests test} runs it in about five minutes;
 * {@code -Dbench.args="service|streaming -p claims=50 -prof gc"} hands options to JMH, of which the last one also tells
 * the bytes allocated for each evaluation ({@code gc.alloc.rate.norm}).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 7, time = 1)
@Measurement(iterations = 5, time = 1)
public class EvaluateBenchmark {

    private static final LocalDate TODAY = LocalDate.of(2023, 5, 1);

    /** How many claims the request has. */
    @Param({"1", "5", "50"})
    public int claims;

    private final Ruleset ruleset = Ruleset.of(SourceFolder.sources(FirstPolicy.FOLDER));
    private final FloorService floor = new FloorService(ruleset.version());
    private final StreamingService streaming = new StreamingService(ruleset.version());
    private byte[] request = new byte[0];

    @Setup
    public void prepare() throws IOException {
        // Quarkus does so when it starts. Until then its log manager takes in every trace, of which Drools has many.
        LogContext.getLogContext().getLogger("").setLevel(Level.INFO);
        request = BenchmarkRequest.of(claims).getBytes(StandardCharsets.UTF_8);
        if (!Arrays.equals(service(), floor()) || !Arrays.equals(service(), streaming())) {
            throw new IllegalStateException(
                    "The service and the floors answer %d claims differently.".formatted(claims));
        }
    }

    @TearDown
    public void close() {
        ruleset.close();
    }

    @Benchmark
    public byte[] service() {
        return answer(Explain.SUMMARY);
    }

    /** With all items, their conditions and amounts. */
    @Benchmark
    public byte[] full() {
        return answer(Explain.FULL);
    }

    /** The same with what it would take. */
    @Benchmark
    public byte[] changes() {
        return answer(Explain.CHANGES);
    }

    private byte[] answer(Explain explain) {
        return AnswerWriter.bytes(ruleset.evaluate(ruleset.reader().read(request, TODAY), explain), Language.EN);
    }

    @Benchmark
    public byte[] floor() throws IOException {
        return floor.answer(request, TODAY);
    }

    @Benchmark
    public byte[] streaming() throws IOException {
        return streaming.answer(request, TODAY);
    }
}
