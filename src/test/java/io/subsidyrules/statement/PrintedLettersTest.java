package io.subsidyrules.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters as Chromium prints them; where there is no Chromium, nothing is tried. */
class PrintedLettersTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path LETTERS = Path.of("src/test/resources/statements");
    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page\\b");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"four-claims-recorded.en", "four-claims-recorded.zh-cn"})
    void aLetterOnFourClaimsHasTwoPages(String letter) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(CHROMIUM));
        Path pdf = folder.resolve("letter.pdf");
        Process printing = new ProcessBuilder(
                        CHROMIUM.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--no-pdf-header-footer",
                        "--print-to-pdf=" + pdf,
                        LETTERS.resolve(letter + ".html").toUri().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            assertThat(printing.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            printing.destroyForcibly();
        }
        String printed = Files.readString(pdf, StandardCharsets.ISO_8859_1);
        assertThat(PAGE.matcher(printed).results()).hasSize(2);
    }
}
