package io.subsidyrules.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own, in a shell. */
class MainTest {

    @TempDir
    Path directory;

    @BeforeEach
    void writeRules() throws IOException {
        RulesRepository.in(directory);
    }

    private record Ended(int code, String out, String err) {}

    /** Runs a line of shell, in which {@code rules} is the command. */
    private Ended shell(String line, String... environment) throws IOException, InterruptedException {
        Path out = directory.resolve("out.txt");
        Path err = directory.resolve("err.txt");
        String script =
                "rules() { \"$JAVA\" -XX:TieredStopAtLevel=1 -cp \"$CLASS_PATH\" io.subsidyrules.cli.Main \"$@\"; }\n";
        ProcessBuilder builder = new ProcessBuilder(List.of("bash", "-c", script + line))
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment()
                .put(
                        "JAVA",
                        Path.of(System.getProperty("java.home"), "bin/java").toString());
        builder.environment()
                .put(
                        "CLASS_PATH",
                        Path.of("target/classes").toAbsolutePath() + ":"
                                + requireNonNull(System.getProperty("main.class.path")));
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().remove("RULES_LANG");
        for (String variable : environment) {
            String[] parts = variable.split("=", 2);
            builder.environment().put(parts[0], parts[1]);
        }
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    @Test
    void theExitCodeIsThatOfTheCommandAndNothingElseIsWritten() throws Exception {
        Ended sound = shell("rules check");
        assertThat(sound).isEqualTo(new Ended(0, "rules check: nothing found\n", ""));
    }

    @Test
    void theLanguageIsThatOfTheLocaleUnlessItIsGiven() throws Exception {
        assertThat(shell("rules check", "LC_ALL=zh_CN.UTF-8").out()).isEqualTo("rules check：没有发现问题\n");
        assertThat(shell("rules check", "RULES_LANG=zh_CN").out()).isEqualTo("rules check：没有发现问题\n");
        assertThat(shell("rules check --lang en", "LC_ALL=zh_CN.UTF-8").out()).contains("nothing found");
    }

    @Test
    void aClosedPipeIsToldInASentence() throws Exception {
        Ended ended = shell("rules explain | { exec 0<&-; sleep 0; }; exit ${PIPESTATUS[0]}");
        assertThat(ended.err()).matches("rules: the output could not be written: .*\\. Some of it is missing\\.\n");
        assertThat(ended.code()).isEqualTo(2);
    }

    @Test
    void aFullDiskIsToldInASentence() throws Exception {
        Ended ended = shell("rules check > /dev/full");
        assertThat(ended.err())
                .isEqualTo("rules: the output could not be written: No space left on device. Some of it is missing.\n");
        assertThat(ended.code()).isEqualTo(2);
        Ended file = shell("rules check --format json --output /dev/full");
        assertThat(file.err()).startsWith("rules: The file /dev/full cannot be written");
        assertThat(file.code()).isEqualTo(2);
    }

    @Test
    void aFolderThatMayNotBeReadIsToldInASentence() throws Exception {
        Ended ended = shell("mkdir shut; chmod 000 shut; rules check shut");
        assertThat(ended.err()).matches("rules: The folder .*shut (cannot be read|holds no policy)\\..*\n");
        assertThat(ended.code()).isEqualTo(2);
    }

    @Test
    void theScriptForCompletionIsOneThatBashTakes() throws Exception {
        Ended ended = shell("source <(rules completion bash) && complete -p rules");
        assertThat(ended.out()).contains("rules");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
    }

    @Test
    void withoutColoursATerminalIsAsWideAsBefore() throws Exception {
        assumeTrue(shell("script --version").code() == 0, "no terminal without script");
        String line = "export -f rules; script -qec 'rules check --help' /dev/null </dev/null";
        String coloured =
                shell(line, "TERM=xterm", "COLUMNS=60", "SHELL=/bin/bash").out();
        String plain = shell(line, "TERM=xterm", "COLUMNS=60", "NO_COLOR=1", "SHELL=/bin/bash")
                .out();
        assertThat(coloured).contains("\u001B[");
        assertThat(plain).doesNotContain("\u001B[").isEqualTo(coloured.replaceAll("\u001B\\[[0-9;]*m", ""));
    }

    @Test
    void aRevisionIsReadWithoutTheSettingsOfTheUserAndLeavesNothingBehind() throws Exception {
        try (Git git = Git.init().setDirectory(directory.toFile()).call()) {
            PersonIdent nobody = new PersonIdent("nobody", "nobody@example.org");
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("The rules")
                    .setAuthor(nobody)
                    .setCommitter(nobody)
                    .setSign(false)
                    .call();
        }
        Path home = Files.createDirectory(directory.resolve("home"));
        assertThat(home.toFile().setWritable(false)).isTrue();
        Ended ended = shell(
                "export JAVA_TOOL_OPTIONS=-Duser.home=$HOME; rules diff HEAD HEAD 2>&1 | grep -v JAVA_TOOL_OPTIONS",
                "HOME=" + home,
                "XDG_CONFIG_HOME=" + home);
        assertThat(ended).isEqualTo(new Ended(0, "No change in meaning.\n", ""));
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void aWatchRunsAgainWhenAFileChanges() throws Exception {
        Process watch = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        Path.of("target/classes").toAbsolutePath() + ":"
                                + requireNonNull(System.getProperty("main.class.path")),
                        "io.subsidyrules.cli.Main",
                        "test",
                        "--watch")
                .directory(directory.toFile())
                .start();
        try (BufferedReader out = watch.inputReader(StandardCharsets.UTF_8)) {
            assertThat(nextResult(out)).contains("all pass");
            new RulesRepository(directory)
                    .change("hebei-quality-2022/measure-02.drl", "yuan( 300_000 )", "yuan( 350_000 )");
            assertThat(nextResult(out)).contains("fail");
        } finally {
            watch.destroyForcibly().waitFor();
        }
    }

    private static String nextResult(BufferedReader out) throws IOException {
        String line = out.readLine();
        while (line != null && !line.startsWith("rules test:")) {
            line = out.readLine();
        }
        return String.valueOf(line);
    }
}
