package io.subsidyrules.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.subsidyrules.ledger.finding.Finding;
import io.subsidyrules.ledger.finding.FindingCode;
import io.subsidyrules.ledger.verify.Verification;
import io.subsidyrules.ledger.verify.Verifier;
import io.subsidyrules.text.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The seals of commits: whoever has no key cannot write an end of the ledger. */
class SealTest {

    private final TestLedger ledger = TestLedger.sealed(12);

    @Test
    void aSealSignsAllButItselfAndTheHashAndTheHashCoversIt() {
        Entry sealed = ledger.entry(6);
        Entry unsealed = TestLedger.of(12).entry(6);
        assertThat(unsealed.seal()).isEmpty();
        Map<String, Object> members = TestLedger.members(sealed.json());
        members.remove("hash");
        assertThat(sealed.hash()).isEqualTo(Hashes.hex(Json.canonicalByLibrary(members)));
        String seal = (String) members.remove("seal");
        assertThat(ledger.key().verifyingKey().verifies(Json.canonicalByLibrary(members), seal))
                .isTrue();
        assertThat(sealed.isSealedBy(ledger.key().verifyingKey())).isTrue();
        assertThat(sealed.isSealedBy(SigningKey.generate().verifyingKey())).isFalse();
        assertThat(Entry.read(sealed.json())).isEqualTo(sealed);
        assertThat(sealed.members()).doesNotContainKey("seal");
    }

    @Test
    void aSealOfAnotherFormIsRefused() {
        String line = TestLedger.hashed(TestLedger.with(ledger.lines().get(5), "seal", "AAAA"));
        assertThatThrownBy(() -> Entry.read(line)).hasMessageContaining("seal");
    }

    @Test
    void aSealedLedgerIsWholeAndSaysSinceWhenItIsSealed() {
        Verification seen = TestLedger.verify(ledger.lines());
        assertThat(seen.finding()).isEmpty();
        assertThat(seen.seals()).isEqualTo(new Verification.Seals(Optional.of(3L), 4, 0));
        assertThat(TestLedger.verify(TestLedger.of(12).lines()).seals())
                .isEqualTo(new Verification.Seals(Optional.empty(), 0, 0));
    }

    @Test
    void anExportFromTheMiddleIsCheckedWhereItsKeyIsGiven() {
        String from = String.join("\n", ledger.lines().subList(4, 12));
        Verifier without = new Verifier(List.of(), Optional.empty(), 5);
        assertThat(TestLedger.verify(without, from).seals()).isEqualTo(new Verification.Seals(Optional.of(6L), 0, 3));
        Verifier with = new Verifier(List.of(), Optional.of(ledger.keys()), 5);
        assertThat(TestLedger.verify(with, from).seals()).isEqualTo(new Verification.Seals(Optional.of(6L), 3, 0));
    }

    @Test
    void eachKeySealsFromItsOwnEntryOn() {
        ledger.rotate();
        ledger.seal();
        ledger.add(EntryKind.DECISION, TestLedger.decision(20));
        ledger.seal();
        assertThat(TestLedger.verify(ledger.lines()).finding()).isEmpty();
        Chain chain = chain();
        ledger.lines().forEach(line -> assertThat(chain.follow(line)).isEmpty());
        assertThat(chain.forged()).isEmpty();
        assertThat(chain.sealed().orElseThrow().entry()).isEqualTo(ledger.entry(14));
    }

    @Test
    void anEntryThatWasAppendedWithoutTheKeyIsNamed() {
        List<String> lines = ledger.lines();
        Entry forged =
                ledger.head().next(EntryKind.DECISION, TestLedger.decision(77), TestLedger.START.plusSeconds(99));
        lines.add(forged.json());
        Finding finding = TestLedger.verify(lines).finding().orElseThrow();
        assertThat(finding.code()).isEqualTo(FindingCode.UNSEALED);
        assertThat(finding.sentence(Language.EN))
                .contains("13 to 13, from line 13 on")
                .contains("up to entry 12");
        lines.set(12, forged.sealedBy(SigningKey.generate()).json());
        finding = TestLedger.verify(lines).finding().orElseThrow();
        assertThat(finding.code()).isEqualTo(FindingCode.SEAL_FORGED);
        assertThat(finding.sequence()).isEqualTo(13);
    }

    @Test
    void aChainNamesWhatDoesNotFollow() {
        assertThat(fault(ledger.lines().get(0).replace("KEY", "KEX"), 1)).contains("entry 1 was altered");
        assertThat(fault(" " + ledger.lines().get(4), 5)).contains("entry 5 was altered");
        assertThat(fault(ledger.lines().get(5), 5)).contains("entry 5 is missing");
        assertThat(fault(TestLedger.hashed(TestLedger.with(ledger.lines().get(4), "previousHash", "b".repeat(64))), 5))
                .contains("not chained");
        assertThat(fault(
                        TestLedger.hashed(
                                TestLedger.with(ledger.lines().get(4), "recordedAt", "2026-01-01T00:00:00.000000Z")),
                        5))
                .contains("before the one in front");
        TestLedger thief = TestLedger.sealed(4);
        Entry stolen =
                Head.of(ledger.entry(4)).next(EntryKind.KEY, thief.key().firstEntry(), TestLedger.START.plusSeconds(9));
        assertThat(fault(stolen.json(), 5)).contains("has not signed");
    }

    @Test
    void aChainNamesAForgedSeal() {
        Chain chain = chain();
        ledger.lines().forEach(line -> assertThat(chain.follow(line)).isEmpty());
        Entry forged = ledger.head()
                .next(EntryKind.DECISION, TestLedger.decision(77), TestLedger.START.plusSeconds(99))
                .sealedBy(SigningKey.generate());
        assertThat(chain.follow(forged.json())).isEmpty();
        assertThat(chain.forged().orElseThrow().en()).contains("seal of the entry 13");
    }

    private static Chain chain() {
        return new Chain(Head.START, Optional.empty(), key -> false);
    }

    /** What is wrong with a text in the place of an entry. */
    private String fault(String content, int sequence) {
        Chain chain = chain();
        ledger.lines().subList(0, sequence - 1).forEach(line -> assertThat(chain.follow(line))
                .isEmpty());
        return chain.follow(content).orElseThrow().en();
    }
}
