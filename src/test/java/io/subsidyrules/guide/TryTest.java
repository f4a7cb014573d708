package io.subsidyrules.guide;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.subsidyrules.statement.Html;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form as a person fills it in. */
@QuarkusTest
@Tag("http")
class TryTest {

    private static final String ID = "applicant[id]";
    private static final String EXPENSES = "claim[approvedExpenses]";
    private static final String BOOLEAN = "applicant[foreignTrade]";

    @Test
    void theExampleOfTheFormIsAwarded() {
        Response letter = pressed("letter", shown(), "en");
        assertThat(letter.statusCode()).isEqualTo(200);
        assertThat(Html.of(letter.asString()).texts("td")).contains("617,283.94 yuan");
    }

    @Test
    void nothingThatIsEnteredGetsIntoAnAddress() {
        Response letter = pressed("letter", shown(), "en");
        assertThat(letter.header("Cache-Control")).isEqualTo("no-store");
        assertThat(letter.header("Content-Security-Policy")).contains("form-action 'self'");
        Html html = Html.of(letter.asString());
        assertThat(Html.of(form("en").asString()).parts("form"))
                .isNotEmpty()
                .allSatisfy(form -> assertThat(form.attribute("method")).isEqualTo("post"));
        assertThat(Stream.concat(
                        html.parts("a").stream().map(link -> link.attribute("href")),
                        html.parts("button").stream().map(button -> button.attribute("formaction"))))
                .noneMatch(address -> address.contains("9113") || address.contains("claim"));
    }

    @Test
    void theButtonsOfTheLetterLeadToTheOtherLanguageAndBackToWhatWasEntered() {
        Map<String, String> entered = shown();
        entered.put(EXPENSES, "2000");
        Html letter = Html.of(pressed("letter", entered, "en").asString());
        Html other = Html.of(pressedIn(letter, 1).asString());
        assertThat(other.attribute("lang")).isEqualTo("zh-CN");
        assertThat(other.texts("td")).contains("1,000.00元");
        Html back = Html.of(pressedIn(letter, 0).asString());
        assertThat(back.attribute("lang")).isEqualTo("en");
        assertThat(fields(back)).containsEntry(EXPENSES, "2000").isEqualTo(entered);
    }

    @Test
    void whatIsWrongIsToldOnTopAndBesideItsFieldWhichKeepsWhatWasEntered() {
        Map<String, String> entered = shown();
        entered.put(ID, "123");
        entered.put(EXPENSES, "much");
        Response page = pressed("letter", entered, "en");
        assertThat(page.statusCode()).isEqualTo(422);
        Html html = Html.of(page.asString());
        assertThat(fields(html)).isEqualTo(entered);
        assertThat(html.texts("title").get(0)).startsWith("Please correct the form");
        assertThat(html.texts("li")).anyMatch(line -> line.startsWith("Unified social credit code: "));
        for (String name : List.of(ID, EXPENSES)) {
            Html input = input(html, name);
            assertThat(input.attribute("aria-invalid")).isEqualTo("true");
            assertThat(input.attribute("aria-describedby")).startsWith(name + "-fault");
            assertThat(html.parts("p")).anyMatch(told -> told.attribute("id").equals(name + "-fault"));
            assertThat(html.parts("a")).anyMatch(link -> link.attribute("href").equals("#" + name));
        }
        assertThat(input(html, "asOf").attribute("aria-invalid")).isEmpty();
    }

    @Test
    void everyFieldHasItsLabelAndTellsWhetherItIsRequired() {
        Html html = Html.of(form("zh-CN").asString());
        assertThat(html.parts("label").stream()
                        .map(label -> label.attribute("for"))
                        .sorted())
                .isEqualTo(fields(html).keySet().stream().sorted().toList());
        assertThat(input(html, ID).attribute("required")).isEqualTo("required");
        assertThat(html.texts("label")).contains("统一社会信用代码（必填）");
    }

    @Test
    void anotherTypeOfClaimKeepsWhatWasEnteredOfTheApplicant() {
        Map<String, String> entered = shown();
        entered.put("applicant[name]", "石家庄精工阀门有限公司");
        entered.put("type", "HostedStandard");
        Map<String, String> other =
                fields(Html.of(pressed("show", entered, "en").asString()));
        assertThat(other)
                .containsEntry("applicant[name]", "石家庄精工阀门有限公司")
                .containsKey("claim[standardNumber]")
                .doesNotContainKey(EXPENSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain"})
    void whatNoFormSendsIsRefused(String type) {
        given().contentType(type).body("{}").post("/try").then().statusCode(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"type=%4", "type=%E4%ZZ"})
    void aFormThatCannotBeReadIsRefused(String body) {
        given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .body(body)
                .post("/try")
                .then()
                .statusCode(400);
    }

    @Test
    void aTypeThatTheRulesNoLongerHaveIsToldAtTheListAndTheRestIsKept() {
        Map<String, String> entered = shown();
        entered.put("applicant[name]", "石家庄精工阀门有限公司");
        entered.put("type", "Nothing");
        for (String button : List.of("letter", "show")) {
            Response page = pressed(button, entered, "en");
            assertThat(page.statusCode()).isEqualTo(422);
            Html html = Html.of(page.asString());
            assertThat(fields(html)).containsEntry("applicant[name]", "石家庄精工阀门有限公司");
            assertThat(html.parts("a")).anyMatch(link -> link.attribute("href").equals("#type"));
            assertThat(html.texts("li")).anyMatch(line -> line.contains("Choose one from the list"));
        }
    }

    @Test
    void aTextThatIsNeitherTrueNorFalseIsNoStatedNo() {
        Map<String, String> entered = shown();
        entered.put(BOOLEAN, "yes");
        Response page = pressed("letter", entered, "en");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(Html.of(page.asString()).parts("a"))
                .anyMatch(link -> link.attribute("href").equals("#" + BOOLEAN));
    }

    private static Response form(String language) {
        return given().header("Accept-Language", language).get("/try");
    }

    private static Map<String, String> shown() {
        return fields(Html.of(form("en").asString()));
    }

    private static Response pressed(String button, Map<String, String> fields, String language) {
        return given().header("Accept-Language", language)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields)
                .formParam(button, "yes")
                .post("/try");
    }

    private static Response pressedIn(Html letter, int number) {
        Html button = letter.parts("button").get(number);
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields(letter))
                .formParam(button.attribute("name"), button.attribute("value"))
                .post("/try" + button.attribute("formaction"));
    }

    private static Html input(Html html, String name) {
        return html.parts("input").stream()
                .filter(input -> input.attribute("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What a browser would send of the form, but for a button. */
    private static Map<String, String> fields(Html html) {
        Map<String, String> fields = new LinkedHashMap<>();
        html.parts("input").forEach(input -> fields.put(input.attribute("name"), input.attribute("value")));
        html.parts("select")
                .forEach(list -> fields.put(
                        list.attribute("name"),
                        list.parts("option").stream()
                                .filter(option -> option.attribute("selected").equals("selected"))
                                .map(option -> option.attribute("value"))
                                .findFirst()
                                .orElse("")));
        return fields;
    }
}
