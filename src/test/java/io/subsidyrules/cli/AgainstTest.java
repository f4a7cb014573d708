package io.subsidyrules.cli;

import static io.subsidyrules.api.SentClaim.design;
import static io.subsidyrules.api.SentClaim.hosted;
import static io.subsidyrules.api.SentRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.subsidyrules.FirstPolicy;
import io.subsidyrules.api.SentClaim;
import io.subsidyrules.codes.ApplicantCodes;
import io.subsidyrules.decision.ExportedDecisions;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.project.EarlierAwards;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.recording.write.WrittenEntries;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The effect of a raised ceiling and a lowered award on the requests of a file, by the command. */
class AgainstTest {

    private static final String BROKEN = "{\"asOf\":";

    @TempDir
    Path directory;

    @BeforeEach
    void changeTheRules() throws IOException {
        RulesRepository.copied(FirstPolicy.FOLDER, Files.createDirectory(directory.resolve("old")));
        RulesRepository changed = RulesRepository.in(directory);
        changed.change(
                "hebei-quality-2022/measure-09.drl", "atMost( yuan( 1_000_000 ) )", "atMost( yuan( 1_200_000 ) )");
        changed.change("hebei-quality-2022/measure-02.drl", "yuan( 300_000 )", "yuan( 200_000 )");
    }

    private CommandRun diff(String... more) {
        List<String> arguments = new ArrayList<>(List.of("diff", "old/rules", "rules"));
        arguments.addAll(Arrays.asList(more));
        return CommandRun.of(directory, arguments.toArray(String[]::new));
    }

    private void write(String file, Stream<String> lines) throws IOException {
        Files.write(directory.resolve(file), lines.toList());
    }

    private static String manufacturer(SentClaim claim) {
        return request(claim)
                .stating("industry", "MANUFACTURING")
                .asOf("2023-05-01")
                .json();
    }

    @Test
    void jsonNamesEveryOneAndTextTheFirstFifty() throws IOException {
        write("requests.ndjson", IntStream.range(0, 70).mapToObj(i -> manufacturer(design("c" + i, 3_000_000))));
        CommandRun json = diff("--against", "requests.ndjson", "--format", "json");
        assertThat(json.exitCode()).isEqualTo(1);
        JsonPath effect = JsonPath.from(json.out()).setRootPath("effect");
        assertThat(effect.getList("requests.line", Integer.class))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 70).boxed().toList());
        assertThat(effect.getList("requests.applicant", String.class)).containsOnly(ApplicantCodes.ONE);
        assertThat(effect.getList("requests.items.flatten().claim", String.class))
                .startsWith("c0")
                .endsWith("c69");
        assertThat(effect.getInt("totals.winners")).isEqualTo(70);
        assertThat(json.out()).contains("\"difference\" : 14000000.00");
        assertThat(diff("--against", "requests.ndjson").out())
                .contains("Requests: 70. Winners: 70, losers: 0, otherwise changed: 0, unchanged: 0, refused: 0.")
                .contains("The first 50 of these are named here. There are 20 more; --format json names all.")
                .contains("difference: +14,000,000.00 yuan")
                .doesNotContain("  51\n");
    }

    @Test
    void aBrokenLineIsNamedAndTheOthersAreStillCounted() throws IOException {
        write(
                "requests.ndjson",
                Stream.of(manufacturer(hosted("c1")), BROKEN, "", manufacturer(design("c1", 1_000_000))));
        CommandRun run = diff("--against", "requests.ndjson");
        assertThat(run.out())
                .contains("Requests: 3. Winners: 0, losers: 1, otherwise changed: 0, unchanged: 1, refused: 1.")
                .contains("  2\n    → reason: The line is not JSON from column 9 on.");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aRefusedRequestAloneEndsWithOne() throws IOException {
        write("requests.ndjson", Stream.of(manufacturer(hosted("c1")), BROKEN));
        CommandRun run = CommandRun.of(directory, "diff", "rules", "rules", "--against", "requests.ndjson");
        assertThat(run.out()).contains("No change in meaning.").contains("refused: 1.");
        assertThat(run.exitCode()).isEqualTo(1);
        write("requests.ndjson", Stream.of(manufacturer(hosted("c1"))));
        assertThat(CommandRun.of(directory, "diff", "rules", "rules", "--against", "requests.ndjson")
                        .exitCode())
                .isZero();
    }

    /** A member of a request that a record has too is the request's own: it is refused as the service refuses it. */
    @Test
    void aRequestWithAnImpossibleDayIsNoDamagedRecord() throws IOException {
        String wrong = manufacturer(hosted("c1")).replace("2023-05-01", "2023-02-30");
        write("requests.ndjson", Stream.of(wrong, manufacturer(hosted("c1"))));
        CommandRun run = CommandRun.of(directory, "diff", "rules", "rules", "--against", "requests.ndjson");
        assertThat(run.out())
                .contains("/asOf")
                .doesNotContain("Export it again")
                .contains("refused: 1.");
    }

    @Test
    void anExportOfDecisionsAndThatOfTheLedgerSayTheSame() throws IOException {
        WrittenEntries ledger = new WrittenEntries(Ruleset.of(SourceFolder.sources(FirstPolicy.FOLDER)));
        Entry winner = ledger.decide(manufacturer(design("c1", 3_000_000)), EarlierAwards.EMPTY);
        Entry loser = ledger.decide(manufacturer(hosted("c1")), EarlierAwards.EMPTY);
        write("ledger.ndjson", ledger.all().stream().map(Entry::json));
        write("decisions.ndjson", Stream.of(winner, loser).map(one -> ExportedDecisions.line(one, List.of())
                .strip()));
        for (String file : List.of("ledger.ndjson", "decisions.ndjson")) {
            CommandRun run = diff("--against", file, "--format", "json");
            JsonPath effect = JsonPath.from(run.out()).setRootPath("effect");
            assertThat(effect.getList("requests.decision"))
                    .isEqualTo(
                            List.of(winner.members().get("id"), loser.members().get("id")));
            assertThat(effect.getList("requests.verdict")).isEqualTo(List.of("WINNER", "LOSER"));
            assertThat(effect.getDouble("totals.sums[0].difference")).isEqualTo(100_000);
            assertThat(diff("--against", file, "--format", "markdown").out())
                    .contains("| line | decision | applicant | claim | item | before | after |");
        }
    }

    @Test
    void theStandardInputIsAFileToo() {
        CommandRun run = CommandRun.withInput(
                directory,
                manufacturer(hosted("c1")) + "\n",
                List.of("diff", "old/rules", "rules", "--against", "-", "--lang", "zh"));
        assertThat(run.out()).contains("请求数：1。受益：0，受损：1，其他变化：0，不变：0，被拒绝：0。").contains("差额：-100,000.00元");
    }

    @Test
    void aReportInAFileLeavesTheTextOnTheConsole() throws IOException {
        write("requests.ndjson", Stream.of(manufacturer(hosted("c1"))));
        for (String format : List.of("json", "html", "markdown")) {
            CommandRun run = diff("--against", "requests.ndjson", "--format", format, "--output", "effect." + format);
            assertThat(run.out()).contains("Losers: who gets less\n");
            assertThat(Files.readString(directory.resolve("effect." + format)))
                    .contains(format.equals("json") ? "\"LOSER\"" : "Losers: who gets less");
        }
    }

    @Test
    void whatIsNoFileOfRequestsIsToldInASentence() throws IOException {
        Files.createDirectory(directory.resolve("folder"));
        write("empty.ndjson", Stream.of("", "  "));
        write("decisions.csv", Stream.of("id,sequence", "1,2"));
        write("indented.json", Stream.of("{", "  \"applicant\": {}", "}"));
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(directory.resolve("packed.gz")))) {
            packed.write(manufacturer(hosted("c1")).getBytes(StandardCharsets.UTF_8));
        }
        assertRefused("none.ndjson", "There is no file none.ndjson.");
        assertRefused("folder", "folder cannot be read. See whether it is a file");
        assertRefused("empty.ndjson", "empty.ndjson holds no request.");
        assertRefused("decisions.csv", "decisions.csv is not NDJSON: line 1: The line is not JSON from column");
        assertRefused("indented.json", "indented.json is not NDJSON: line 1: The line is not JSON");
        assertRefused("packed.gz", "packed.gz is compressed. Unpack it first: gunzip packed.gz");
    }

    private void assertRefused(String file, String told) {
        CommandRun run = diff("--against", file);
        assertThat(run.err()).startsWith("rules: " + told);
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void aLineThatIsTooLongIsNamedAndTheNextIsRead() throws IOException {
        ByteArrayOutputStream large = new ByteArrayOutputStream();
        large.write(manufacturer(hosted("c1")).getBytes(StandardCharsets.UTF_8));
        large.write('\n');
        large.write(" ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8));
        large.write(manufacturer(hosted("c1")).getBytes(StandardCharsets.UTF_8));
        large.write('\n');
        large.write(manufacturer(hosted("c1")).getBytes(StandardCharsets.UTF_8));
        Files.write(directory.resolve("requests.ndjson"), large.toByteArray());
        assertThat(diff("--against", "requests.ndjson").out())
                .contains("Requests: 3. Winners: 0, losers: 2, otherwise changed: 0, unchanged: 0, refused: 1.")
                .contains("  2\n    → reason: The request has more than 1 MiB.");
    }
}
