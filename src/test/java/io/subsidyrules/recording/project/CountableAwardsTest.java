package io.subsidyrules.recording.project;

import static io.subsidyrules.codes.ApplicantCodes.ONE;
import static io.subsidyrules.codes.ApplicantCodes.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.engine.project.AwardQuery;
import io.subsidyrules.engine.project.AwardQuery.Item;
import io.subsidyrules.engine.project.AwardQuery.OfApplicant;
import io.subsidyrules.engine.project.AwardQuery.OfGroup;
import io.subsidyrules.engine.project.AwardQuery.OfProject;
import io.subsidyrules.engine.project.RecordedAward;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.recording.store.CountableAward;
import io.subsidyrules.recording.store.Sql;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The awards that limits ask for are found in the tables and in the transaction, and no others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountableAwardsTest {

    private static final String POLICY = "hebei-quality-2022";
    private static final Item STANDARD = new Item(POLICY, "host-national-standard");
    private static final Item CENTRE = new Item(POLICY, "provincial-design-centre");
    private static final Item PURCHASE = new Item(POLICY, "design-purchase");
    private static final LocalDate DAY = LocalDate.of(2023, 5, 1);

    private LedgerBefore ledger;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        ledger = new LedgerBefore(data);
        ledger.upgrade();
    }

    @AfterAll
    void stop() throws Exception {
        ledger.close();
    }

    @Test
    void theAwardsInForceOfAnApplicantAreFoundInTheOrderOfTheLedger() throws SQLException {
        List<RecordedAward> found = found(ofApplicant(ONE, STANDARD, PURCHASE));
        assertThat(found)
                .extracting(RecordedAward::item)
                .containsExactly(STANDARD.id(), STANDARD.id(), PURCHASE.id(), STANDARD.id());
        assertThat(found.get(2))
                .isEqualTo(new RecordedAward(
                        found.get(2).decision(),
                        0,
                        DAY,
                        POLICY,
                        PURCHASE.id(),
                        "9.3",
                        "DesignPurchase",
                        Map.of("project", "casing"),
                        ONE,
                        Map.of(),
                        Yuan.of("100000.00")));
    }

    @Test
    void theIdOfAnApplicantIsFoundHoweverItIsWritten() throws SQLException {
        String small = ONE.toLowerCase(Locale.ROOT);
        assertThat(found(ofApplicant(small, PURCHASE)))
                .singleElement()
                .extracting(RecordedAward::applicant)
                .isEqualTo(small);
    }

    @Test
    void anotherApplicantHasNoneOfThem() throws SQLException {
        assertThat(found(ofApplicant(OTHER, STANDARD, PURCHASE))).isEmpty();
    }

    @Test
    void awardsCountFromTheFirstDayOn() throws SQLException {
        assertThat(found(since(DAY, ofApplicant(ONE, PURCHASE)))).hasSize(1);
        assertThat(found(since(DAY.plusDays(1), ofApplicant(ONE, PURCHASE)))).isEmpty();
    }

    @Test
    void theAwardsForAProjectAreFoundWhoeverHasThem() throws SQLException {
        assertThat(found(query(new OfProject(Map.of("project", "CASING")), PURCHASE)))
                .extracting(RecordedAward::applicant)
                .containsExactly(ONE.toLowerCase(Locale.ROOT));
        assertThat(found(query(new OfProject(Map.of("project", "casing 2")), PURCHASE)))
                .isEmpty();
    }

    @Test
    void theAwardsOfAGroupAreFoundWithTheValueThatWasAskedFor() throws SQLException {
        List<RecordedAward> found = found(query(new OfGroup("divisionCode", "130504"), CENTRE));
        assertThat(found).hasSizeGreaterThan(5).allMatch(award -> award.groups()
                .equals(Map.of("divisionCode", "130504")));
        assertThat(found).extracting(RecordedAward::applicant).contains("96130100ma0abcde1g", "91130100ma0abcde10");
    }

    @Test
    void anAwardThatTwoLimitsCountIsThereOnce() throws SQLException {
        List<RecordedAward> found =
                found(ofApplicant(ONE, PURCHASE), query(new OfGroup("kind", "enterprise"), PURCHASE));
        assertThat(found).singleElement().satisfies(award -> {
            assertThat(award.applicant()).isEqualTo(ONE);
            assertThat(award.groups()).isEqualTo(Map.of("kind", "enterprise"));
        });
    }

    @Test
    void whatTheTransactionAwardsIsCountedAndWhatItRevokesIsNot() throws SQLException {
        List<AwardQuery> asked = List.of(ofApplicant(ONE, PURCHASE));
        CountableAwards awards = new CountableAwards();
        awards.load(asked, new Sql(ledger.connection()));
        UUID recorded =
                UUID.fromString(awards.counted(asked, ledger.ruleset()).get(0).decision());
        UUID fresh = UUID.randomUUID();
        awards.award(fresh, List.of(purchase(1_000, 0), purchase(1_000, 1)));
        assertThat(awards.counted(asked, ledger.ruleset()))
                .extracting(RecordedAward::decision)
                .containsExactly(recorded.toString(), fresh.toString(), fresh.toString());
        awards.revoke(fresh, Optional.of(1));
        awards.revoke(recorded, Optional.empty());
        assertThat(awards.counted(asked, ledger.ruleset())).singleElement().satisfies(award -> assertThat(award.claim())
                .isZero());
    }

    @Test
    void anAwardOfAnotherCurrencyThanThePolicyHasNowIsNotCounted() throws SQLException {
        List<AwardQuery> asked = List.of(ofApplicant(ONE, PURCHASE));
        CountableAwards awards = new CountableAwards();
        awards.load(asked, new Sql(ledger.connection()));
        int before = awards.counted(asked, ledger.ruleset()).size();
        awards.award(UUID.randomUUID(), List.of(purchase(1_000, 0, "GBP"), purchase(1_000, 1)));
        assertThat(awards.counted(asked, ledger.ruleset())).hasSize(before + 1);
    }

    private static CountableAward purchase(long sequence, int claim) {
        return purchase(sequence, claim, "CNY");
    }

    private static CountableAward purchase(long sequence, int claim, String currency) {
        return new CountableAward(
                sequence,
                claim,
                claim,
                POLICY,
                PURCHASE.id(),
                DAY,
                "DesignPurchase",
                "{\"project\":\"p%s\"}".formatted(claim),
                ONE.toLowerCase(Locale.ROOT),
                List.of(),
                new BigDecimal("10.00"),
                currency);
    }

    private static AwardQuery ofApplicant(String id, Item... items) {
        return query(new OfApplicant(id), items);
    }

    private static AwardQuery query(AwardQuery.Scope scope, Item... items) {
        return new AwardQuery(scope, Set.of(items), Optional.empty());
    }

    private static AwardQuery since(LocalDate day, AwardQuery query) {
        return new AwardQuery(query.scope(), query.items(), Optional.of(day));
    }

    private List<RecordedAward> found(AwardQuery... queries) throws SQLException {
        CountableAwards awards = new CountableAwards();
        awards.load(List.of(queries), new Sql(ledger.connection()));
        return awards.counted(List.of(queries), ledger.ruleset());
    }
}
