package io.subsidyrules;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.regression.Judgement;
import io.subsidyrules.storage.TestDatabase;
import io.subsidyrules.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The README says what the service does. */
@QuarkusTest
@Tag("http")
class ReadmeTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final String readme = Files.readString(Path.of("README.md"));

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
        assertThat(withoutVersion(answer)).isEqualTo(withoutVersion(part("```json\n(.*?)```")));
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
        String explanations = Files.readString(Path.of("docs/explanations.md"));
        assertThat(letter).contains("\n\n" + part("```text\n(.*?)```", explanations) + "\n");
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
        assertThat(Files.readString(Path.of("Dockerfile"))).contains("RUN mvn -B -ntp -Pservice package\n");
        assertThat(Files.readString(Path.of(".ci/run"))).contains("mvn -B -ntp verify");
    }

    @Test
    void theFaultThatItShowsIsToldSo() {
        SortedMap<String, byte[]> files =
                new TreeMap<>(RuleSources.read(FirstPolicy.FOLDER).files());
        files.computeIfPresent("hebei-quality-2022/measure-09.drl", (path, content) -> new String(content, UTF_8)
                .replace("CentreLevel.PROVINCIAL", "CentreLevel.PROVINCAL")
                .getBytes(UTF_8));
        RuleSources faulty = new RuleSources(files);
        assertThat(Judgement.of(faulty).faults()).singleElement().satisfies(fault -> assertThat(
                        part("in English and in Chinese:\n\n```\n(.*?)```"))
                .isEqualTo("%s %s\n%s\n%s\n%s\n"
                        .formatted(
                                fault.place(),
                                fault.code(),
                                faulty.excerpt(fault.place()),
                                fault.told(Language.EN),
                                fault.told(Language.ZH))));
    }

    private static JsonNode withoutVersion(String answer) throws IOException {
        ObjectNode tree = (ObjectNode) JSON.readTree(answer);
        tree.remove("ruleset");
        return tree;
    }

    private String part(String pattern) {
        return part(pattern, readme);
    }

    private static String part(String pattern, String page) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
