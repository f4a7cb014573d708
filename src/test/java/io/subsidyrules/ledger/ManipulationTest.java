package io.subsidyrules.ledger;

import static io.subsidyrules.ledger.TestLedger.chainFrom;
import static io.subsidyrules.ledger.TestLedger.hashed;
import static io.subsidyrules.ledger.TestLedger.verify;
import static io.subsidyrules.ledger.TestLedger.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.subsidyrules.ledger.finding.Finding;
import io.subsidyrules.ledger.finding.FindingCode;
import io.subsidyrules.ledger.verify.Verification;
import io.subsidyrules.ledger.verify.Verifier;
import io.subsidyrules.text.Language;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever is done to an export, the verifier names what, and the first entry that it was done to. */
class ManipulationTest {

    private final TestLedger ledger = TestLedger.of(12);
    private final List<String> lines = ledger.lines();

    @Test
    void anUntouchedLedgerIsWhole() {
        Verification seen = verify(lines, ledger.checkpoint(5), ledger.checkpoint());
        assertThat(seen.finding()).isEmpty();
        assertThat(seen.entries()).isEqualTo(12);
        assertThat(seen.head()).isEqualTo(ledger.head());
        assertThat(seen.met()).hasSize(2);
        assertThat(seen.first()).contains(TestLedger.START);
    }

    @Test
    void anAlteredMemberIsNamed() {
        lines.set(4, with(lines.get(4), "caller", "nobody"));
        assertFinding(verify(lines), FindingCode.ALTERED, 5, 5);
    }

    @Test
    void anAlteredCharacterOfALongTextIsNamed() {
        lines.set(5, lines.get(5).replace("300000.00", "300000.01"));
        assertFinding(verify(lines), FindingCode.ALTERED, 6, 6);
    }

    @Test
    void anAlteredHashIsNamed() {
        lines.set(6, with(lines.get(6), "hash", "0".repeat(64)));
        assertFinding(verify(lines), FindingCode.ALTERED, 7, 7);
    }

    @Test
    void anAlteredSequenceIsNamed() {
        lines.set(6, with(lines.get(6), "sequence", 9L));
        assertFinding(verify(lines), FindingCode.ALTERED, 7, 7);
        lines.set(6, hashed(lines.get(6)));
        assertFinding(verify(lines), FindingCode.HASHED_ANEW, 7, 7);
    }

    @Test
    void aMemberAddedIsNamed() {
        lines.set(6, with(lines.get(6), "more", "x"));
        assertFinding(verify(lines), FindingCode.ALTERED, 7, 7);
        chainFrom(lines, 7);
        assertFinding(verify(lines), FindingCode.MALFORMED, 7, 7);
    }

    @Test
    void aNameThatStandsTwiceIsNamed() {
        lines.set(6, lines.get(6).replaceFirst("\\{", "{\"caller\":\"x\","));
        assertFinding(verify(lines), FindingCode.UNREADABLE, 7, 7);
    }

    @Test
    void oneEntryHashedAnewIsNamedNotTheOneAfterIt() {
        for (int sequence = 2; sequence < 12; sequence++) {
            List<String> changed = ledger.lines();
            changed.set(sequence - 1, hashed(with(changed.get(sequence - 1), "recordedAt", time(sequence))));
            assertFinding(verify(changed), FindingCode.HASHED_ANEW, sequence, sequence);
        }
    }

    @Test
    void anEntryHashedAnewWithAnotherEntryBeforeItIsNamed() {
        lines.set(5, hashed(with(lines.get(5), "previousHash", "b".repeat(64))));
        assertFinding(verify(lines), FindingCode.HASHED_ANEW, 6, 6);
    }

    @Test
    void theLastEntryHashedAnewIsSeenWithACheckpointAlone() {
        lines.set(11, hashed(with(lines.get(11), "caller", "nobody")));
        assertThat(verify(lines).isWhole()).isTrue();
        assertFinding(verify(lines, ledger.checkpoint()), FindingCode.REWRITTEN, 12, 12);
    }

    @Test
    void anEntryRemovedFromTheMiddleIsNamed() {
        lines.remove(5);
        assertFinding(verify(lines), FindingCode.REMOVED, 6, 6);
    }

    @Test
    void severalEntriesRemovedAreNamed() {
        lines.subList(5, 8).clear();
        Finding finding = assertFinding(verify(lines), FindingCode.REMOVED, 6, 6);
        assertThat(finding.sentence(Language.EN)).contains("6 to 8");
    }

    @Test
    void theFirstEntryRemovedIsNamed() {
        lines.remove(0);
        assertFinding(verify(lines), FindingCode.REMOVED, 1, 1);
    }

    @Test
    void anEntryRemovedAndTheOthersRenumberedIsNamed() {
        lines.remove(5);
        for (int i = 5; i < lines.size(); i++) {
            lines.set(i, with(lines.get(i), "sequence", i + 1L));
        }
        assertFinding(verify(lines), FindingCode.REMOVED, 6, 6);
    }

    @Test
    void theLastEntriesRemovedAreSeenWithACheckpointAlone() {
        lines.subList(10, 12).clear();
        assertThat(verify(lines).isWhole()).isTrue();
        Finding finding = assertFinding(verify(lines, ledger.checkpoint()), FindingCode.TAIL_CUT, 10, 11);
        assertThat(finding.sentence(Language.EN)).contains("The tail was cut or an older backup was restored");
    }

    @Test
    void anEmptyExportIsNotWhole() {
        assertThat(TestLedger.verify(new Verifier(List.of(), Optional.empty(), 1), "")
                        .finding())
                .map(Finding::code)
                .contains(FindingCode.EMPTY);
    }

    @Test
    void twoEntriesSwappedAreNamed() {
        Collections.swap(lines, 5, 6);
        Finding finding = assertFinding(verify(lines), FindingCode.REORDERED, 6, 7);
        assertThat(finding.sentence(Language.EN)).contains("entry 6, which should stand there, is on line 7");
    }

    @Test
    void anEntryMovedFarIsNamed() {
        lines.add(lines.remove(2));
        assertFinding(verify(lines), FindingCode.REORDERED, 3, 4);
    }

    @Test
    void theLastEntryMovedForwardIsNamed() {
        lines.add(2, lines.remove(11));
        assertFinding(verify(lines), FindingCode.REORDERED, 3, 12);
    }

    @Test
    void theFirstTwoSwappedAreNamed() {
        Collections.swap(lines, 0, 1);
        assertFinding(verify(lines), FindingCode.REORDERED, 1, 2);
    }

    @Test
    void anEntryInsertedWhereItFitsIsNamed() {
        lines.add(5, alien(6, ledger.entry(5).hash()));
        assertFinding(verify(lines), FindingCode.INSERTED, 6, 6);
    }

    @Test
    void severalEntriesInsertedWhereTheyFitAreNamedByTheirFirst() {
        String first = alien(6, ledger.entry(5).hash());
        lines.add(5, first);
        lines.add(6, alien(7, TestLedger.hash(first)));
        assertFinding(verify(lines), FindingCode.INSERTED, 6, 6);
    }

    @Test
    void anEntryInsertedThatIsChainedToNothingIsNamed() {
        lines.add(5, alien(6, "b".repeat(64)));
        assertFinding(verify(lines), FindingCode.INSERTED, 6, 6);
    }

    @Test
    void anEntryInsertedWithAnySequenceIsNamed() {
        for (long sequence : new long[] {2, 7, 13, 14, 1000}) {
            List<String> changed = ledger.lines();
            changed.add(5, alien(sequence, "b".repeat(64)));
            assertFinding(verify(changed), FindingCode.INSERTED, 6, sequence);
        }
    }

    @Test
    void anEntryInsertedWithoutARightHashIsNamed() {
        lines.add(5, with(alien(6, ledger.entry(5).hash()), "caller", "nobody"));
        assertFinding(verify(lines), FindingCode.INSERTED, 6, 6);
    }

    @Test
    void anEntryInsertedAndTheOthersRenumberedIsNamed() {
        lines.add(5, alien(6, ledger.entry(5).hash()));
        for (int i = 6; i < lines.size(); i++) {
            lines.set(i, with(lines.get(i), "sequence", i + 1L));
        }
        assertFinding(verify(lines), FindingCode.INSERTED, 6, 6);
    }

    @Test
    void anEntryInsertedAtACheckpointIsNamed() {
        lines.add(5, alien(6, ledger.entry(5).hash()));
        assertFinding(verify(lines, ledger.checkpoint(6)), FindingCode.INSERTED, 6, 6);
    }

    @Test
    void anEntryRepeatedIsNamed() {
        lines.add(6, lines.get(5));
        assertFinding(verify(lines), FindingCode.REPEATED, 7, 6);
    }

    @Test
    void theLastEntryRepeatedIsNamed() {
        lines.add(lines.get(11));
        assertFinding(verify(lines), FindingCode.REPEATED, 13, 12);
    }

    @Test
    void anEntryRepeatedFarBelowIsNamed() {
        lines.add(8, lines.get(2));
        assertFinding(verify(lines), FindingCode.INSERTED, 9, 3);
        List<String> atTheEnd = ledger.lines();
        atTheEnd.add(atTheEnd.get(2));
        assertFinding(verify(atTheEnd), FindingCode.REPEATED, 13, 3);
    }

    @Test
    void aBlankLineIsNamed() {
        lines.add(5, "");
        assertFinding(verify(lines), FindingCode.INSERTED, 6, 6);
    }

    @Test
    void aCutLineIsNamedWhereverItIsCut() {
        String whole = String.join("\n", lines.subList(0, 6));
        String last = lines.get(5);
        for (int length = 1; length < last.length(); length++) {
            Verification seen = TestLedger.verify(
                    new Verifier(List.of(), Optional.empty(), 1), whole.substring(0, whole.length() - length));
            assertFinding(seen, FindingCode.CUT_LINE, 6, 6);
        }
        assertThat(TestLedger.verify(new Verifier(List.of(), Optional.empty(), 1), whole)
                        .isWhole())
                .isTrue();
    }

    @Test
    void aLineCutInTheMiddleOfTheExportIsNamed() {
        lines.set(5, lines.get(5).substring(0, 100));
        assertFinding(verify(lines), FindingCode.CUT_LINE, 6, 6);
    }

    @Test
    void aTailHashedAnewIsSeenWithACheckpointAlone() {
        lines.set(5, with(lines.get(5), "caller", "nobody"));
        chainFrom(lines, 6);
        assertThat(verify(lines).isWhole()).isTrue();
        Finding finding =
                assertFinding(verify(lines, ledger.checkpoint(3), ledger.checkpoint(8)), FindingCode.REWRITTEN, 8, 8);
        assertThat(finding.sentence(Language.EN)).contains("after entry 3");
    }

    @Test
    void anotherLedgerIsNamed() {
        assertFinding(verify(TestLedger.of(12).lines(), ledger.checkpoint()), FindingCode.OTHER_LEDGER, 1, 1);
    }

    @Test
    void aClockThatWentBackIsNamed() {
        lines.set(5, with(lines.get(5), "recordedAt", "2026-01-05T01:00:00.000000Z"));
        chainFrom(lines, 6);
        assertFinding(verify(lines), FindingCode.CLOCK_BACK, 6, 6);
    }

    @Test
    void aTimeWithoutItsSixDigitsIsNamed() {
        lines.set(5, with(lines.get(5), "recordedAt", "2026-01-05T02:00:00Z"));
        chainFrom(lines, 6);
        assertFinding(verify(lines), FindingCode.MALFORMED, 6, 6);
    }

    @Test
    void everyFindingHasASentenceAndARemedyInBothLanguages() {
        for (FindingCode code : FindingCode.values()) {
            Finding finding = Finding.of(code, 3, 3, "a", "b", "c", "d", "e", "f");
            for (Language language : Language.values()) {
                assertThat(finding.sentence(language)).contains("3").doesNotContain("%");
                assertThat(finding.remedy(language)).isNotBlank();
            }
        }
    }

    /** A well-formed entry that the ledger never had. */
    private static String alien(long sequence, String previousHash) {
        return Entry.of(
                        EntryKind.DECISION,
                        Map.copyOf(TestLedger.decision(77)),
                        sequence,
                        TestLedger.START.plusSeconds(5),
                        previousHash)
                .json();
    }

    private static String time(int sequence) {
        return Times.write(TestLedger.START.plusSeconds(sequence - 1).plusMillis(1));
    }

    private static Finding assertFinding(Verification seen, FindingCode code, long line, long sequence) {
        assertThat(seen.finding())
                .get()
                .extracting(Finding::code, Finding::line, Finding::sequence)
                .isEqualTo(tuple(code, line, sequence).toList());
        return seen.finding().orElseThrow();
    }
}
