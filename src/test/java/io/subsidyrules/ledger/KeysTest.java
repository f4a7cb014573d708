package io.subsidyrules.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.subsidyrules.ledger.finding.Finding;
import io.subsidyrules.ledger.finding.FindingCode;
import io.subsidyrules.ledger.verify.Verification;
import io.subsidyrules.ledger.verify.Verifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Checkpoints, the keys that sign them, and how one key follows another. */
class KeysTest {

    private final TestLedger ledger = TestLedger.of(6);

    @Test
    void theThumbprintIsThatOfRfc8037() {
        assertThat(new VerifyingKey("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo").keyId())
                .isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }

    @Test
    void aCheckpointIsTheSameAfterItsJson() {
        Checkpoint checkpoint = ledger.checkpoint();
        assertThat(Checkpoint.read(checkpoint.json())).isEqualTo(checkpoint);
        assertThat(checkpoint.isSignedBy(ledger.key().verifyingKey())).isTrue();
    }

    @Test
    void aCheckpointWithAnyOtherMemberIsNotSigned() {
        Map<String, Object> members = TestLedger.members(ledger.checkpoint().json());
        Map<String, Object> others = Map.of(
                "ledger", "c".repeat(64),
                "sequence", 5L,
                "hash", "c".repeat(64),
                "time", "2026-02-01T00:00:00.000000Z",
                "signature", ledger.checkpoint(5).signature());
        others.forEach((name, value) -> {
            Map<String, Object> changed = new TreeMap<>(members);
            changed.put(name, value);
            assertThat(Checkpoint.read(Json.canonical(changed))
                            .isSignedBy(ledger.key().verifyingKey()))
                    .as(name)
                    .isFalse();
        });
    }

    @Test
    void keysAreTheSameAfterTheirJson() {
        ledger.rotate();
        assertThat(Keys.read(ledger.keys().json())).isEqualTo(ledger.keys());
        assertThat(ledger.keys().keys()).hasSize(2);
    }

    @Test
    void keysThatAreNotSignedByTheOneBeforeAreRefused() {
        ledger.rotate();
        String json = ledger.keys().json();
        String signature = ledger.keys().keys().get(1).rotation().orElseThrow().signature();
        String forged = json.replace(signature, ledger.checkpoint().signature());
        assertThatThrownBy(() -> Keys.read(forged)).hasMessageContaining("not signed");
        assertThatThrownBy(() -> Keys.read("{\"keys\":[{}]}")).hasMessageContaining("sequence");
        assertThatThrownBy(() -> Keys.read("{\"keys\":[],\"keys\":[]}")).hasMessageContaining("cannot be read");
    }

    @Test
    void checkpointsBeforeAndAfterARotationAreMet() {
        Checkpoint before = ledger.checkpoint();
        ledger.rotate();
        ledger.add(EntryKind.DECISION, TestLedger.decision(8));
        Checkpoint after = ledger.checkpoint();
        assertThat(verify(ledger.lines(), after, before).met()).containsExactly(before, after);
        assertThat(verifyWith(ledger.keys(), before, after).met()).containsExactly(before, after);
    }

    @Test
    void aKeyThatWasReplacedSignsNoLaterCheckpoint() {
        SigningKey old = ledger.key();
        ledger.rotate();
        Checkpoint stolen = Checkpoint.sign(ledger.entry(1).hash(), ledger.head(), TestLedger.START, old);
        assertThat(code(verify(ledger.lines(), stolen))).contains(FindingCode.CHECKPOINT_UNSIGNED);
    }

    @Test
    void aCheckpointOfAnotherKeyIsNamed() {
        Checkpoint foreign =
                Checkpoint.sign(ledger.entry(1).hash(), ledger.head(), TestLedger.START, SigningKey.generate());
        assertThat(code(verify(ledger.lines(), foreign))).contains(FindingCode.CHECKPOINT_UNSIGNED);
        assertThat(code(verifyWith(ledger.keys(), foreign))).contains(FindingCode.CHECKPOINT_UNSIGNED);
    }

    @Test
    void aForgedCheckpointDoesNotAccuseTheLedger() {
        Checkpoint later = new Checkpoint(
                ledger.entry(1).hash(),
                99,
                "d".repeat(64),
                TestLedger.START,
                ledger.key().keyId(),
                "AAAA");
        assertThat(code(verify(ledger.lines(), later))).contains(FindingCode.CHECKPOINT_UNSIGNED);
    }

    @Test
    void aCheckpointOfAMadeUpKeyBeyondTheEndIsNotSigned() {
        Checkpoint madeUp = Checkpoint.sign(
                ledger.entry(1).hash(),
                new Head(99, "d".repeat(64), TestLedger.START),
                TestLedger.START,
                SigningKey.generate());
        assertThat(code(verify(ledger.lines(), madeUp))).contains(FindingCode.CHECKPOINT_KEY_UNKNOWN);
        assertThat(code(verifyWith(ledger.keys(), madeUp))).contains(FindingCode.CHECKPOINT_KEY_UNKNOWN);
    }

    @Test
    void aTailWithARotationThatWasCutIsSeen() {
        List<String> lines = ledger.lines();
        ledger.rotate();
        assertThat(code(verify(lines, ledger.checkpoint())))
                .as("nobody can say whose key that is")
                .contains(FindingCode.CHECKPOINT_KEY_UNKNOWN);
        Verifier withKeys = new Verifier(List.of(ledger.checkpoint()), Optional.of(ledger.keys()), 1);
        assertThat(code(TestLedger.verify(withKeys, String.join("\n", lines)))).contains(FindingCode.TAIL_CUT);
    }

    @Test
    void aKeyThatTheOneBeforeHasNotSignedIsNamed() {
        ledger.add(EntryKind.KEY, SigningKey.generate().firstEntry());
        assertThat(code(verify(ledger.lines()))).contains(FindingCode.KEY_UNSIGNED);
        assertThat(code(verifyWith(ledger.keys())))
                .as("the office vouches for it")
                .isEmpty();
    }

    @Test
    void aRotationByAnotherKeyThanTheOneInForceIsNamed() {
        SigningKey thief = SigningKey.generate();
        Map<String, Object> members = new TreeMap<>(thief.rotationTo(SigningKey.generate()));
        members.put("previousKeyId", ledger.key().keyId());
        ledger.add(EntryKind.KEY, members);
        assertThat(code(verify(ledger.lines()))).contains(FindingCode.KEY_UNSIGNED);
    }

    @Test
    void aLedgerWithOtherKeysThanThoseKeptIsNamed() {
        TestLedger other = TestLedger.of(6);
        assertThat(code(verifyWith(other.keys()))).contains(FindingCode.KEY_UNKNOWN);
        Keys elsewhere = new Keys(List.of(new KeyRecord(ledger.key().verifyingKey(), 2, Optional.empty())));
        assertThat(code(verifyWith(elsewhere))).contains(FindingCode.KEY_UNKNOWN);
    }

    @Test
    void keysKeptFromBeforeARotationServe() {
        Keys kept = ledger.keys();
        ledger.rotate();
        assertThat(verifyWith(kept, ledger.checkpoint()).met()).hasSize(1);
    }

    @Test
    void anExportFromTheMiddleIsCheckedFromThere() {
        ledger.rotate();
        ledger.add(EntryKind.DECISION, TestLedger.decision(9));
        List<String> lines = ledger.lines().subList(3, 8);
        assertThat(verify(new Verifier(List.of(), Optional.empty(), 4), lines).entries())
                .isEqualTo(5);
        Verifier verifier = new Verifier(List.of(ledger.checkpoint()), Optional.of(ledger.keys()), 4);
        assertThat(verify(verifier, lines).met()).hasSize(1);
        assertThat(code(verify(new Verifier(List.of(), Optional.empty(), 3), lines)))
                .contains(FindingCode.REMOVED);
        assertThat(code(verify(new Verifier(List.of(), Optional.empty(), 5), lines)))
                .contains(FindingCode.BEGINS_EARLIER);
    }

    @Test
    void aCheckpointJustBeforeAnExportSaysWhatItIsChainedTo() {
        Verifier verifier = new Verifier(List.of(ledger.checkpoint(3)), Optional.of(ledger.keys()), 4);
        List<String> lines = ledger.lines();
        assertThat(verify(verifier, lines.subList(3, 6)).met()).hasSize(1);
        lines.set(2, TestLedger.with(lines.get(2), "caller", "nobody"));
        TestLedger.chainFrom(lines, 3);
        assertThat(code(verify(verifier, lines.subList(3, 6)))).contains(FindingCode.REWRITTEN);
    }

    private Verification verifyWith(Keys keys, Checkpoint... checkpoints) {
        return verify(new Verifier(List.of(checkpoints), Optional.of(keys), 1), ledger.lines());
    }

    private static Verification verify(Verifier verifier, List<String> lines) {
        return TestLedger.verify(verifier, String.join("\n", lines));
    }

    private static Verification verify(List<String> lines, Checkpoint... checkpoints) {
        return TestLedger.verify(lines, checkpoints);
    }

    private static Optional<FindingCode> code(Verification seen) {
        return seen.finding().map(Finding::code);
    }
}
