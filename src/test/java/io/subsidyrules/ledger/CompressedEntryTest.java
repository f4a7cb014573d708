package io.subsidyrules.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.subsidyrules.ledger.finding.Finding;
import io.subsidyrules.ledger.finding.FindingCode;
import io.subsidyrules.ledger.result.ResultText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An entry that has its result compressed says in clear what the result decides, and nothing else. */
class CompressedEntryTest {

    private static final Map<String, Object> MEMBERS = TestLedger.compressed(7);

    @Test
    void saysInClearWhatItsResultDecides() {
        assertThat(MEMBERS)
                .containsEntry("asOf", "2023-05-01")
                .containsEntry("total", "300000.00")
                .containsEntry("atStake", "0.50")
                .containsEntry(
                        "awards",
                        List.of(
                                Map.of("claim", 0L, "policy", "p", "item", "host", "amount", "300000.00"),
                                Map.of("claim", -1L, "policy", "q", "item", "training")));
        assertThat(ResultText.of(MEMBERS).figures().shown())
                .extracting(item -> item.item() + " " + item.status())
                .containsExactly("host ELIGIBLE", "other NOT_ELIGIBLE", "training ELIGIBLE");
    }

    @Test
    void isWholeBesideEntriesWithTheirResultAsItIs() {
        TestLedger ledger = TestLedger.of(4);
        ledger.add(EntryKind.DECISION, MEMBERS);
        assertThat(TestLedger.verify(ledger.lines()).finding()).isEmpty();
        assertThat(Entry.read(ledger.lines().get(4))).isEqualTo(ledger.entry(5));
    }

    @ParameterizedTest
    @CsvSource({
        "total, 300000.01, total",
        "atStake, 0.00, atStake",
        "asOf, 2023-05-02, asOf",
        "compressedResult, eJwDAAAAAAE=, compressedResult",
        "compressedResult, AAAA, compressedResult",
        "compressedResult, ?, compressedResult"
    })
    void anotherValueIsFoundThoughEverythingIsHashedAnew(String member, String value, String named) {
        assertThat(finding(Map.of(member, value)).details()).containsExactly(named);
    }

    @Test
    void anAwardMoreOrLessOrElsewhereIsFound() {
        List<Object> awards = List.of(
                List.of(),
                List.of(Map.of("claim", 0L, "policy", "p", "item", "host", "amount", "300000.00")),
                List.of(
                        Map.of("claim", 1L, "policy", "p", "item", "host", "amount", "300000.00"),
                        Map.of("claim", -1L, "policy", "q", "item", "training")));
        for (Object other : awards) {
            Finding finding = finding(Map.of("awards", other));
            assertThat(finding.code()).isEqualTo(FindingCode.RESULT_DISAGREES);
            assertThat(finding.details()).containsExactly("awards");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"total", "atStake", "asOf", "awards", "compressedResult"})
    void everyMemberOfTheFormIsNeeded(String member) {
        Map<String, Object> without = new TreeMap<>(MEMBERS);
        without.remove(member);
        assertThatThrownBy(() -> new TestLedger().add(EntryKind.DECISION, without))
                .hasMessageContaining("The member " + member);
        Map<String, Object> both = new TreeMap<>(TestLedger.decision(7));
        both.put(member, MEMBERS.getOrDefault(member, ""));
        assertThatThrownBy(() -> new TestLedger().add(EntryKind.DECISION, both))
                .hasMessageContaining("The member " + member);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.0", "01.00", "-1.00", "1e5", "", "1.000"})
    void anAmountHasTwoDecimals(String total) {
        Map<String, Object> members = new TreeMap<>(MEMBERS);
        members.put("total", total);
        assertThatThrownBy(() -> new TestLedger().add(EntryKind.DECISION, members))
                .hasMessageContaining("The member total");
    }

    private static Finding finding(Map<String, Object> other) {
        Map<String, Object> members = new TreeMap<>(MEMBERS);
        members.putAll(other);
        TestLedger ledger = TestLedger.of(4);
        ledger.add(EntryKind.DECISION, members);
        Finding finding = TestLedger.verify(ledger.lines()).finding().orElseThrow();
        assertThat(finding.sequence()).isEqualTo(5);
        return finding;
    }
}
