package io.subsidyrules.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.subsidyrules.ledger.EntryKind;
import io.subsidyrules.ledger.TestLedger;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code bin/verify-ledger}, and the sketch of another verifier in its documentation. */
class VerifyLedgerTest {

    @TempDir
    Path folder;

    private final TestLedger ledger = TestLedger.sealed(12);
    private Path export = Path.of("");
    private Path checkpoint = Path.of("");
    private Path keys = Path.of("");

    /** How a command ended, and what it said. */
    private record Said(int code, String text) {}

    @BeforeEach
    void writeFiles() throws IOException {
        ledger.rotate();
        ledger.seal();
        export = Files.write(folder.resolve("台账.ndjson"), ledger.lines());
        checkpoint = Files.writeString(
                folder.resolve("checkpoint.json"), ledger.checkpoint().json());
        keys = Files.writeString(folder.resolve("keys.json"), ledger.keys().json());
    }

    @Test
    void aWholeExportEndsWith0AndItsFigures() throws Exception {
        Said said = script(export.toString(), "--checkpoint", checkpoint.toString(), "--keys", keys.toString());
        assertThat(said.text())
                .contains("The export is whole: 13 entries, 1 to 13")
                .contains("Recorded: 2026-01-05T01:00:00.123456Z to 2026-01-05T01:00:12.123456Z")
                .contains(ledger.head().hash())
                .contains("Sealed from entry 3 on: 5 seals checked")
                .contains("Checkpoints met: 1 of 1");
        assertThat(said.code()).isZero();
    }

    @Test
    void anAlteredExportEndsWith1AndTheEntry() throws Exception {
        List<String> lines = ledger.lines();
        lines.remove(5);
        Files.write(export, lines);
        Said said = script(export.toString(), "--language", "zh");
        assertThat(said.text()).contains("序号 6 的记录被删除").contains("在此之前完整：共 5 条记录");
        assertThat(said.code()).isEqualTo(1);
    }

    @Test
    void whatCannotBeCheckedEndsWith2() {
        for (List<String> arguments : List.<List<String>>of(
                List.of(),
                List.of(folder.resolve("none").toString()),
                List.of(folder.toString()),
                List.of(export.toString(), export.toString()),
                List.of(export.toString(), "--keys"),
                List.of(export.toString(), "--kyes", keys.toString()),
                List.of(export.toString(), "--from", "x"),
                List.of(export.toString(), "--from", "0"),
                List.of(export.toString(), "--from", "5", "--checkpoint", checkpoint.toString()),
                List.of(export.toString(), "--language", "fr"),
                List.of(export.toString(), "--checkpoint", keys.toString()),
                List.of(export.toString(), "--keys", checkpoint.toString()))) {
            Said said = said(InputStream.nullInputStream(), arguments);
            assertThat(said.code()).as("%s: %s", arguments, said.text()).isEqualTo(2);
            assertThat(said.text()).isNotBlank().doesNotContain("Exception:");
        }
    }

    @Test
    void anExportIsReadFromStandardInput() {
        String lines = String.join("\n", ledger.lines().subList(4, 13));
        Said said = said(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), List.of("-", "--from", "5"));
        assertThat(said.text()).contains("9 entries, 5 to 13").contains("Without a checkpoint");
        assertThat(said.code()).isZero();
    }

    @Test
    void theSketchInTheDocumentationSeesTheSame() throws Exception {
        assumeTrue(
                run(List.of("python3", "-c", "import cryptography")).code() == 0,
                "There is no Python here, or not its package cryptography.");
        String page = Files.readString(Path.of("docs/ledger.md"));
        int from = page.indexOf("```python\n") + "```python\n".length();
        Path sketch = Files.writeString(folder.resolve("verify.py"), page.substring(from, page.indexOf("```", from)));
        assertThat(run(List.of("python3", sketch.toString(), export.toString())))
                .isEqualTo(new Said(0, "13 " + ledger.head().hash() + "\n"));
        List<String> lines = ledger.lines();
        lines.set(5, TestLedger.with(lines.get(5), "caller", "nobody"));
        Files.write(export, lines);
        Said altered = run(List.of("python3", sketch.toString(), export.toString()));
        assertThat(altered.code()).isEqualTo(1);
        assertThat(altered.text()).contains("line 6");
        TestLedger.chainFrom(lines, 6);
        Files.write(export, lines);
        assertThat(run(List.of("python3", sketch.toString(), export.toString())).text())
                .contains("line 6: its seal was forged");
        lines = ledger.lines();
        lines.add(ledger.head()
                .next(EntryKind.DECISION, TestLedger.decision(77), TestLedger.START.plusSeconds(99))
                .json());
        Files.write(export, lines);
        assertThat(run(List.of("python3", sketch.toString(), export.toString())).text())
                .contains("line 14: what follows has no seal");
        Said checked = run(List.of("python3", sketch.toString(), export.toString(), checkpoint.toString()));
        assertThat(checked.text()).contains("line 14");
    }

    private static Said said(InputStream in, List<String> arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int code = new VerifyLedger(in, out, out).run(arguments);
        return new Said(code, bytes.toString(StandardCharsets.UTF_8));
    }

    private static Said script(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("bin/verify-ledger"));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private static Said run(List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LEDGER_CLASS_PATH", "target/classes:" + System.getProperty("main.class.path"));
        builder.environment().put("PYTHONUTF8", "1");
        Process process;
        try {
            process = builder.start();
        } catch (IOException noSuchCommand) {
            return new Said(127, String.valueOf(noSuchCommand.getMessage()));
        }
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), text);
    }
}
