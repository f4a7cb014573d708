package io.subsidyrules.recording.project;

import io.subsidyrules.codes.DivisionCodes;
import io.subsidyrules.ledger.Head;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.recording.store.LedgerTimes;
import io.subsidyrules.recording.store.Sql;
import io.subsidyrules.recording.store.StoredEntry;
import io.subsidyrules.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;

/** Counts what was awarded and is not revoked. */
@ApplicationScoped
public class AwardSums {

    /** A policy's awards in its currency between two entries that are in force at a third one. */
    private static final String AWARDS = "from award join decision using (sequence)";

    private static final String IN_FORCE = """
            where award.policy = ? and (award.amount is null or coalesce(award.currency, 'CNY') = ?)
              and award.sequence between ? and ?
              and not exists (select from revoked_claim revoked
                              where revoked.decision = award.sequence and revoked.claim in (award.claim, -1)
                                and revoked.revocation <= ?)
              and (? or award.division = any (?)
                   or (award.division ~ '^[0-9]{6}$'
                       and array[left(award.division, 4) || '00', left(award.division, 2) || '0000'] && ?))""";

    private static final String TOTALS = """
            select item, count(*), count(distinct applicant), coalesce(sum(amount), 0)
            %s %s group by item""".formatted(AWARDS, IN_FORCE);

    /** Months by the entries that they begin with. */
    private static final String PARTS = """
            with city_of (division, city) as (select * from unnest(?::text[], ?::text[])),
            in_force as (
                select item, case when ? then city_of.city else left(division, 4) || '00' end as city,
                       width_bucket(sequence, ?) as month, applicant, amount
                %s left join city_of using (division)
                %s)
            select item, count(*), count(distinct applicant), coalesce(sum(amount), 0),
                   grouping(city) = 0, city, grouping(month) = 0, month
            from in_force
            group by grouping sets ((item), (item, city), (item, month))
            order by item, city, month""".formatted(AWARDS, IN_FORCE);

    private final Database database;
    private final EntityManager entities;

    AwardSums(Database database, EntityManager entities) {
        this.database = database;
        this.entities = entities;
    }

    /**
     * The amount of an item that is in force.
     *
     * @param part of all of it, where it was awarded, or when
     * @param count awards, or entitlements without an amount
     * @param applicants that have them
     * @param amount in the currency of the policy
     */
    public record Sum(String item, Part part, long count, long applicants, BigDecimal amount) {}

    /** The range of a sum. */
    public sealed interface Part {

        /** All that was awarded in the time. */
        record All() implements Part {}

        /**
         * The awards in one city.
         *
         * @param division the code of GB/T 2260 of the city; empty if the applicant's was not known, or is that of no
         *     city
         */
        record City(Optional<String> division) implements Part {}

        /**
         * The awards of one month.
         *
         * @param number 1 to 12
         */
        record Month(int number) implements Part {}
    }

    /**
     * A time.
     *
     * @param until not included
     */
    public record Period(Instant from, Instant until) {}

    /**
     * Sums that belong together.
     *
     * @param upTo the last entry of the ledger that they count; empty if there is none at all
     * @param year those of the year, with its parts
     * @param totals those of each other period as a whole
     */
    public record Sums(Optional<Head> upTo, List<Sum> year, Map<Period, List<Sum>> totals) {

        public Sums {
            year = List.copyOf(year);
            totals = Map.copyOf(totals);
        }
    }

    /**
     * The sums of a policy's items, for what was decided in a year and in each of some other periods. Awards in another
     * currency than the policy has now are not summed up.
     *
     * @param zone where the year begins and its months do
     * @param divisions which city a division counts to; without it the first four digits say so
     * @param within codes of divisions, of which alone and of those below them awards are counted; empty for all
     * @throws io.subsidyrules.storage.DatabaseAwayException where it cannot be read
     */
    public Sums of(
            String policy,
            Currency currency,
            Year year,
            Set<Period> periods,
            ZoneId zone,
            Optional<DivisionCodes> divisions,
            Set<String> within) {
        return database.readLong(() -> entities.unwrap(Session.class).doReturningWork(connection -> {
            // The ledger only grows, so what is counted up to one entry is the same for all.
            Optional<Head> upTo = StoredEntry.last().map(StoredEntry::entry).map(Head::of);
            long last = upTo.map(Head::sequence).orElse(0L);
            Sql sql = new Sql(connection);
            Map<Period, List<Sum>> totals = new HashMap<>();
            for (Period period : periods) {
                totals.put(period, totals(policy, currency, period, last, within, sql));
            }
            return new Sums(upTo, parts(policy, currency, year, zone, divisions, last, within, sql), totals);
        }));
    }

    public static List<Sum> totals(
            String policy, Currency currency, Period period, long last, Set<String> within, Sql sql)
            throws SQLException {
        return sql.query(
                TOTALS,
                row -> sum(row, new Part.All()),
                policy,
                currency.code(),
                first(period.from(), sql),
                Math.min(last, LedgerTimes.before(period.until(), sql)),
                last,
                within.isEmpty(),
                texts(within),
                texts(within));
    }

    public static List<Sum> parts(
            String policy,
            Currency currency,
            Year year,
            ZoneId zone,
            Optional<DivisionCodes> divisions,
            long last,
            Set<String> within,
            Sql sql)
            throws SQLException {
        Map<String, String> cities = divisions.map(DivisionCodes::cities).orElse(Map.of());
        List<Long> months = new ArrayList<>();
        for (Month month : Month.values()) {
            months.add(first(start(year.atMonth(month), zone), sql));
        }
        long end = LedgerTimes.before(start(year.plusYears(1).atMonth(Month.JANUARY), zone), sql);
        return sql.query(
                PARTS,
                row -> sum(row, part(row)),
                new Sql.Values("text", List.copyOf(cities.keySet())),
                new Sql.Values("text", List.copyOf(cities.values())),
                divisions.isPresent(),
                new Sql.Values("int8", months),
                policy,
                currency.code(),
                months.get(0),
                Math.min(last, end),
                last,
                within.isEmpty(),
                texts(within),
                texts(within));
    }

    private static Sql.Values texts(Set<String> texts) {
        return new Sql.Values("text", List.copyOf(texts));
    }

    private static Instant start(YearMonth month, ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }

    private static long first(Instant time, Sql sql) throws SQLException {
        return LedgerTimes.since(time, sql).orElse(Long.MAX_VALUE);
    }

    private static Sum sum(ResultSet row, Part part) throws SQLException {
        return new Sum(row.getString(1), part, row.getLong(2), row.getLong(3), row.getBigDecimal(4));
    }

    private static Part part(ResultSet row) throws SQLException {
        if (row.getBoolean(5)) {
            return new Part.City(Optional.ofNullable(row.getString(6)));
        }
        return row.getBoolean(7) ? new Part.Month(row.getInt(8)) : new Part.All();
    }
}
