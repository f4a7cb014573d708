package io.subsidyrules.recording;

import io.subsidyrules.ledger.Head;
import io.subsidyrules.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;

/** Counts what was awarded and is not revoked. */
@ApplicationScoped
public class StandingAwards {

    private static final String SQL = """
            with standing as (
                select award.item, left(award.division, 4) || '00' as city,
                       extract(month from entry.recorded_at at time zone ?)::int as month,
                       decision.applicant, award.amount
                from award
                join ledger_entry entry on entry.sequence = award.sequence
                join decision on decision.sequence = award.sequence
                where award.policy = ? and entry.recorded_at >= ? and entry.recorded_at < ? and award.sequence <= ?
                  and not exists (select from revoked_claim revoked
                                  where revoked.decision = award.sequence and revoked.claim in (award.claim, -1)
                                    and revoked.revocation <= ?))
            select item, grouping(city) = 0, city, grouping(month) = 0, month,
                   count(*), count(distinct applicant), coalesce(sum(amount), 0)
            from standing
            group by grouping sets ((item), (item, city), (item, month))
            order by item, city, month""";

    private final Database database;
    private final EntityManager entities;

    StandingAwards(Database database, EntityManager entities) {
        this.database = database;
        this.entities = entities;
    }

    /**
     * How much stands of an item.
     *
     * @param part of all of it, where it was awarded, or when
     * @param count awards, or entitlements without an amount
     * @param applicants that have them
     * @param amount in yuan
     */
    public record Sum(String item, Part part, long count, long applicants, BigDecimal amount) {}

    /** What a sum is over. */
    public sealed interface Part {

        /** All that was awarded in the time. */
        record All() implements Part {}

        /**
         * The awards in one city.
         *
         * @param division the code of GB/T 2260 of the city; empty where the applicant's was not known
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
     * @param upTo the last entry of the ledger that they count; empty where there is none at all
     * @param sums of each period
     */
    public record Sums(Optional<Head> upTo, Map<Period, List<Sum>> sums) {

        public Sums {
            sums = Map.copyOf(sums);
        }
    }

    /**
     * The sums of a policy's items, for what was decided in each of the periods.
     *
     * @param zone that of the months
     * @throws io.subsidyrules.storage.DatabaseAwayException where it cannot be read
     */
    public Sums of(String policy, Set<Period> periods, ZoneId zone) {
        return database.read(() -> entities.unwrap(Session.class).doReturningWork(connection -> {
            // The ledger only grows, so what is counted up to one entry is the same for all.
            Optional<Head> upTo = StoredEntry.last().map(StoredEntry::entry).map(Head::of);
            long last = upTo.map(Head::sequence).orElse(0L);
            Sql sql = new Sql(connection);
            Map<Period, List<Sum>> sums = new HashMap<>();
            for (Period period : periods) {
                sums.put(period, of(policy, period, last, zone, sql));
            }
            return new Sums(upTo, sums);
        }));
    }

    private static List<Sum> of(String policy, Period period, long last, ZoneId zone, Sql sql) throws SQLException {
        return sql.query(
                SQL,
                row -> new Sum(
                        row.getString(1),
                        row.getBoolean(2)
                                ? new Part.City(Optional.ofNullable(row.getString(3)))
                                : row.getBoolean(4) ? new Part.Month(row.getInt(5)) : new Part.All(),
                        row.getLong(6),
                        row.getLong(7),
                        row.getBigDecimal(8)),
                zone.getId(),
                policy,
                period.from().atOffset(ZoneOffset.UTC),
                period.until().atOffset(ZoneOffset.UTC),
                last,
                last);
    }
}
