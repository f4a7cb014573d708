package io.subsidyrules.recording.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.subsidyrules.ledger.Entry;
import io.subsidyrules.recording.store.CountableAward;
import io.subsidyrules.recording.store.DecisionRows;
import io.subsidyrules.recording.store.Sql;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What was awarded before limits counted awards is entered from the entries, all of it and once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KnownAwardsTest {

    private final LedgerBefore ledger;
    private Sql sql;

    KnownAwardsTest(@TempDir Path data) throws Exception {
        ledger = new LedgerBefore(data);
        sql = new Sql(ledger.connection());
    }

    @AfterAll
    void stop() throws Exception {
        ledger.close();
    }

    @BeforeEach
    void theLedgerIsAsItWas() throws Exception {
        ledger.reset();
        sql = new Sql(ledger.connection());
    }

    @Test
    void everyAwardOfBeforeIsEnteredAsItsEntrySays() throws SQLException {
        ledger.upgrade();
        assertThat(entered()).isEqualTo(expected());
        assertThat(number("select count(*) from countable_form")).isOne();
    }

    @Test
    void aStopInBetweenAndAnotherRunLoseNothingAndEnterNothingTwice() throws SQLException {
        ledger.migrate();
        ledger.connection().setAutoCommit(false);
        new KnownAwards(ledger.connection(), 3).enterPart(0);
        ledger.connection().commit();
        ledger.connection().setAutoCommit(true);
        assertThat(entered()).hasSize(4).isEqualTo(expected().subList(0, 4));
        assertThat(number("select count(*) from countable_form")).isZero();
        new KnownAwards(ledger.connection(), 2).enter();
        new KnownAwards(ledger.connection()).enter();
        assertThat(entered()).isEqualTo(expected());
    }

    @Test
    void nothingIsAwardedUntilAllIsKnownNorByAServiceOfBefore() throws SQLException {
        ledger.migrate();
        CountableAward another = moved(expected().get(0));
        assertThatThrownBy(() -> CountableAward.insert(List.of(another), sql)).hasMessageContaining("not known yet");
        ledger.upgrade();
        assertThatThrownBy(() ->
                        sql.update("insert into award values (3, 0, 'hebei-quality-2022', 'another', 1.00, null)"))
                .hasMessageContaining("older than");
        CountableAward.insert(List.of(another), sql);
        sql.update("insert into award values (3, 0, 'hebei-quality-2022', 'another', 1.00, null)");
        sql.update("insert into countable_form values (2)");
        assertThatThrownBy(() -> CountableAward.insert(List.of(moved(another)), sql))
                .hasMessageContaining("older than");
    }

    @Test
    void whatCannotBeReadIsNamedAndNothingIsEntered() throws SQLException {
        ledger.migrate();
        sql.update("alter table ledger_entry disable trigger all");
        sql.update("update ledger_entry set content = replace(content, '\"claims', '\"claimz') where sequence = 5");
        assertThatThrownBy(() -> new KnownAwards(ledger.connection()).enter())
                .hasMessageContaining("The awards of the ledger's entry 5 cannot be read");
        assertThat(entered()).isEmpty();
    }

    private static CountableAward moved(CountableAward award) {
        return new CountableAward(
                award.sequence(),
                award.place() + 7,
                award.claim(),
                award.policy(),
                "another",
                award.decidedOn(),
                award.type(),
                award.keys(),
                award.applicant(),
                award.groups(),
                award.amount(),
                award.currency());
    }

    private List<CountableAward> entered() throws SQLException {
        return sql.query(
                "select %s from countable_award award order by sequence, place".formatted(CountableAward.COLUMNS),
                row -> CountableAward.read(row, 1));
    }

    private List<CountableAward> expected() throws SQLException {
        return sql
                .query(
                        "select content from ledger_entry where kind = 'DECISION' order by sequence",
                        row -> DecisionRows.of(Entry.read(row.getString(1))).countable())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private long number(String query) throws SQLException {
        return sql.query(query, row -> row.getLong(1)).get(0);
    }
}
