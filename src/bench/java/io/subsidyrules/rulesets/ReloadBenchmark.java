package io.subsidyrules.rulesets;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.regression.Judgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.LogContext;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a save of the first policy takes until it is live, and of that, one look at the folder, reading the rules and building
 * the network anew, and all of judging them, scenarios included.
 *
 * <p>{@code mvn -B -Pbench -DskipTests test -Dbench.args=ReloadBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 20)
@Measurement(iterations = 20)
public class ReloadBenchmark {

    private final Path temporary = temporary();
    private final RulesCopy rules = RulesCopy.at(temporary.resolve("rules"));
    private final String text = rules.text(RulesCopy.DESIGN);
    private final RuleSources sources = SourceFolder.sources(rules.folder());
    private final Following following = Following.start(rules.folder(), temporary.resolve("data"));
    private int saves;

    @Setup
    public void quiet() {
        LogContext.getLogContext().getLogger("").setLevel(Level.WARN);
    }

    @TearDown
    public void stop() {
        following.close();
    }

    @Benchmark
    public RulesetState saveUntilLive() {
        rules.save(RulesCopy.DESIGN, text + "// " + saves++ + "\n");
        return following.next();
    }

    @Benchmark
    public String look() {
        return SourceFolder.sources(rules.folder()).content();
    }

    @Benchmark
    public Ruleset rulesAnew() {
        return Ruleset.of(sources);
    }

    @Benchmark
    public Judgement judge() {
        return Judgement.of(sources);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("reload");
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
