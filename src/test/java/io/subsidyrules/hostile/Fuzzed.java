package io.subsidyrules.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What must hold of any file: nothing comes out but faults with places in the files, soon; what is accepted is built and
 * answers; the canary never sings. Jazzer fuzzes one test in a process, so each kind of file has a test class.
 */
final class Fuzzed {

    static final String RULES = "specimen-2022/x.drl";
    static final String POLICY = "specimen-2022/policy.yaml";
    static final String SCENARIOS = "specimen-2022/x.scenarios.yaml";

    /** Of processor time; the first judgement of a process, which loads classes, is not measured. */
    private static final Duration LONG = Duration.ofSeconds(2);

    static {
        Tried.of(Specimen.SOURCES);
    }

    private Fuzzed() {}

    /** Judges the specimen with this file. */
    static void judged(String path, byte[] content) {
        RuleSources sources = Specimen.with(path, content);
        long start = processorTime();
        List<Fault> faults = Tried.of(sources);
        assertThat(Duration.ofNanos(processorTime() - start)).isLessThan(LONG);
        for (Fault fault : faults) {
            assertThat(sources.files()).containsKey(fault.place().file());
            byte[] file = sources.files().getOrDefault(fault.place().file(), new byte[0]);
            assertThat(fault.place().line()).as(fault.toString()).isBetween(1, lines(file));
            assertThat(fault.place().column()).as(fault.toString()).isBetween(1, file.length + 1);
            assertThat(fault.told(Language.EN)).isNotBlank();
            assertThat(fault.told(Language.ZH)).isNotBlank();
        }
        assertThat(System.getProperty(Canary.SONG)).as("the canary's song").isNull();
    }

    /** The contents of the hostile files of a kind. */
    static Stream<byte[]> hostile(String ending) {
        return HostileFile.all().stream()
                .filter(file -> file.name().endsWith(ending))
                .flatMap(file -> Stream.ofNullable(file.sources().files().get(file.path())));
    }

    /** The contents of the honest rule files. */
    static Stream<byte[]> honest() {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/honest"))) {
            return files.sorted().map(Fuzzed::content).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The content of a file of the specimen. */
    static Stream<byte[]> specimen(String path) {
        return Stream.ofNullable(Specimen.SOURCES.files().get(path));
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Lines at most: YAML ends one at a carriage return and at three more characters too. */
    private static int lines(byte[] content) {
        return 1
                + (int) new String(content, StandardCharsets.UTF_8)
                        .chars()
                        .filter(character -> "\n\r\u0085\u2028\u2029".indexOf(character) >= 0)
                        .count();
    }
}
