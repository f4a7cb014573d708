package io.subsidyrules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.AnswerWriter;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.engine.wording.RuleSummary;
import io.subsidyrules.ledger.result.ResultText;
import io.subsidyrules.ledger.result.Sum;
import io.subsidyrules.statement.Origin;
import io.subsidyrules.statement.StatementBuilder;
import io.subsidyrules.statement.StatementForm;
import io.subsidyrules.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Amounts of a policy are of its currency, and those of two currencies are never summed up. */
class TwoCurrenciesTest {

    private static final RuleSources RULES = SourceFolder.sources(FirstPolicy.FOLDER);
    private static final Ruleset BOTH = Ruleset.of(PoundGrants.beside(RULES));
    private static final Ruleset POUNDS = Ruleset.of(PoundGrants.alone(RULES));
    private static final LocalDate TODAY = LocalDate.parse("2024-05-01");
    private static final String STANDARD =
            "{ \"type\": \"HostedStandard\", \"id\": \"s\", \"standardNumber\": \"1\", \"level\": \"INTERNATIONAL\","
                    + " \"role\": \"HOST\" }";
    private static final String SOCKET = "{ \"type\": \"Socket\", \"id\": \"g\", \"site\": \"A\", \"cost\": 400.00 }";
    private static final String OPEN_SOCKET = "{ \"type\": \"Socket\", \"id\": \"o\", \"site\": \"B\" }";

    @Test
    void aRequestOfOneCurrencyIsAnsweredInIt() throws IOException {
        JsonNode answer = json(POUNDS, "ENTERPRISE", SOCKET);
        assertThat(answer.path("currency").asText()).isEqualTo("GBP");
        assertThat(answer.path("total").decimalValue()).isEqualByComparingTo("300.00");
        assertThat(answer.has("totals")).isFalse();
        assertThat(answer.at("/claims/0").has("currency")).isFalse();
        assertThat(json(BOTH, "ENTERPRISE", SOCKET).path("currency").asText()).isEqualTo("GBP");
    }

    @Test
    void withoutAClaimTheFirstPolicyThatIsAskedForHasTheCurrency() throws IOException {
        assertThat(json(BOTH, "ENTERPRISE").path("currency").asText()).isEqualTo("GBP");
        assertThat(json(POUNDS, "ENTERPRISE").path("currency").asText()).isEqualTo("GBP");
        Request request = BOTH.reader()
                .read(
                        "{ \"applicant\": { \"id\": \"91130100MA0ABCDE10\", \"kind\": \"ENTERPRISE\" }, \"policies\": [ \"hebei-quality-2022\" ] }"
                                .getBytes(StandardCharsets.UTF_8),
                        TODAY);
        assertThat(BOTH.evaluate(request, Explain.SUMMARY).currency()).hasToString("CNY");
    }

    @Test
    void sumsOfTwoCurrenciesStandApart() throws IOException {
        JsonNode answer = json(BOTH, "ENTERPRISE", STANDARD, SOCKET, OPEN_SOCKET);
        assertThat(answer.path("currency").asText()).isEqualTo("CNY");
        assertThat(answer.path("total").decimalValue()).isEqualByComparingTo("300000.00");
        assertThat(answer.path("atStake").decimalValue()).isEqualByComparingTo("0.00");
        assertThat(answer.path("totals"))
                .hasToString("[{\"currency\":\"CNY\",\"total\":300000.0,\"atStake\":0.0},"
                        + "{\"currency\":\"GBP\",\"total\":300.0,\"atStake\":350.0}]");
        assertThat(answer.at("/claims/0").has("currency")).isFalse();
        assertThat(answer.at("/claims/1/currency").asText()).isEqualTo("GBP");
        assertThat(answer.at("/supports/0/currency").asText()).isEqualTo("GBP");
        JsonNode question = answer.at("/questions/0");
        assertThat(question.path("pointer").asText()).isEqualTo("/claims/2/cost");
        assertThat(question.path("currency").asText()).isEqualTo("GBP");
        assertThat(question.path("atStake").decimalValue()).isEqualByComparingTo("350.00");
    }

    @Test
    void theFirstClaimSaysWhichCurrencyIsTheFirst() throws IOException {
        JsonNode answer = json(BOTH, "ENTERPRISE", SOCKET, STANDARD);
        assertThat(answer.path("currency").asText()).isEqualTo("GBP");
        assertThat(answer.path("total").decimalValue()).isEqualByComparingTo("300.00");
        assertThat(answer.at("/claims/1/currency").asText()).isEqualTo("CNY");
        assertThat(answer.at("/totals/1/currency").asText()).isEqualTo("CNY");
    }

    @Test
    void aQuestionOnWhichTwoCurrenciesHangHasASumOfEach() throws IOException {
        JsonNode question = json(BOTH, null, STANDARD, SOCKET, OPEN_SOCKET).at("/questions/0");
        assertThat(question.path("pointer").asText()).isEqualTo("/applicant/kind");
        assertThat(question.has("currency")).isFalse();
        assertThat(question.path("atStake").decimalValue()).isEqualByComparingTo("300000.00");
        assertThat(question.path("stakes"))
                .hasToString("[{\"currency\":\"CNY\",\"atStake\":300000.0},{\"currency\":\"GBP\",\"atStake\":650.0}]");
    }

    @Test
    void everyTextSaysThePounds() {
        Rule rule = BOTH.book().rules().stream()
                .filter(one -> one.name().equals("sockets"))
                .findFirst()
                .orElseThrow();
        assertThat(RuleSummary.of(BOTH.book(), rule).en())
                .contains("at most 350 pounds")
                .doesNotContain("yuan");
        assertThat(RuleSummary.of(BOTH.book(), rule).zh()).contains("最多350英镑").doesNotContain("元");
        String letter = letter(POUNDS, Language.EN, "ENTERPRISE", SOCKET, OPEN_SOCKET);
        assertThat(letter)
                .contains("300.00 pounds", "350.00 pounds", "400 pounds", "Calculation in pounds")
                .contains("an amount in pounds")
                .doesNotContain("yuan");
        assertThat(letter(POUNDS, Language.ZH, "ENTERPRISE", SOCKET, OPEN_SOCKET))
                .contains("300.00英镑", "金额计算（英镑）", "金额（英镑）")
                .doesNotContain("元");
    }

    @Test
    void aLetterHasASumOfEachCurrency() {
        assertThat(letter(BOTH, Language.EN, "ENTERPRISE", STANDARD, SOCKET))
                .contains("Amount: 300,000.00 yuan", "Amount: 300.00 pounds");
    }

    @Test
    void anEntryOfTheLedgerSaysTheCurrencyOfItsAmountsWhereTheyAreNotInYuan() throws IOException {
        ResultText text = ResultText.compressed(out -> out.write(bytes(BOTH, "ENTERPRISE", STANDARD, SOCKET)))
                .orElseThrow();
        assertThat(text.figures().sums())
                .containsExactly(new Sum("CNY", "300000.00", "0.00"), new Sum("GBP", "300.00", "0.00"));
        assertThat(text.figures().awards())
                .extracting(award -> award.currency().orElse("-"))
                .containsExactly("-", "GBP");
        Map<String, Object> members = new HashMap<>(text.figures().members());
        members.put(text.member().getKey(), text.member().getValue());
        assertThat(ResultText.disagreement(members)).isEmpty();
        members.remove("totals");
        assertThat(ResultText.disagreement(members)).contains("totals");
        members = new HashMap<>(ResultText.compressed(out -> out.write(bytes(POUNDS, "ENTERPRISE", SOCKET)))
                .orElseThrow()
                .figures()
                .members());
        assertThat(members).containsEntry("currency", "GBP").doesNotContainKey("totals");
        assertThat(ResultText.compressed(out -> out.write(bytes(BOTH, "ENTERPRISE", STANDARD)))
                        .orElseThrow()
                        .figures()
                        .members())
                .doesNotContainKeys("currency", "totals");
    }

    private static JsonNode json(Ruleset ruleset, String kind, String... claims) throws IOException {
        return new ObjectMapper().readTree(bytes(ruleset, kind, claims));
    }

    private static byte[] bytes(Ruleset ruleset, String kind, String... claims) {
        return AnswerWriter.bytes(ruleset.evaluate(request(ruleset, kind, claims), Explain.SUMMARY), Language.EN);
    }

    private static String letter(Ruleset ruleset, Language language, String kind, String... claims) {
        Request request = request(ruleset, kind, claims);
        return new String(
                StatementForm.TEXT.bytes(StatementBuilder.of(
                        ruleset,
                        request,
                        ruleset.evaluate(request, Explain.FULL),
                        Explain.SUMMARY,
                        language,
                        new Origin.Evaluated(TODAY))),
                StandardCharsets.UTF_8);
    }

    /** @param kind of the applicant; null if it is not known */
    private static Request request(Ruleset ruleset, String kind, String... claims) {
        String known = kind == null ? "" : "\"kind\": \"%s\", ".formatted(kind);
        String body =
                "{ \"applicant\": { \"id\": \"91130100MA0ABCDE10\", %s\"divisionCode\": \"130100\" }, \"claims\": [ %s ] }"
                        .formatted(known, String.join(", ", List.of(claims)));
        return ruleset.reader().read(body.getBytes(StandardCharsets.UTF_8), TODAY);
    }
}
