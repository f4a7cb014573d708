package io.subsidyrules.ledger;

import static io.subsidyrules.ledger.TestLedger.chainFrom;
import static io.subsidyrules.ledger.TestLedger.hashed;
import static io.subsidyrules.ledger.TestLedger.members;
import static io.subsidyrules.ledger.TestLedger.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.ledger.finding.Finding;
import io.subsidyrules.ledger.finding.FindingCode;
import io.subsidyrules.ledger.verify.Verification;
import io.subsidyrules.ledger.verify.Verifier;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every kind of manipulation, at every place of a sealed ledger of 16 entries with a rotation of its key: the verifier names
 * what was done, and where. There is no checkpoint unless a test says so.
 */
class ManipulatedSealedExportTest {

    private static final int ENTRIES = 16;
    private static final int ROTATION = 10;

    private static final Map<Integer, FindingCode> KEY_ENTRIES =
            Map.of(1, FindingCode.MALFORMED, ROTATION, FindingCode.MALFORMED);

    private static final TestLedger LEDGER = ledger();

    private static TestLedger ledger() {
        TestLedger ledger = TestLedger.sealed(ROTATION - 1);
        ledger.rotate();
        ledger.seal();
        for (int number = ROTATION; number < ENTRIES; number++) {
            ledger.add(EntryKind.DECISION, TestLedger.compressed(100 + number));
            if (number % 3 == 0) {
                ledger.seal();
            }
        }
        return ledger;
    }

    /** What somebody does to an export at an entry, and what is said of it: whom it hits, under which names. */
    private enum Manipulation {
        ALTERED(1, ENTRIES, FindingCode.ALTERED) {
            @Override
            void at(int entry, List<String> lines) {
                replace(lines, entry, altered(lines.get(entry - 1)));
            }
        },
        HASH_ALTERED(1, ENTRIES, FindingCode.ALTERED) {
            @Override
            void at(int entry, List<String> lines) {
                replace(lines, entry, with(lines.get(entry - 1), "hash", "0".repeat(64)));
            }
        },
        HASHED_ANEW(
                1,
                ENTRIES - 1,
                FindingCode.HASHED_ANEW,
                Map.of(
                        1,
                        FindingCode.MALFORMED,
                        3,
                        FindingCode.SEAL_FORGED,
                        6,
                        FindingCode.SEAL_FORGED,
                        9,
                        FindingCode.SEAL_FORGED,
                        ROTATION,
                        FindingCode.MALFORMED,
                        13,
                        FindingCode.SEAL_FORGED)) {
            @Override
            void at(int entry, List<String> lines) {
                replace(lines, entry, hashed(altered(lines.get(entry - 1))));
            }
        },
        HASHED_ANEW_TO_THE_END(1, ENTRIES, FindingCode.SEAL_FORGED, KEY_ENTRIES) {
            @Override
            void at(int entry, List<String> lines) {
                replace(lines, entry, altered(lines.get(entry - 1)));
                chainFrom(lines, entry);
            }
        },
        WITHOUT_SEALS_TO_THE_END(4, ENTRIES, FindingCode.UNSEALED, KEY_ENTRIES) {
            @Override
            void at(int entry, List<String> lines) {
                replace(lines, entry, altered(lines.get(entry - 1)));
                unseal(lines, entry);
            }
        },
        SEALED_BY_ANOTHER_KEY(3, ENTRIES, FindingCode.SEAL_FORGED, KEY_ENTRIES) {
            @Override
            void at(int entry, List<String> lines) {
                replace(lines, entry, altered(lines.get(entry - 1)));
                sealByThief(lines, entry);
            }
        },
        REMOVED(1, ENTRIES - 1, FindingCode.REMOVED) {
            @Override
            void at(int entry, List<String> lines) {
                lines.remove(entry - 1);
            }
        },
        REMOVED_AND_CHAINED_ANEW(2, ENTRIES - 1, FindingCode.SEAL_FORGED, Map.of(4, FindingCode.REVOKES_UNKNOWN)) {
            @Override
            void at(int entry, List<String> lines) {
                lines.remove(entry - 1);
                renumber(lines, entry);
            }
        },
        SWAPPED(1, ENTRIES - 1, FindingCode.REORDERED) {
            @Override
            void at(int entry, List<String> lines) {
                Collections.swap(lines, entry - 1, entry);
            }
        },
        MOVED_TO_THE_END(1, ENTRIES - 1, FindingCode.REORDERED) {
            @Override
            void at(int entry, List<String> lines) {
                lines.add(lines.remove(entry - 1));
            }
        },
        INSERTED(2, ENTRIES, FindingCode.INSERTED, Map.of(ENTRIES, FindingCode.REPEATED)) {
            @Override
            void at(int entry, List<String> lines) {
                lines.add(entry - 1, alien(entry));
            }
        },
        INSERTED_AND_CHAINED_ANEW(
                2,
                ENTRIES,
                FindingCode.SEAL_FORGED,
                Map.of(2, FindingCode.RULESET_UNNAMED, 3, FindingCode.EARLIER_AWARD_WRONG)) {
            @Override
            void at(int entry, List<String> lines) {
                lines.add(entry - 1, alien(entry));
                renumber(lines, entry);
            }
        },
        REPEATED(1, ENTRIES, FindingCode.REPEATED) {
            @Override
            void at(int entry, List<String> lines) {
                lines.add(entry, lines.get(entry - 1));
            }
        },
        BLANK(1, ENTRIES, FindingCode.INSERTED) {
            @Override
            void at(int entry, List<String> lines) {
                lines.add(entry - 1, "");
            }
        },
        CUT_IN_THE_LINE(1, ENTRIES, FindingCode.CUT_LINE) {
            @Override
            void at(int entry, List<String> lines) {
                replace(lines, entry, lines.get(entry - 1).substring(0, 60));
            }
        };

        private final int first;
        private final int last;
        private final FindingCode code;
        private final Map<Integer, FindingCode> others;

        Manipulation(int first, int last, FindingCode code) {
            this(first, last, code, Map.of());
        }

        /** @param others what is said at entries where something else is seen first */
        Manipulation(int first, int last, FindingCode code, Map<Integer, FindingCode> others) {
            this.first = first;
            this.last = last;
            this.code = code;
            this.others = others;
        }

        abstract void at(int entry, List<String> lines);
    }

    @Test
    void theLedgerIsWhole() {
        assertThat(verify(LEDGER.lines(), LEDGER.checkpoint()).finding()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void itIsNamedWhereItIs(Manipulation manipulation) {
        for (int entry = manipulation.first; entry <= manipulation.last; entry++) {
            List<String> lines = LEDGER.lines();
            manipulation.at(entry, lines);
            Finding finding = verify(lines).finding().orElseThrow();
            FindingCode code = manipulation.others.getOrDefault(entry, manipulation.code);
            assertThat(finding.code()).as("%s at %s", manipulation, entry).isEqualTo(code);
            assertThat(code == FindingCode.REORDERED ? finding.line() : finding.sequence())
                    .as("%s at %s", manipulation, entry)
                    .isEqualTo(place(code, entry, lines));
        }
    }

    /** A seal speaks for its commit: the first one behind the entry, and that from which on none is. */
    private static int place(FindingCode code, int entry, List<String> lines) {
        if (code == FindingCode.SEAL_FORGED) {
            return IntStream.rangeClosed(entry, lines.size())
                    .filter(one -> isSealed(lines, one))
                    .findFirst()
                    .orElseThrow();
        }
        if (code == FindingCode.UNSEALED) {
            return 1
                    + IntStream.range(1, entry)
                            .filter(one -> isSealed(lines, one))
                            .max()
                            .orElseThrow();
        }
        return entry;
    }

    private static boolean isSealed(List<String> lines, int entry) {
        return members(lines.get(entry - 1)).containsKey("seal");
    }

    @Test
    void aTailThatWasCutIsNamedByASealWithinACommitAndByACheckpointEverywhere() {
        for (int last = 1; last < ENTRIES; last++) {
            List<String> lines = LEDGER.lines().subList(0, last);
            boolean whole = isSealed(lines, last) || last < 3;
            assertThat(verify(lines).finding().map(Finding::code))
                    .as("up to %s", last)
                    .isEqualTo(whole ? Optional.empty() : Optional.of(FindingCode.UNSEALED));
            assertThat(verify(lines, LEDGER.checkpoint()).finding().map(Finding::code))
                    .as("up to %s", last)
                    .contains(last < ROTATION ? FindingCode.CHECKPOINT_KEY_UNKNOWN : FindingCode.TAIL_CUT);
            assertThat(withKeys(lines, LEDGER.checkpoint()).finding().map(Finding::code))
                    .as("up to %s, with the keys", last)
                    .contains(FindingCode.TAIL_CUT);
        }
    }

    @Test
    void whoeverHasTheKeyRewritesWhatACheckpointHasNotSeen() {
        for (int entry = ROTATION + 1; entry <= ENTRIES; entry++) {
            List<String> lines = LEDGER.lines();
            replace(lines, entry, altered(lines.get(entry - 1)));
            unseal(lines, entry);
            Entry last = Entry.read(lines.get(ENTRIES - 1));
            lines.set(ENTRIES - 1, last.sealedBy(LEDGER.key()).json());
            assertThat(verify(lines).finding()).as("%s", entry).isEmpty();
            assertThat(verify(lines, LEDGER.checkpoint()).finding().map(Finding::code))
                    .as("%s", entry)
                    .contains(FindingCode.REWRITTEN);
        }
    }

    @Test
    void aCheckpointThatWasAlteredIsNotSignedAndAccusesNobody() {
        for (int sequence = ROTATION; sequence <= ENTRIES; sequence++) {
            Map<String, Object> members = members(LEDGER.checkpoint(sequence).json());
            Map<String, Object> others = Map.of(
                    "ledger", "c".repeat(64),
                    "sequence", sequence + 1L,
                    "hash", "c".repeat(64),
                    "time", "2027-02-01T00:00:00.000000Z",
                    "keyId", SigningKey.generate().keyId(),
                    "signature", LEDGER.checkpoint(sequence - 1).signature());
            others.forEach((name, value) -> {
                Map<String, Object> changed = new TreeMap<>(members);
                changed.put(name, value);
                Checkpoint altered = Checkpoint.read(Json.canonical(changed));
                assertThat(code(withKeys(LEDGER.lines(), altered)))
                        .as("%s of %s", name, members.get("sequence"))
                        .isIn(FindingCode.CHECKPOINT_UNSIGNED, FindingCode.CHECKPOINT_KEY_UNKNOWN);
                // At the first entry the second key is not known yet.
                assertThat(code(verify(LEDGER.lines(), altered)))
                        .as("%s of %s, without keys", name, members.get("sequence"))
                        .isIn(
                                name.equals("ledger") ? FindingCode.OTHER_LEDGER : FindingCode.CHECKPOINT_UNSIGNED,
                                FindingCode.CHECKPOINT_KEY_UNKNOWN);
            });
        }
    }

    @Test
    void aCheckpointOfTheFirstKeyWithAnotherLedgerInItIsNotSigned() {
        TestLedger ledger = TestLedger.sealed(6);
        Map<String, Object> members = new TreeMap<>(members(ledger.checkpoint().json()));
        members.put("ledger", "c".repeat(64));
        assertThat(code(verify(ledger.lines(), Checkpoint.read(Json.canonical(members)))))
                .isEqualTo(FindingCode.CHECKPOINT_UNSIGNED);
    }

    private static FindingCode code(Verification seen) {
        return seen.finding().orElseThrow().code();
    }

    @Test
    void aCheckpointOfAMadeUpKeyIsNotSignedWhereverItClaimsToBe() {
        for (long sequence = 1; sequence <= ENTRIES + 3; sequence++) {
            Head at = new Head(sequence, "d".repeat(64), LEDGER.head().recordedAt());
            Checkpoint madeUp =
                    Checkpoint.sign(LEDGER.entry(1).hash(), at, LEDGER.head().recordedAt(), SigningKey.generate());
            for (Verification seen : List.of(verify(LEDGER.lines(), madeUp), withKeys(LEDGER.lines(), madeUp))) {
                assertThat(seen.finding().map(Finding::code))
                        .as("%s", sequence)
                        .get()
                        .isIn(FindingCode.CHECKPOINT_UNSIGNED, FindingCode.CHECKPOINT_KEY_UNKNOWN);
            }
        }
    }

    private static Verification withKeys(List<String> lines, Checkpoint... checkpoints) {
        return TestLedger.verify(
                new Verifier(List.of(checkpoints), Optional.of(LEDGER.keys()), 1), String.join("\n", lines) + "\n");
    }

    private static Verification verify(List<String> lines, Checkpoint... checkpoints) {
        return TestLedger.verify(lines, checkpoints);
    }

    private static void replace(List<String> lines, int entry, String line) {
        lines.set(entry - 1, line);
    }

    /** The line with another value of one of its members. */
    private static String altered(String line) {
        Map<String, Object> members = members(line);
        String name = Stream.of("reason", "caller", "ruleset", "keyId")
                .filter(members::containsKey)
                .findFirst()
                .orElseThrow();
        return with(line, name, name.equals("ruleset") ? "b".repeat(64) : members.get(name) + "x");
    }

    private static void unseal(List<String> lines, int from) {
        for (int i = from - 1; i < lines.size(); i++) {
            Map<String, Object> members = new TreeMap<>(members(lines.get(i)));
            members.remove("seal");
            lines.set(i, Json.canonical(members));
        }
        chainFrom(lines, from);
    }

    private static void sealByThief(List<String> lines, int from) {
        unseal(lines, from);
        Entry last = Entry.read(lines.get(lines.size() - 1));
        lines.set(lines.size() - 1, last.sealedBy(SigningKey.generate()).json());
    }

    private static void renumber(List<String> lines, int from) {
        IntStream.rangeClosed(from, lines.size())
                .forEach(entry -> replace(lines, entry, with(lines.get(entry - 1), "sequence", (long) entry)));
        chainFrom(lines, from);
    }

    private static String alien(int entry) {
        return Entry.of(
                        EntryKind.DECISION,
                        TestLedger.decision(77),
                        entry,
                        LEDGER.entry(entry - 1).recordedAt(),
                        LEDGER.entry(entry - 1).hash())
                .json();
    }
}
