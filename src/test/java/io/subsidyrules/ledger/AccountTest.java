package io.subsidyrules.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.ledger.account.Summary;
import io.subsidyrules.ledger.finding.Finding;
import io.subsidyrules.ledger.finding.FindingCode;
import io.subsidyrules.ledger.result.CountedAward;
import io.subsidyrules.ledger.result.CountedText;
import io.subsidyrules.ledger.verify.Verification;
import io.subsidyrules.ledger.verify.Verifier;
import io.subsidyrules.text.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An export in which each entry is whole and sealed, and one contradicts another: the verifier names both. */
class AccountTest {

    private static final String FIRST = "01234567-89ab-7def-8123-000000000001";
    private static final String SECOND = "01234567-89ab-7def-8123-000000000002";
    private static final String GB = "{\"keys\":{\"standard\":\"gb/t 19001-2016\"},\"type\":\"HostedStandard\"}";

    private final TestLedger ledger = TestLedger.of(2);

    @Test
    void whatIsRevokedIsPaidAgain() {
        decide(FIRST, paid(GB));
        revoke("r1", FIRST, 0);
        decide(SECOND, paid(GB));
        assertThat(verified().finding()).isEmpty();
        assertThat(verified().account()).isEqualTo(new Summary(2, 1, 2, 0, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gb/t 19001-2016",
                "gb/t 19001—2016",
                "gb / t 19001-2016",
                "gb/t 19оо1-2016",
                "gb/t 1900l-2016",
                "GB/T 19001-2016"
            })
    void aProjectThatIsPaidTwiceIsNamedHoweverItIsWritten(String standard) {
        decide(FIRST, paid(GB));
        decide(SECOND, paid(GB.replace("gb/t 19001-2016", standard)));
        Finding finding = found(FindingCode.PAID_TWICE, 4);
        assertThat(finding.sentence(Language.EN))
                .contains("claim 0 of the decision " + SECOND)
                .contains("claim 0 of the decision " + FIRST + ", entry 3 on line 3");
        assertThat(finding.sentence(Language.ZH)).contains(FIRST).contains(SECOND);
    }

    @Test
    void aProjectThatIsPaidTwiceInOneDecisionIsNamed() {
        decide(
                FIRST,
                Map.of("projects", List.of(Map.of("claim", 0, "project", GB), Map.of("claim", 1, "project", GB))));
        assertThat(found(FindingCode.PAID_TWICE, 3).sentence(Language.EN)).contains("the claim 1 of");
    }

    @Test
    void theRevocationOfAnotherClaimFreesNoProject() {
        decide(FIRST, paid(GB));
        revoke("r1", FIRST, 1);
        decide(SECOND, paid(GB));
        found(FindingCode.PAID_TWICE, 5);
    }

    @Test
    void aThirdAwardIsNamedWhereTheSecondStands() {
        decide(FIRST, paid(GB));
        revoke("r1", FIRST);
        decide(SECOND, paid(GB));
        decide("d3", paid(GB));
        assertThat(found(FindingCode.PAID_TWICE, 6).sentence(Language.EN)).contains(SECOND);
    }

    @Test
    void projectsOfTwoApplicantsAreTwo() {
        decide(FIRST, paid("{\"applicant\":\"A\",\"keys\":{\"year\":2023},\"type\":\"T\"}"));
        decide(SECOND, paid("{\"applicant\":\"B\",\"keys\":{\"year\":2023},\"type\":\"T\"}"));
        decide("d3", paid("{\"applicant\":\"A\",\"keys\":{\"year\":2024},\"type\":\"T\"}"));
        decide("d4", paid("{\"applicant\":\"A\",\"keys\":{\"year\":2023},\"type\":\"U\"}"));
        assertThat(verified().finding()).isEmpty();
    }

    @Test
    void whatVersion010DidNotCompareIsARemark() {
        Map<String, Object> asWritten = new TreeMap<>(paid(GB));
        asWritten.remove("projectForm");
        decide(FIRST, asWritten);
        Map<String, Object> otherwise = new TreeMap<>(paid(GB.replace("gb/t", "GB/T")));
        otherwise.remove("projectForm");
        decide(SECOND, otherwise);
        assertThat(verified().finding()).isEmpty();
        assertThat(verified().account()).isEqualTo(new Summary(2, 0, 2, 1, Optional.of(4L)));
        decide("d3", asWritten);
        found(FindingCode.PAID_TWICE, 5);
    }

    @Test
    void whatVersion010PaidIsNotPaidAgainInTheNewForm() {
        Map<String, Object> asWritten = new TreeMap<>(paid(GB.replace("gb/t", "GB/T")));
        asWritten.remove("projectForm");
        decide(FIRST, asWritten);
        decide(SECOND, paid(GB));
        found(FindingCode.PAID_TWICE, 4);
    }

    @Test
    void aKeyWithTwoDecisionsIsNamed() {
        decide(FIRST, Map.of("idempotencyKey", "k"));
        decide(SECOND, Map.of("idempotencyKey", "k", "caller", "another"));
        decide("d3", Map.of("idempotencyKey", "k"));
        assertThat(found(FindingCode.KEY_USED_TWICE, 5).sentence(Language.EN))
                .contains("Idempotency-Key k of portal, which entry 3, on line 3");
    }

    @Test
    void anIdThatStandsTwiceIsNamed() {
        decide(FIRST, Map.of());
        decide(FIRST, Map.of());
        assertThat(found(FindingCode.ID_TWICE, 4).sentence(Language.EN)).contains(FIRST + ", which entry 3, on line 3");
    }

    @Test
    void aRevocationWithAnIdThatStandsTwiceIsNamed() {
        decide(FIRST, Map.of());
        revoke("r1", FIRST, 0);
        revoke("r1", FIRST, 1);
        found(FindingCode.ID_TWICE, 5);
    }

    @Test
    void aRevocationOfWhatIsNotThereIsNamed() {
        revoke("r1", SECOND);
        found(FindingCode.REVOKES_UNKNOWN, 3);
    }

    @Test
    void aRevocationOfAClaimThatIsNotThereIsNamed() {
        decide(FIRST, Map.of());
        revoke("r1", FIRST, 2);
        assertThat(found(FindingCode.REVOKES_NO_CLAIM, 4).sentence(Language.EN)).contains("claim 2 of the decision");
    }

    @Test
    void aSecondRevocationIsNamed() {
        decide(FIRST, Map.of());
        revoke("r1", FIRST, 1);
        revoke("r2", FIRST);
        assertThat(verified().finding()).isEmpty();
        revoke("r3", FIRST);
        found(FindingCode.REVOKED_TWICE, 6);
    }

    @Test
    void aSecondRevocationOfAClaimIsNamed() {
        decide(FIRST, Map.of());
        revoke("r1", FIRST, 1);
        revoke("r2", FIRST, 1);
        found(FindingCode.CLAIM_REVOKED_TWICE, 5);
    }

    @Test
    void aRulesetThatNoEntryNamedIsNamed() {
        decide(FIRST, Map.of("ruleset", "b".repeat(64)));
        found(FindingCode.RULESET_UNNAMED, 3);
    }

    @Test
    void anEarlierAwardIsWhatTheEntriesBeforeSay() {
        decide(FIRST, paid(GB));
        decide(SECOND, earlier(FIRST, 0, true));
        assertThat(verified().finding()).isEmpty();
        decide("d3", earlier(FIRST, 0, false));
        found(FindingCode.EARLIER_AWARD_WRONG, 5);
    }

    @Test
    void anEarlierAwardThatIsNotThereIsNamed() {
        decide(FIRST, paid(GB));
        decide(SECOND, earlier(FIRST, 1, true));
        found(FindingCode.EARLIER_AWARD_WRONG, 4);
    }

    @Test
    void anEarlierAwardThatWasRevokedIsNamed() {
        decide(FIRST, paid(GB));
        revoke("r1", FIRST);
        decide(SECOND, earlier(FIRST, 0, true));
        found(FindingCode.EARLIER_AWARD_WRONG, 5);
    }

    @Test
    void aClaimThatIsPaidBesideTheEarlierAwardThatItNamesIsNamed() {
        decide(FIRST, paid(GB));
        Map<String, Object> both = new TreeMap<>(earlier(FIRST, 0, true));
        both.putAll(paid(GB.replace("2016", "2017")));
        decide(SECOND, both);
        found(FindingCode.PAID_BESIDE_EARLIER, 4);
    }

    @Test
    void whatLimitsCountedWasAwardedByTheEntriesBefore() {
        decide(FIRST, awarded("600000.00"));
        decide(SECOND, counts(FIRST, 0, "2023-05-01", "600000.00"));
        assertThat(verified().finding()).isEmpty();
        decide("d3", counts(FIRST, 0, "2023-05-01", "500000.00"));
        assertThat(found(FindingCode.COUNTED_WRONG, 5).sentence(Language.EN))
                .contains("counts 500000.00 CNY towards")
                .contains(FIRST);
    }

    @Test
    void whatLimitsCountedInAnotherCurrencyIsNamedWithIt() {
        CountedAward pounds = new CountedAward(
                FIRST,
                0,
                "2023-05-01",
                "p",
                "i",
                "T",
                Map.of(),
                Optional.empty(),
                Map.of(),
                "600000.00",
                Optional.of("GBP"));
        decide(FIRST, awarded("600000.00"));
        decide(
                SECOND,
                Map.of(CountedText.MEMBER, CountedText.of(List.of(pounds)).orElseThrow()));
        Finding found = found(FindingCode.COUNTED_WRONG, 4);
        assertThat(found.sentence(Language.EN)).contains("counts 600000.00 GBP towards");
        assertThat(found.sentence(Language.ZH)).contains("（金额 600000.00 GBP）");
    }

    @ParameterizedTest
    @CsvSource({
        FIRST + ", 1, 2023-05-01, 600000.00",
        FIRST + ", 0, 2022-05-01, 600000.00",
        SECOND + ", 0, 2023-05-01, 600000.00"
    })
    void whatLimitsCountedAndNobodyAwardedIsNamed(String decision, int claim, String asOf, String amount) {
        decide(FIRST, awarded("600000.00"));
        decide("d3", counts(decision, claim, asOf, amount));
        found(FindingCode.COUNTED_WRONG, 4);
    }

    @Test
    void whatLimitsCountedThoughItWasRevokedIsNamed() {
        decide(FIRST, awarded("600000.00"));
        revoke("r1", FIRST, 0);
        decide(SECOND, counts(FIRST, 0, "2023-05-01", "600000.00"));
        found(FindingCode.COUNTED_WRONG, 5);
    }

    @Test
    void whatLimitsCountedOfAnotherApplicantIsNamedUnlessTheEntrySaysSo() {
        decide(FIRST, awarded("600000.00"));
        decide(
                SECOND,
                Map.of(
                        CountedText.MEMBER,
                        CountedText.of(List.of(counted(FIRST, 0, "2023-05-01", Optional.of("91B"), "600000.00")))
                                .orElseThrow()));
        found(FindingCode.COUNTED_WRONG, 4);
    }

    @Test
    void countedAwardsThatCannotBeReadAreNamed() {
        decide(FIRST, Map.of(CountedText.MEMBER, "eJwDAAAAAAE="));
        found(FindingCode.COUNTED_UNREADABLE, 3);
    }

    @Test
    void anExportFromTheMiddleIsNotBlamedForWhatStandsBeforeIt() {
        decide(FIRST, paid(GB));
        decide(SECOND, earlier(FIRST, 0, true));
        revoke("r1", FIRST, 7);
        decide("d3", paid(GB));
        decide("d4", paid(GB));
        List<String> lines = ledger.lines().subList(3, 6);
        Verifier verifier = new Verifier(List.of(), Optional.empty(), 4);
        assertThat(TestLedger.verify(verifier, String.join("\n", lines)).finding())
                .isEmpty();
        Verification seen =
                TestLedger.verify(verifier, String.join("\n", ledger.lines().subList(3, 7)));
        assertThat(seen.finding().map(Finding::code)).contains(FindingCode.PAID_TWICE);
        assertThat(seen.finding().orElseThrow().sentence(Language.EN)).contains("entry 6 on line 3");
    }

    private static Map<String, Object> paid(String project) {
        return Map.of("projects", List.of(Map.of("claim", 0, "project", project)), "projectForm", 1L);
    }

    /** As version 0.1.0 wrote it: the text of the result alone. */
    private static Map<String, Object> awarded(String amount) {
        return Map.of("result", """
                {"asOf":"2023-05-01","total":%1$s,"atStake":0.00,"claims":[{"status":"ELIGIBLE","items":[
                 {"policy":"p","item":"i","status":"ELIGIBLE","amount":%1$s}]}],"supports":[]}""".formatted(amount));
    }

    private static Map<String, Object> counts(String decision, int claim, String asOf, String amount) {
        return Map.of(
                CountedText.MEMBER,
                CountedText.of(List.of(counted(decision, claim, asOf, Optional.empty(), amount)))
                        .orElseThrow());
    }

    private static CountedAward counted(
            String decision, int claim, String asOf, Optional<String> applicant, String amount) {
        return new CountedAward(
                decision, claim, asOf, "p", "i", "T", Map.of(), applicant, Map.of(), amount, Optional.empty());
    }

    private static Map<String, Object> earlier(String decision, int claim, boolean sameApplicant) {
        return Map.of(
                "earlierAwards",
                List.of(Map.of(
                        "claim", 0, "decision", decision, "earlierClaim", claim, "sameApplicant", sameApplicant)));
    }

    private void decide(String id, Map<String, Object> members) {
        Map<String, Object> all = new TreeMap<>(TestLedger.decision(1));
        all.put("projects", List.of());
        all.put("id", id);
        all.putAll(members);
        ledger.add(EntryKind.DECISION, all);
        ledger.seal();
    }

    private void revoke(String id, String decision) {
        ledger.add(EntryKind.REVOCATION, Map.of("id", id, "decision", decision, "reason", "x", "caller", "y"));
        ledger.seal();
    }

    private void revoke(String id, String decision, int claim) {
        ledger.add(
                EntryKind.REVOCATION,
                Map.of("id", id, "decision", decision, "claims", List.of(claim), "reason", "x", "caller", "y"));
        ledger.seal();
    }

    private Verification verified() {
        return TestLedger.verify(ledger.lines());
    }

    private Finding found(FindingCode code, long sequence) {
        Finding finding = verified().finding().orElseThrow();
        assertThat(finding.code()).isEqualTo(code);
        assertThat(finding.sequence()).isEqualTo(sequence);
        assertThat(finding.line()).isEqualTo(sequence);
        return finding;
    }
}
