package io.subsidyrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in their layout: written, checked and shown as a difference. */
class FmtTest {

    private static final String RULE = "hebei-quality-2022/measure-09.drl";

    @TempDir
    Path directory;

    private RulesRepository repository = new RulesRepository(Path.of(""));

    @BeforeEach
    void writeRules() throws IOException {
        repository = RulesRepository.in(directory);
        CommandRun.of(directory, "fmt");
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory.resolve("rules"))) {
            for (Path file : all.filter(Files::isRegularFile)
                    .sorted(Comparator.naturalOrder())
                    .toList()) {
                files.put(directory.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    @Test
    void aFileIsWrittenInItsLayoutAndKeepsItsRights() throws IOException {
        Map<String, String> laidOut = files();
        repository.change(RULE, "yuan( 1_000_000 )", "yuan(1_000_000   )");
        Path file = repository.file(RULE);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        CommandRun run = CommandRun.of(directory, "fmt");
        assertThat(run.out()).isEqualTo(RulesRepository.shown(RULE) + "\n");
        assertThat(run.exitCode()).isZero();
        assertThat(files()).isEqualTo(laidOut);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw-r--");
    }

    @Test
    void aCheckWritesNothingAndEndsWith1() throws IOException {
        repository.change(RULE, "yuan( 1_000_000 )", "yuan(1_000_000)");
        Map<String, String> before = files();
        CommandRun run = CommandRun.of(directory, "fmt", "--check");
        assertThat(run.out()).isEqualTo(RulesRepository.shown(RULE) + "\n");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aDifferenceIsOneThatGitApplies() throws Exception {
        Map<String, String> laidOut = files();
        repository.change(RULE, "yuan( 1_000_000 )", "yuan(1_000_000)");
        repository.change("hebei-quality-2022/policy.yaml", "id: hebei-quality-2022", "id:   hebei-quality-2022");
        CommandRun run = CommandRun.of(directory, "fmt", "--diff");
        assertThat(run.exitCode()).isEqualTo(1);
        Files.writeString(directory.resolve("layout.patch"), run.out());
        Process git = new ProcessBuilder("git", "apply", "layout.patch")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(git.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(git.exitValue()).isZero();
        assertThat(files()).isEqualTo(laidOut);
    }

    @Test
    void aFileWithAFaultStaysAsItIsAndTheOthersAreWritten() throws IOException {
        Map<String, String> laidOut = files();
        repository.change(RULE, "yuan( 1_000_000 )", "yuan(1_000_000");
        repository.change("hebei-quality-2022/measure-02.drl", "yuan( 300_000 )", "yuan(300_000)");
        String faulty = Files.readString(repository.file(RULE));
        CommandRun run = CommandRun.of(directory, "fmt");
        assertThat(run.out()).isEqualTo(RulesRepository.shown("hebei-quality-2022/measure-02.drl") + "\n");
        assertThat(run.err()).contains(RulesRepository.shown(RULE) + ":16:").contains("BRACKET_NOT_CLOSED");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(Files.readString(repository.file(RULE))).isEqualTo(faulty);
        assertThat(files().get(RulesRepository.shown("hebei-quality-2022/measure-02.drl")))
                .isEqualTo(laidOut.get(RulesRepository.shown("hebei-quality-2022/measure-02.drl")));
    }

    @Test
    void aFileBehindALinkIsWrittenWhereItIs() throws IOException {
        Path file = repository.file(RULE);
        Path elsewhere = repository.file("hebei-quality-2022/.measure");
        Files.writeString(elsewhere, Files.readString(file).replace("yuan( ", "yuan("));
        Path linked = repository.file("hebei-quality-2022/..data.drl");
        Files.move(elsewhere, linked);
        Files.delete(file);
        Files.createSymbolicLink(file, linked.getFileName());
        CommandRun run = CommandRun.of(directory, "fmt");
        assertThat(run.exitCode()).isZero();
        assertThat(Files.isSymbolicLink(file)).isTrue();
        assertThat(Files.readString(linked)).contains("yuan( 1_000_000 )");
    }
}
