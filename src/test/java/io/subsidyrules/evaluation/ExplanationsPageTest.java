package io.subsidyrules.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.subsidyrules.LiveRules;
import io.subsidyrules.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** docs/explanations.md shows what the service says. */
@QuarkusTest
@TestProfile(LiveRules.class)
@Tag("http")
class ExplanationsPageTest {

    private static final Path PAGE = Path.of("docs/explanations.md");
    private static final String GENERATED = "<!-- worked examples: what stands below is generated -->\n";

    /** Amounts keep their two places. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final List<Example> EXAMPLES = List.of(
            new Example(
                    "Two standards, and what the other levels would have given",
                    "An enterprise of Shijiazhuang hosted an international and an industry standard. Each is paid by its level. For"
                            + " the items of the other levels the answer says what is otherwise.",
                    "changes",
                    """
                    { "asOf": "2023-05-01",
                      "applicant": { "id": "91130100MA0ABCDE10", "kind": "ENTERPRISE", "divisionCode": "130100" },
                      "claims": [
                        { "type": "HostedStandard", "id": "c1", "standardNumber": "ISO 24001", "role": "HOST", "level": "INTERNATIONAL" },
                        { "type": "HostedStandard", "id": "c2", "standardNumber": "SJ/T 11999", "role": "HOST", "level": "INDUSTRY" } ] }
                    """),
            new Example(
                    "A share of the design costs, and its ceiling",
                    "A manufacturer bought design services for two projects. A share of what was approved is refunded, up to a ceiling"
                            + " for each.",
                    "full",
                    """
                    { "asOf": "2023-05-01",
                      "applicant": { "id": "91130100MA0ABCDE10", "kind": "ENTERPRISE", "divisionCode": "130100",
                                     "industry": "MANUFACTURING" },
                      "claims": [
                        { "type": "DesignPurchase", "id": "c1", "project": "Casing", "approvedExpenses": 1234567.89 },
                        { "type": "DesignPurchase", "id": "c2", "project": "Gearbox", "approvedExpenses": 3000000.00 } ] }
                    """),
            new Example(
                    "A standard whose level is not known",
                    "Nothing is paid and all that is at stake hangs on one answer, so this is the first question. The facts on the"
                            + " applicant that follow have no yuan: supports wait for them.",
                    "full",
                    """
                    { "asOf": "2023-05-01",
                      "applicant": { "id": "91130100MA0ABCDE10", "kind": "ENTERPRISE", "divisionCode": "130100" },
                      "claims": [
                        { "type": "HostedStandard", "id": "c1", "standardNumber": "GB/T 41234-2022", "role": "HOST" } ] }
                    """));

    record Example(String title, String story, String explain, String request) {

        String written(int number) throws IOException {
            return "### %s. %s\n\n%s\n\n`POST /v1/evaluate?explain=%s`\n\n```json\n%s```\n\n"
                            .formatted(number, title, story, explain, request)
                    + answer(Language.EN)
                    + answer(Language.ZH);
        }

        private String answer(Language language) throws IOException {
            String body = given().contentType("application/json")
                    .header("Accept-Language", language.tag())
                    .queryParam("explain", explain)
                    .body(request)
                    .post("/v1/evaluate")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            JsonNode answer = JSON.readTree(body);
            Page page = new Page();
            page.line("**`Accept-Language: %s`**: `total` %s, `atStake` %s"
                    .formatted(language.tag(), amount(answer.get("total")), amount(answer.get("atStake"))));
            for (JsonNode claim : answer.get("claims")) {
                claim.get("items").forEach(item -> page.item(claim.get("id").asText(), item));
            }
            page.questions(answer.get("questions"));
            return page.text.toString();
        }
    }

    /** Markdown of what one answer says. */
    private static final class Page {

        private final StringBuilder text = new StringBuilder();

        void line(String line) {
            text.append(line).append("\n\n");
        }

        void item(String claim, JsonNode item) {
            String amount = item.has("amount") ? ", `amount` " + amount(item.get("amount")) : "";
            String atStake = item.has("atStake") ? ", `atStake` " + amount(item.get("atStake")) : "";
            line("`%s` **%s** (clause %s): %s%s%s"
                    .formatted(
                            claim,
                            item.get("title").asText(),
                            item.get("clause").asText(),
                            item.get("status").asText(),
                            amount,
                            atStake));
            List<String> rows = new ArrayList<>();
            for (JsonNode condition : item.get("conditions")) {
                rows.add("| %s | %s | %s | %s:%s |"
                        .formatted(
                                condition.get("truth").asText(),
                                condition.get("text").asText(),
                                seen(condition),
                                condition.get("file").asText(),
                                condition.get("line").asText()));
            }
            table("| `truth` | `text` | `pointer`, `actual` | `file`, `line` |", rows);
            if (item.has("calculation")) {
                line("`calculation`: " + item.get("calculation").asText());
            }
            if (item.has("changes")) {
                changes(item.get("changes"));
            }
        }

        private static String seen(JsonNode condition) {
            String first = value(condition.get("pointer"), condition.get("actual"));
            return StreamSupport.stream(condition.path("others").spliterator(), false)
                    .map(other -> value(other.get("pointer"), other.get("actual")))
                    .collect(Collectors.joining("; ", condition.has("others") ? first + "; " : first, ""));
        }

        private static String value(JsonNode pointer, JsonNode actual) {
            return "`%s` %s".formatted(pointer.asText(), actual.isNull() ? "null" : amount(actual));
        }

        private void changes(JsonNode changes) {
            List<String> rows = new ArrayList<>();
            for (JsonNode change : changes) {
                rows.add("| %s | %s | %s |"
                        .formatted(
                                StreamSupport.stream(change.get("fields").spliterator(), false)
                                        .map(field -> "`%s` %s"
                                                .formatted(
                                                        field.get("pointer").asText(),
                                                        field.get("text").asText()))
                                        .collect(Collectors.joining("; ")),
                                amount(change.get("gain")),
                                change.get("changeable").asText()));
            }
            table("| `changes`: `pointer`, `text` | `gain` | `changeable` |", rows);
        }

        void questions(JsonNode questions) {
            List<String> rows = new ArrayList<>();
            for (JsonNode question : questions) {
                rows.add("| `%s` | %s | %s | %s | %s |"
                        .formatted(
                                question.get("pointer").asText(),
                                question.get("title").asText(),
                                strings(question.path("allowed")),
                                amount(question.get("atStake")),
                                StreamSupport.stream(question.get("items").spliterator(), false)
                                        .map(item -> item.get("item").asText())
                                        .collect(Collectors.joining(", "))));
            }
            table("| `questions`: `pointer` | `title` | `allowed` | `atStake` | `items` |", rows);
        }

        private static String strings(JsonNode array) {
            return StreamSupport.stream(array.spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining(", "));
        }

        private void table(String head, List<String> rows) {
            text.append(head).append('\n');
            text.append("|---".repeat(head.split(" \\| ", -1).length)).append("|\n");
            rows.forEach(row -> text.append(row).append('\n'));
            text.append('\n');
        }
    }

    private static String amount(JsonNode value) {
        return value.isBigDecimal() ? String.format(Locale.ROOT, "%.2f", value.decimalValue()) : value.asText();
    }

    @Test
    void theWorkedExamplesAreWhatTheServiceSays() throws IOException {
        String page = Files.readString(PAGE);
        StringBuilder made = new StringBuilder(page.substring(0, page.indexOf(GENERATED) + GENERATED.length()));
        for (int i = 0; i < EXAMPLES.size(); i++) {
            made.append('\n')
                    .append(EXAMPLES.get(i).written(i + 1).stripTrailing())
                    .append('\n');
        }
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, made);
            return;
        }
        assertThat(page)
                .as("docs/explanations.md; mvn -B test -Dtest=ExplanationsPageTest -Ddocs.write=true writes it anew")
                .isEqualTo(made.toString());
    }
}
