package io.subsidyrules.decision;

import static io.subsidyrules.api.Api.portal;
import static io.subsidyrules.api.Api.replay;
import static io.subsidyrules.api.Api.revoke;
import static io.subsidyrules.api.Api.revoked;
import static io.subsidyrules.api.SentClaim.centre;
import static io.subsidyrules.api.SentClaim.hosted;
import static io.subsidyrules.api.SentRequest.request;
import static io.subsidyrules.codes.ApplicantCodes.ONE;
import static io.subsidyrules.codes.ApplicantCodes.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.subsidyrules.api.SentClaim;
import io.subsidyrules.api.SentRequest;
import io.subsidyrules.storage.TestDatabase;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One project, however it is written, is paid once. */
@QuarkusTest
@Tag("http")
class SpellingsTest {

    @BeforeEach
    void theDatabaseIsThere() throws InterruptedException {
        TestDatabase.await();
    }

    @Test
    void aProjectThatIsWrittenAnotherWayIsNotPaidAgain() {
        String number = number();
        String first = decide(ONE, number)
                .statusCode(201)
                .body("result.total", equalTo(200000.00f))
                .extract()
                .path("id");
        for (String spelling : List.of(
                number + " ",
                number.replace(" ", "\u00A0"),
                number.replace(" ", "\u3000 "),
                number.toLowerCase(Locale.ROOT),
                number.replace('-', '\u2014'),
                number.replace("GB/T", "ＧＢ／Ｔ"))) {
            decide(ONE, spelling)
                    .statusCode(201)
                    .body("result.claims.status", contains("NOT_ELIGIBLE"))
                    .body("result.claims[0].earlierAward.decision", equalTo(first))
                    .body("result.claims[0].earlierAward.lookAlike", nullValue())
                    .body("request.claims[0].standardNumber", equalTo(spelling));
            decide(OTHER, spelling).body("result.claims.status", contains("REFERRED"));
        }
    }

    @Test
    void aProjectThatLooksLikeOneThatIsPaidIsReferredAndNamesTheDecision() {
        String number = number();
        String first = decide(ONE, number).extract().path("id");
        for (String spelling :
                List.of(number.replace("GB/T ", "GB/T"), number.replace('B', '\u0412'), number.replace("GB", "《GB》"))) {
            String id = decide(ONE, spelling)
                    .statusCode(201)
                    .body("result.total", equalTo(0.00f))
                    .body("result.claims.status", contains("REFERRED"))
                    .body("result.claims[0].earlierAward.decision", equalTo(first))
                    .body("result.claims[0].earlierAward.lookAlike", equalTo(true))
                    .body("earlierAwards.lookAlike", contains(true))
                    .body("result.claims[0].items[0].conditions[-1].text", containsString("may be the same project"))
                    .body("result.claims[0].items[0].conditions[-1].decision", equalTo(first))
                    .extract()
                    .path("id");
            replay(id).then().body("sameTexts", equalTo(true));
        }
        revoked(first, "Withdrawn.");
        decide(ONE, number.replace("GB/T ", "GB/T")).body("result.claims.status", contains("ELIGIBLE"));
        decide(ONE, number).body("result.claims.status", contains("REFERRED"));
    }

    @Test
    void ofSpellingsThatArriveAtOnceOneIsPaid() throws Exception {
        String number = number();
        List<String> spellings = Stream.of(
                        number,
                        number + " ",
                        number.toLowerCase(Locale.ROOT),
                        number.replace("GB/T ", "GB/T"),
                        number.replace('B', '\u0412'),
                        number.replace('-', '\u2013'))
                .toList();
        ExecutorService callers = Executors.newFixedThreadPool(spellings.size());
        try {
            List<Future<Float>> totals = callers.invokeAll(spellings.stream()
                    .map(spelling -> (java.util.concurrent.Callable<Float>) () ->
                            decide(ONE, spelling).statusCode(201).extract().path("result.total"))
                    .toList());
            float sum = 0;
            for (Future<Float> total : totals) {
                sum += total.get();
            }
            assertThat(sum).isEqualTo(200000.00f);
        } finally {
            callers.shutdown();
        }
    }

    @Test
    void inOneRequestARepeatIsOneHoweverItIsWrittenAndALookAlikeIsReferred() {
        for (String path : List.of("/v1/evaluate", "/v1/decisions")) {
            String name = "中心" + UUID.randomUUID();
            String prefix = path.endsWith("evaluate") ? "" : "result.";
            post(
                            path,
                            centre("a", name + "（一期）"),
                            centre("b", name + "(一期)"),
                            centre("c", name + "（一期） "),
                            centre("d", name + "〔一期〕"),
                            centre("e", name + "（二期）"))
                    .body(
                            prefix + "claims.status",
                            contains("ELIGIBLE", "NOT_ELIGIBLE", "NOT_ELIGIBLE", "REFERRED", "ELIGIBLE"))
                    .body(
                            prefix + "claims.lookAlikeOf",
                            contains(nullValue(), nullValue(), nullValue(), equalTo("a"), nullValue()))
                    .body(prefix + "claims[1].items[0].failed[0].repeats", equalTo("a"))
                    .body(prefix + "total", equalTo(2000000.00f))
                    .body(prefix + "atStake", equalTo(1000000.00f));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200B", "\uFEFF", "\u00AD", "\uFE0F", "\t", "\n", "\u0000", "\u202E", "\u2028", "\uE000", "\uFFFE",
                "\uD800"
            })
    void whatNobodyCanSeeIsRefusedWhereverATextIsRecorded(String unseen) {
        String code = "U+%04X".formatted((int) unseen.charAt(0));
        for (String path : List.of("/v1/evaluate", "/v1/decisions")) {
            post(path, centre("a", "Ab" + unseen))
                    .statusCode(422)
                    .body("errors.pointer", contains("/claims/0/name"))
                    .body("errors.code", contains("BAD_FORMAT"))
                    .body("errors[0].detail", containsString(code))
                    .body("errors[0].detail", containsString("position 3"));
            post(path, centre("a" + unseen, "中心")).statusCode(422).body("errors.pointer", contains("/claims/0/id"));
        }
        send("/v1/decisions", request().reference("A" + unseen))
                .statusCode(422)
                .body("errors.pointer", contains("/reference"));
        String id = decide(ONE, number()).extract().path("id");
        revoke(id, "Withdrawn%s.".formatted(unseen))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reason"))
                .body("errors[0].detail", containsString(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "——", "/", "无", "N/A"})
    void aKeyThatSaysNothingIsNoKey(String key) {
        post("/v1/decisions", centre("a", key))
                .statusCode(422)
                .body("errors.pointer", contains("/claims/0/name"))
                .body("errors.code", contains("BAD_FORMAT"))
                .body("errors[0].detail", containsString("Leave the member out"));
    }

    @Test
    void aDecisionIsNotOfADayToCome() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        SentRequest request = request(centre("a", "中心" + UUID.randomUUID())).stating("industry", "MANUFACTURING");
        send("/v1/decisions", request.asOf(today.plusDays(2)))
                .statusCode(422)
                .body("errors.pointer", contains("/asOf"))
                .body("errors.code", contains("OUT_OF_RANGE"))
                .body("errors[0].detail", containsString("/v1/evaluate"));
        send("/v1/decisions", request.asOf(today)).statusCode(201);
        send("/v1/evaluate", request.asOf("2100-12-31")).statusCode(200);
    }

    private static String number() {
        return "GB/T %s-2023"
                .formatted(UUID.randomUUID().toString().substring(9).replace("-", ""));
    }

    private static ValidatableResponse decide(String applicant, String number) {
        SentClaim national = hosted("c", number).with("level", "NATIONAL");
        return send("/v1/decisions", request(national).asOf("2023-05-01").by(applicant));
    }

    private static ValidatableResponse post(String path, SentClaim... claims) {
        return send(path, request(claims).asOf("2023-05-01").stating("industry", "MANUFACTURING"));
    }

    private static ValidatableResponse send(String path, SentRequest request) {
        return portal().body(request.json()).post(path).then();
    }
}
