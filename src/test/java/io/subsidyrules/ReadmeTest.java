package io.subsidyrules;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.regression.Judgement;
import io.subsidyrules.storage.TestDatabase;
import io.subsidyrules.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The README says what the service does by the rules that are in force; {@code mvn -B -ntp test -Dtest=ReadmeTest -Ddocs.write=true} writes
 * its answers anew.
 */
@QuarkusTest
@TestProfile(LiveRules.class)
@Tag("http")
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final Path EXPLANATIONS = Path.of("docs/explanations.md");

    /** Amounts keep their two places. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final String readme = Files.readString(README);

    ReadmeTest() throws IOException {}

    @Test
    void theExampleIsAnsweredAsItStands() throws IOException {
        String answer = given().contentType("application/json")
                .body(part("-d '(\\{.*?)'\n```"))
                .post("/v1/evaluate")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        JsonNode tree = JSON.readTree(answer);
        ((ObjectNode) tree.get("ruleset")).put("version", "<hash>");
        stands(README, "```json\n(.*?)```", ReadableJson.of(tree) + "\n");
    }

    @Test
    void theLetterOfTheExampleIsTheOneInExplanations() throws IOException {
        String letter = given().contentType("application/json")
                .accept("text/plain")
                .body(part("-d '(\\{.*?)'\n```"))
                .post("/v1/evaluate")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Matcher item = Pattern.compile("\n\n( {2}\\* .*?\n)\n", Pattern.DOTALL).matcher(letter);
        assertThat(item.find()).as(letter).isTrue();
        stands(EXPLANATIONS, "```text\n(.*?)```", item.group(1));
    }

    @Test
    void theDecisionIsRecordedOnceAsItStandsThere() throws InterruptedException {
        TestDatabase.await();
        String[] ids = new String[2];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = given().contentType("application/json")
                    .header("X-Caller", part("-H 'X-Caller: (\\S+)'"))
                    .header("Idempotency-Key", part("-H 'Idempotency-Key: (\\S+)'"))
                    .body(part("Idempotency-Key[^\n]*-d '(\\{.*?)'\n```"))
                    .post("/v1/decisions")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
        }
        assertThat(ids[0]).isEqualTo(ids[1]);
    }

    @Test
    void theTwoCommandsAreWhatTheBuildRuns() throws IOException {
        assertThat(readme)
                .contains("```\nmvn -B -ntp -Pservice package && java -jar target/quarkus-app/quarkus-run.jar\n```")
                .contains("```\nmvn -B -ntp verify\n```");
        assertThat(Files.readString(Path.of("Dockerfile"))).contains("RUN mvn -B -ntp -Pservice package ");
        assertThat(Files.readString(Path.of(".ci/run"))).contains("mvn -B -ntp verify");
    }

    @Test
    void theFaultThatItShowsIsToldSo() throws IOException {
        SortedMap<String, byte[]> files =
                new TreeMap<>(SourceFolder.sources(LiveRules.FOLDER).files());
        files.computeIfPresent("hebei-quality-2022/measure-09.drl", (path, content) -> new String(content, UTF_8)
                .replace("CentreLevel.PROVINCIAL", "CentreLevel.PROVINCAL")
                .getBytes(UTF_8));
        RuleSources faulty = new RuleSources(files);
        List<Fault> faults = Judgement.of(faulty).faults();
        assertThat(faults).hasSize(1);
        Fault fault = faults.get(0);
        stands(
                README,
                "in English and in Chinese:\n\n```\n(.*?)```",
                "%s %s\n%s\n%s\n%s\n"
                        .formatted(
                                fault.place(),
                                fault.code(),
                                faulty.excerpt(fault.place()),
                                fault.told(Language.EN),
                                fault.told(Language.ZH)));
    }

    /** What is made is on the page as it is; where docs are written, it is from now on. */
    private static void stands(Path page, String pattern, String made) throws IOException {
        String text = Files.readString(page);
        String part = part(pattern, text);
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(page, text.replace(part, made));
            return;
        }
        assertThat(part)
                .as(page + "; mvn -B -ntp test -Dtest=ReadmeTest -Ddocs.write=true writes it anew")
                .isEqualTo(made);
    }

    private String part(String pattern) {
        return part(pattern, readme);
    }

    private static String part(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
