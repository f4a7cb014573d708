package io.subsidyrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.FirstPolicy;
import io.subsidyrules.cli.request.RequestFile;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.AnswerWriter;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.text.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that are answered without the service. */
class EvaluateTest {

    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final List<String> EVALUATE = List.of("evaluate", "-", "--rules", FirstPolicy.FOLDER.toString());
    private static final String REQUEST = """
            {"asOf": "2023-05-01",
             "applicant": {"id": "91130100MA0ABCDE10", "kind": "ENTERPRISE", "divisionCode": "130100", "industry": "MANUFACTURING"},
             "claims": [{"type": "DesignPurchase", "id": "c1", "approvedExpenses": %s}]}
            """;

    private static CommandRun evaluate(String input, String... more) {
        return CommandRun.withInput(
                PROJECT,
                input,
                Stream.concat(EVALUATE.stream(), Stream.of(more)).toList());
    }

    private static String line(int expenses) {
        return REQUEST.formatted(expenses).replace("\n", "");
    }

    private static String answer(String request, Explain explain, Language language) {
        try (Ruleset ruleset = Ruleset.of(SourceFolder.sources(FirstPolicy.FOLDER))) {
            byte[] body = request.getBytes(StandardCharsets.UTF_8);
            return new String(
                    AnswerWriter.bytes(
                            ruleset.evaluate(ruleset.reader().read(body, LocalDate.EPOCH), explain), language),
                    StandardCharsets.UTF_8);
        }
    }

    @Test
    void theAnswerHasTheBytesOfTheService() {
        CommandRun run = evaluate(REQUEST.formatted("1234567.89"));
        assertThat(run.out()).isEqualTo(answer(REQUEST.formatted("1234567.89"), Explain.SUMMARY, Language.EN) + "\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void theDepthAndTheLanguageCanBeChosen() {
        CommandRun run = evaluate(REQUEST.formatted("2.00"), "--explain", "changes", "--lang", "zh");
        assertThat(run.out()).isEqualTo(answer(REQUEST.formatted("2.00"), Explain.CHANGES, Language.ZH) + "\n");
    }

    @Test
    void eachLineOfNdjsonHasAnAnswerOnALineInTheSameOrder() {
        String requests =
                IntStream.range(0, 2_500).mapToObj(EvaluateTest::line).collect(Collectors.joining("\n\n", "", "\n"));
        List<String> answers = evaluate(requests).out().lines().toList();
        assertThat(answers).hasSize(2_500);
        assertThat(answers.get(2_000)).contains("\"total\":1000.00");
        assertThat(answers.get(2_499)).contains("\"total\":1249.50");
    }

    @Test
    void aLineWithFaultsHasThemOnItsLineAndTheOthersTheirAnswers() {
        CommandRun run = evaluate(line(2) + "\n{\"aplicant\": {}}\nno JSON\n" + line(4) + "\n");
        List<String> answers = run.out().lines().toList();
        assertThat(answers).hasSize(4);
        assertThat(answers.get(0)).contains("\"total\":1.00");
        assertThat(answers.get(1))
                .startsWith("{\"requestLine\":2,\"errorCount\":2")
                .contains("Maybe applicant?");
        assertThat(answers.get(2)).startsWith("{\"requestLine\":3,");
        assertThat(answers.get(3)).contains("\"total\":2.00");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void theFaultsOfASingleRequestAreToldAsSentences() {
        CommandRun run = evaluate("{\n  \"aplicant\": {}\n}\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("""
                        /aplicant: The member "aplicant" is not known. Maybe applicant?
                        /applicant: The member applicant is required.
                        """);
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void aSingleRequestOnOneLineIsAnsweredAsOneOnMany() {
        CommandRun refused = evaluate("{\"aplicant\": {}}\n");
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("/aplicant: ");
        assertThat(evaluate(line(2)).out()).contains("\"total\":1.00");
    }

    @Test
    void linesAreAnsweredAlthoughTheFirstIsNoJson() {
        CommandRun run = evaluate("no JSON\n" + line(2) + "\n" + line(4) + "\n");
        assertThat(run.out().lines())
                .satisfiesExactly(
                        refused -> assertThat(refused).startsWith("{\"requestLine\":1,"),
                        answered -> assertThat(answered).contains("\"total\":1.00"),
                        answered -> assertThat(answered).contains("\"total\":2.00"));
    }

    @Test
    void aRequestThatIsTooLargeIsRefused() {
        CommandRun run = evaluate(line(2).replace("DesignPurchase", "x".repeat(1 << 20)) + "\n" + line(2));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out().lines())
                .satisfiesExactly(
                        refused -> assertThat(refused).contains("more than 1 MiB"),
                        answered -> assertThat(answered).contains("\"total\":1.00"));
    }

    @Test
    void nothingToAnswerIsAMistake() {
        CommandRun run = evaluate("\n\n");
        assertThat(run.err()).isEqualTo("rules: - holds no request.\n");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void aFolderIsNoRequest(@TempDir Path folder) {
        CommandRun run = CommandRun.of(PROJECT, "evaluate", folder.toString());
        assertThat(run.err()).isEqualTo("rules: %s cannot be read.\n".formatted(folder));
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void ofManyLongRequestsAFewAreInMemory() throws IOException {
        byte[] line = ("{}" + " ".repeat(RequestFile.MOST_BYTES - 3) + "\n").getBytes(StandardCharsets.UTF_8);
        AtomicInteger read = new AtomicInteger();
        InputStream lines = new SequenceInputStream(Collections.enumeration(IntStream.range(0, 100)
                .mapToObj(i -> new ByteArrayInputStream(line) {
                    @Override
                    public synchronized int read(byte[] into, int from, int length) {
                        if (pos == 0) {
                            read.incrementAndGet();
                        }
                        return super.read(into, from, length);
                    }
                })
                .toList()));
        RequestFile file = new RequestFile(lines);
        assertThat(file.next(1_000)).hasSizeBetween(2, 8);
        assertThat(read).hasValueLessThan(12);
        int left = 0;
        for (List<RequestFile.Body> next = file.next(1_000); !next.isEmpty(); next = file.next(1_000)) {
            left += next.size();
        }
        assertThat(left).isGreaterThanOrEqualTo(92);
    }
}
