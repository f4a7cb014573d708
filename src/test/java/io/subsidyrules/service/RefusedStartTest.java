package io.subsidyrules.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings with which the service does not start: it ends with one sentence that names the setting and the remedy. */
class RefusedStartTest {

    /** "数据", written so that it gets through whatever locale the tests run in. */
    private static final String CHINESE = "$(printf '\\346\\225\\260\\346\\215\\256')";

    @TempDir
    private Path folder;

    private record Ended(int code, String said) {}

    @ParameterizedTest
    @CsvSource({
        "LC_ALL=C, SUBSIDY_DATA",
        "LC_ALL=POSIX, SUBSIDY_RULES",
        "LC_ALL=C, SUBSIDY_LEDGER_KEY",
        "LC_ALL= LC_CTYPE= LANG=C, SUBSIDY_DATA"
    })
    void aPathThatTheLocaleCannotName(String locale, String setting) throws Exception {
        Ended ended = start("%s %s=\"%s/%s x\"".formatted(locale, setting, folder, CHINESE));
        refused(ended);
        assertThat(ended.said()).startsWith(setting).contains("UTF-8").contains("LC_ALL=C.UTF-8");
    }

    @Test
    void aWorkingDirectoryThatTheLocaleCannotName() throws Exception {
        Ended ended = start("cd \"%s\"; mkdir %s; cd %s; LC_ALL=C".formatted(folder, CHINESE, CHINESE));
        refused(ended);
        assertThat(ended.said()).startsWith("The working directory").contains("LC_ALL=C.UTF-8");
    }

    @Test
    void aDataFolderThatIsAFile() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        Ended ended = start("SUBSIDY_DATA=" + file);
        refused(ended);
        assertThat(ended.said()).contains(file + " is not a folder").contains("SUBSIDY_DATA");
    }

    @Test
    void aDataFolderThatCannotBeMade() throws Exception {
        Ended ended = start("SUBSIDY_DATA=/proc/none/data");
        refused(ended);
        assertThat(ended.said()).contains("cannot be made").contains("SUBSIDY_DATA");
    }

    @Test
    void aDataFolderThatCannotBeWrittenTo() throws Exception {
        Ended ended = start("SUBSIDY_DATA=/proc/self");
        refused(ended);
        assertThat(ended.said()).contains("cannot be written to").contains("SUBSIDY_DATA");
    }

    private static void refused(Ended ended) {
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said().strip().lines()).hasSize(1);
        assertThat(ended.said()).doesNotContain("Exception").doesNotContain("DEBUG");
    }

    /** @param settings the start of a shell's command */
    private static Ended start(String settings) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "%s \"$0\" -cp \"$1\" io.subsidyrules.service.Main".formatted(settings),
                        java,
                        Path.of("target", "classes").toAbsolutePath()
                                + File.pathSeparator
                                + Objects.requireNonNull(System.getProperty("main.class.path")))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
