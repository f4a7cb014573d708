package io.subsidyrules.engine.project;

import static io.subsidyrules.api.SentClaim.centre;
import static io.subsidyrules.api.SentClaim.claim;
import static io.subsidyrules.api.SentClaim.hosted;
import static io.subsidyrules.api.SentClaim.unnumbered;
import static io.subsidyrules.api.SentRequest.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.subsidyrules.api.SentClaim;
import io.subsidyrules.engine.answer.AnswerWriter;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.random.AskedRequests;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A project is paid once: what an answer says where a project has an earlier award, or where that cannot be known. */
class EarlierAwardsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final SentClaim ISO = hosted("c1", "ISO 24001");
    private static final SentClaim ISO_AGAIN = hosted("c2", "ISO 24001");
    private static final SentClaim UNNUMBERED = unnumbered("c1");
    private static final SentClaim CENTRE =
            centre("c1", "Pumps").with("level", "NATIONAL").with("recognisedOn", "2023-03-15");
    private static final EarlierAward OWN = new EarlierAward("D-2022-7", 2, true, false);
    private static final EarlierAward OTHERS = new EarlierAward("D-2022-7", 0, false, false);

    @Test
    void whatTheSameApplicantWasPaidForIsNotPaidAgain() {
        JsonNode answer = answer(first(OWN), Explain.SUMMARY, Language.EN, ISO);
        assertThat(answer.path("total").asText()).isEqualTo("0.0");
        assertThat(answer.path("atStake").asText()).isEqualTo("0.0");
        JsonNode claim = answer.path("claims").path(0);
        assertThat(claim.path("status").asText()).isEqualTo("NOT_ELIGIBLE");
        assertThat(claim.path("earlierAward")).hasToString("""
                {"decision":"D-2022-7","claim":2,"applicant":"SAME"}""");
        assertThat(names(claim)).containsSubsequence("atStake", "earlierAward", "items");
        assertThat(claim.path("items"))
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.path("status").asText()).isEqualTo("NOT_ELIGIBLE"));
        assertThat(item(claim, "host-international-standard").path("failed")).hasToString("""
                [{"pointer":"/claims/0/standardNumber","condition":"paid",\
                "text":"the project was awarded to this applicant already, by the decision D-2022-7",\
                "actual":"ISO 24001","decision":"D-2022-7"}]""");
        assertThat(item(claim, "host-national-standard").path("failed"))
                .extracting(failed -> failed.path("pointer").asText())
                .containsExactly("/claims/0/level", "/claims/0/standardNumber");
    }

    @Test
    void whetherAnotherApplicantIsPaidAsWellAPersonDecides() {
        JsonNode answer = answer(first(OTHERS), Explain.FULL, Language.EN, ISO);
        assertThat(answer.path("total").asText()).isEqualTo("0.0");
        assertThat(answer.path("atStake").asText()).isEqualTo("300000.0");
        JsonNode claim = answer.path("claims").path(0);
        assertThat(claim.path("status").asText()).isEqualTo("REFERRED");
        assertThat(claim.path("amount").asText()).isEqualTo("0.0");
        assertThat(claim.path("atStake").asText()).isEqualTo("300000.0");
        assertThat(claim.path("earlierAward")).hasToString("""
                {"decision":"D-2022-7","claim":0,"applicant":"OTHER"}""");
        JsonNode referred = item(claim, "host-international-standard");
        assertThat(referred.path("status").asText()).isEqualTo("REFERRED");
        assertThat(referred.has("amount")).isFalse();
        assertThat(referred.path("atStake").asText()).isEqualTo("300000.0");
        assertThat(last(referred.path("conditions"))).hasToString("""
                {"truth":"TRUE","pointer":"/claims/0/standardNumber","condition":"paid",\
                "text":"the project was awarded to another applicant already, by the decision D-2022-7",\
                "actual":"ISO 24001","decision":"D-2022-7"}""");
        assertThat(item(claim, "host-national-standard").path("status").asText())
                .isEqualTo("NOT_ELIGIBLE");
        assertThat(item(claim, "host-national-standard").path("failed")).hasSize(1);
    }

    @Test
    void whatIsReferredOrUndeterminedStaysSoWhereAnotherApplicantWasPaid() {
        for (SentClaim centre : List.of(CENTRE, CENTRE.without("recognisedOn"))) {
            JsonNode without = answer(EarlierAwards.EMPTY, Explain.SUMMARY, Language.EN, centre);
            JsonNode with = answer(first(OTHERS), Explain.SUMMARY, Language.EN, centre);
            assertThat(with.path("claims").path(0).path("items"))
                    .isEqualTo(without.path("claims").path(0).path("items"));
            assertThat(with.path("questions")).isEqualTo(without.path("questions"));
        }
    }

    @Test
    void aClaimWhoseProjectCannotBeLookedForIsUndetermined() {
        JsonNode answer = answer(EarlierAwards.EMPTY, Explain.FULL, Language.EN, UNNUMBERED);
        assertThat(answer.path("total").asText()).isEqualTo("0.0");
        assertThat(answer.path("atStake").asText()).isEqualTo("300000.0");
        JsonNode claim = answer.path("claims").path(0);
        assertThat(claim.path("status").asText()).isEqualTo("UNDETERMINED");
        assertThat(claim.has("earlierAward")).isFalse();
        JsonNode item = item(claim, "host-international-standard");
        assertThat(item.path("missing")).hasToString("[\"/claims/0/standardNumber\"]");
        assertThat(last(item.path("conditions"))).hasToString("""
                {"truth":"UNKNOWN","pointer":"/claims/0/standardNumber","condition":"paid",\
                "text":"it is known which project it is, so that it is paid only once","actual":null}""");
        assertThat(item(claim, "host-national-standard").path("status").asText())
                .isEqualTo("NOT_ELIGIBLE");
        JsonNode question = answer.path("questions").path(0);
        assertThat(question.path("pointer").asText()).isEqualTo("/claims/0/standardNumber");
        assertThat(question.path("title").asText()).isEqualTo("number of the standard");
        assertThat(question.path("atStake").asText()).isEqualTo("300000.0");
        assertThat(question.path("items"))
                .extracting(one -> one.path("item").asText())
                .containsExactly("host-international-standard");
    }

    @Test
    void whatIsReferredIsUndeterminedWhereTheProjectCannotBeLookedFor() {
        JsonNode answer = answer(EarlierAwards.EMPTY, Explain.SUMMARY, Language.EN, CENTRE.without("name"));
        JsonNode item = answer.path("claims").path(0).path("items").path(0);
        assertThat(item.path("item").asText()).isEqualTo("national-design-centre");
        assertThat(item.path("status").asText()).isEqualTo("UNDETERMINED");
        assertThat(item.path("missing")).hasToString("[\"/claims/0/name\"]");
        assertThat(item.path("atStake").asText()).isEqualTo("1000000.0");
    }

    @Test
    void unknownKeysComeBehindWhatTheItemWaitsForAnyway() {
        SentClaim prize = claim("StandardAward", "c1").with("prize", "FIRST");
        JsonNode answer = answer(EarlierAwards.EMPTY, Explain.FULL, Language.EN, prize);
        JsonNode item = item(answer.path("claims").path(0), "standard-award-first-prize");
        assertThat(item.path("missing")).hasToString("""
                ["/claims/0/drafter","/claims/0/project","/claims/0/year"]""");
        assertThat(last(item.path("conditions")).path("others")).hasToString("""
                [{"pointer":"/claims/0/year","actual":null}]""");
        assertThat(answer.path("questions"))
                .extracting(question -> question.path("pointer").asText())
                .startsWith("/claims/0/drafter", "/claims/0/project", "/claims/0/year");
    }

    @Test
    void aPlainEvaluationDoesNotAskForKeys() {
        JsonNode answer = parsed(
                AnswerWriter.bytes(AskedRequests.RULES.evaluate(read(UNNUMBERED), Explain.SUMMARY), Language.EN));
        assertThat(answer.path("total").asText()).isEqualTo("300000.0");
        assertThat(answer.path("questions").findValuesAsText("pointer")).doesNotContain("/claims/0/standardNumber");
    }

    @Test
    void aRepeatOfAClaimWithAnEarlierAwardIsARepeat() {
        EarlierAwards both = new EarlierAwards(Map.of(0, OTHERS, 1, OTHERS));
        JsonNode answer = answer(both, Explain.SUMMARY, Language.EN, ISO, ISO_AGAIN);
        JsonNode repeat = answer.path("claims").path(1);
        assertThat(answer.path("claims").path(0).path("status").asText()).isEqualTo("REFERRED");
        assertThat(repeat.path("status").asText()).isEqualTo("NOT_ELIGIBLE");
        assertThat(repeat.path("earlierAward").path("decision").asText()).isEqualTo("D-2022-7");
        assertThat(repeat.path("items")).allSatisfy(item -> {
            assertThat(item.path("failed")).hasSize(1);
            assertThat(item.path("failed").path(0).path("condition").asText()).isEqualTo("repeat");
            assertThat(item.path("failed").path(0).path("repeats").asText()).isEqualTo("c1");
        });
        assertThat(answer.path("atStake").asText()).isEqualTo("300000.0");
    }

    @Test
    void whetherAProjectThatLooksLikeOneThatWasPaidIsTheSameAPersonDecides() {
        EarlierAward alike = new EarlierAward("D-2022-7", 2, true, true);
        JsonNode claim = answer(first(alike), Explain.FULL, Language.EN, ISO)
                .path("claims")
                .path(0);
        assertThat(claim.path("status").asText()).isEqualTo("REFERRED");
        assertThat(claim.path("earlierAward")).hasToString("""
                {"decision":"D-2022-7","claim":2,"applicant":"SAME","lookAlike":true}""");
        assertThat(last(item(claim, "host-international-standard").path("conditions")))
                .hasToString("""
                {"truth":"TRUE","pointer":"/claims/0/standardNumber","condition":"paid",\
                "text":"it may be the same project, written another way, as one awarded to this applicant already, by the decision D-2022-7",\
                "actual":"ISO 24001","decision":"D-2022-7"}""");
    }

    @Test
    void aClaimThatLooksLikeAnEarlierOneIsReferredAndNamesIt() {
        SentClaim alike = ISO_AGAIN.with("standardNumber", "\u0399SO 24OO1");
        JsonNode claim = answer(EarlierAwards.EMPTY, Explain.FULL, Language.EN, ISO, alike)
                .path("claims")
                .path(1);
        assertThat(claim.path("status").asText()).isEqualTo("REFERRED");
        assertThat(claim.path("lookAlikeOf").asText()).isEqualTo("c1");
        assertThat(claim.path("atStake").asText()).isEqualTo("300000.0");
        assertThat(last(item(claim, "host-international-standard").path("conditions")))
                .hasToString("""
                {"truth":"TRUE","pointer":"/claims/1/standardNumber","condition":"repeat",\
                "text":"it may be the same project as that of the claim c1, written another way",\
                "actual":"\u0399SO 24OO1","repeats":"c1"}""");
    }

    @Test
    void whatWasDecidedByTheTextsAsTheyWereSentIsReplayedSo() {
        SentClaim other = ISO_AGAIN.with("standardNumber", "iso  24001");
        Request request = AskedRequests.RULES.reader().readAgain(body(ISO, other), LocalDate.of(2023, 5, 1), true);
        assertThat(AskedRequests.RULES
                        .evaluate(request, Explain.SUMMARY, EarlierAwards.EMPTY)
                        .total()
                        .amount())
                .isEqualByComparingTo("600000");
    }

    @Test
    void theReasonsAreGivenInChineseToo() {
        assertThat(texts(first(OWN), ISO)).contains("该项目已由决定 D-2022-7 奖补给本申请主体");
        assertThat(texts(first(OTHERS), ISO)).contains("该项目已由决定 D-2022-7 奖补给其他申请主体");
        assertThat(texts(EarlierAwards.EMPTY, UNNUMBERED)).contains("已明确是哪一项目，以免重复奖补");
    }

    private static List<String> texts(EarlierAwards awards, SentClaim claim) {
        return answer(awards, Explain.FULL, Language.ZH, claim).findValuesAsText("text");
    }

    @Test
    void changesAreNotLookedForWhereEarlierAwardsCount() {
        Request request = read(ISO);
        for (EarlierAwards awards : List.of(EarlierAwards.EMPTY, first(OWN))) {
            assertThatThrownBy(() -> AskedRequests.RULES.evaluate(request, Explain.CHANGES, awards))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void anAwardForAClaimThatTheRequestDoesNotHaveIsRefused() {
        Request request = read(ISO);
        for (int claim : new int[] {-1, 1}) {
            EarlierAwards awards = new EarlierAwards(Map.of(claim, OWN));
            assertThatThrownBy(() -> AskedRequests.RULES.evaluate(request, Explain.FULL, awards))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("claim " + claim);
        }
    }

    @Test
    void anEarlierAwardNamesItsDecisionAndClaim() {
        assertThat(new EarlierAward("d".repeat(100), 0, true, false).decision()).hasSize(100);
        for (String id : List.of("", " ", "d".repeat(101))) {
            assertThatThrownBy(() -> new EarlierAward(id, 0, true, false)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new EarlierAward("D", -1, true, false)).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] body(SentClaim... claims) {
        return request(claims).asOf("2023-05-01").json().getBytes(StandardCharsets.UTF_8);
    }

    private static EarlierAwards first(EarlierAward award) {
        return new EarlierAwards(Map.of(0, award));
    }

    private static Request read(SentClaim... claims) {
        return AskedRequests.RULES.reader().readRecorded(body(claims), LocalDate.of(2026, 11, 28));
    }

    private static JsonNode answer(EarlierAwards awards, Explain explain, Language language, SentClaim... claims) {
        return parsed(AnswerWriter.bytes(AskedRequests.RULES.evaluate(read(claims), explain, awards), language));
    }

    private static JsonNode parsed(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode item(JsonNode claim, String id) {
        return StreamSupport.stream(claim.path("items").spliterator(), false)
                .filter(item -> item.path("item").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode last(JsonNode array) {
        return array.path(array.size() - 1);
    }

    private static Iterable<String> names(JsonNode object) {
        return object::fieldNames;
    }
}
