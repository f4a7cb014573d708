package io.subsidyrules.recording.project;

import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.project.AwardQuery;
import io.subsidyrules.engine.project.RecordedAward;
import io.subsidyrules.recording.store.AwardScope;
import io.subsidyrules.recording.store.CountableAward;
import io.subsidyrules.recording.store.Sql;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The awards in force that the limits of a transaction's decisions count. Where no limit asks for any, nothing is
 * looked up.
 */
public final class CountableAwards {

    /** No request is as of an earlier day. */
    private static final LocalDate EVER = LocalDate.of(1, 1, 1);

    private static final String LOOK_UP = """
            select decision.id, %s
            from unnest(?::%s[], ?::text[], ?::text[], ?::date[]) as asked (value, policy, item, since)
            join countable_award award
              on award.form = ? and %s
                 and award.policy = asked.policy and award.item = asked.item and award.decided_on >= asked.since
            join decision on decision.sequence = award.sequence
            where not exists (select from revoked_claim revoked
                              where revoked.decision = award.sequence and revoked.claim in (award.claim, -1))""";

    private final SortedMap<Place, Known> known = new TreeMap<>();
    private final Map<AwardScope, List<Known>> byScope = new HashMap<>();
    private boolean asked;

    /** The place of an award in the ledger. */
    private record Place(long sequence, int place) implements Comparable<Place> {

        static Place of(CountableAward award) {
            return new Place(award.sequence(), award.place());
        }

        @Override
        public int compareTo(Place other) {
            int bySequence = Long.compare(sequence, other.sequence);
            return bySequence == 0 ? Integer.compare(place, other.place) : bySequence;
        }
    }

    /** An award, in force until it is revoked. */
    private static final class Known {

        private final CountableAward award;
        private final UUID decision;
        private boolean inForce = true;

        Known(CountableAward award, UUID decision) {
            this.award = award;
            this.decision = decision;
        }
    }

    /** An award that a request's limits count, with what its queries asked by. */
    private static final class Counted {

        private final Known known;
        private final Map<String, Object> groups = new HashMap<>();
        private Optional<String> applicant = Optional.empty();

        Counted(Known known) {
            this.known = known;
        }

        void foundBy(AwardQuery.Scope scope) {
            if (scope instanceof AwardQuery.OfApplicant of) {
                applicant = Optional.of(of.id());
            } else if (scope instanceof AwardQuery.OfGroup of) {
                groups.put(of.field(), of.value());
            }
        }
    }

    /** The columns of a statement: a row for each item that a query asks for. */
    private static final class Columns {

        private final List<Object> values = new ArrayList<>();
        private final List<String> policies = new ArrayList<>();
        private final List<String> items = new ArrayList<>();
        private final List<LocalDate> since = new ArrayList<>();

        void add(AwardScope scope, AwardQuery query) {
            for (AwardQuery.Item item : query.items()) {
                values.add(scope.value());
                policies.add(item.policy());
                items.add(item.id());
                since.add(query.since().filter(EVER::isBefore).orElse(EVER));
            }
        }
    }

    /** Loads the awards in force that queries ask for. */
    public void load(Collection<AwardQuery> queries, Sql sql) throws SQLException {
        asked = asked || !queries.isEmpty();
        Map<AwardScope.Kind, Columns> columns = new EnumMap<>(AwardScope.Kind.class);
        for (AwardQuery query : queries.stream().distinct().toList()) {
            AwardScope scope = AwardScope.of(query.scope());
            columns.computeIfAbsent(scope.kind(), none -> new Columns()).add(scope, query);
        }
        for (Map.Entry<AwardScope.Kind, Columns> one : columns.entrySet()) {
            AwardScope.Kind kind = one.getKey();
            Columns of = one.getValue();
            sql.query(
                    lookUp(kind),
                    row -> {
                        add(CountableAward.read(row, 2), row.getObject(1, UUID.class));
                        return true;
                    },
                    new Sql.Values(kind.type(), of.values),
                    new Sql.Values("text", of.policies),
                    new Sql.Values("text", of.items),
                    new Sql.Values("date", of.since),
                    CountableAward.FORM);
        }
    }

    /** The statement that looks up the awards of one kind of scope. */
    static String lookUp(AwardScope.Kind kind) {
        return LOOK_UP.formatted(CountableAward.COLUMNS, kind.type(), kind.condition());
    }

    private void add(CountableAward award, UUID decision) {
        Known fresh = new Known(award, decision);
        if (known.putIfAbsent(Place.of(award), fresh) == null) {
            for (AwardScope scope : award.scopes()) {
                byScope.computeIfAbsent(scope, none -> new ArrayList<>()).add(fresh);
            }
        }
    }

    /** Takes in the awards of a decision of the transaction, which the next ones count. */
    public void award(UUID decision, List<CountableAward> awards) {
        if (asked) {
            awards.forEach(award -> add(award, decision));
        }
    }

    /** Takes the awards of a decision, or of one claim of it, out of force. */
    public void revoke(UUID decision, Optional<Integer> claim) {
        for (Known one : known.values()) {
            if (one.decision.equals(decision)
                    && claim.map(of -> of == one.award.claim()).orElse(true)) {
                one.inForce = false;
            }
        }
    }

    /**
     * The awards in force that the queries of one request ask for, in the order of the ledger.
     *
     * @param ruleset the one that decides, whose clauses they have
     */
    public List<RecordedAward> counted(List<AwardQuery> queries, Ruleset ruleset) {
        SortedMap<Place, Counted> counted = new TreeMap<>();
        for (AwardQuery query : queries) {
            for (Known one : byScope.getOrDefault(AwardScope.of(query.scope()), List.of())) {
                if (one.inForce && one.award.isAskedBy(query)) {
                    counted.computeIfAbsent(Place.of(one.award), place -> new Counted(one))
                            .foundBy(query.scope());
                }
            }
        }
        if (counted.isEmpty()) {
            return List.of();
        }
        RecordedAwards awards = new RecordedAwards(ruleset);
        return counted.values().stream()
                .filter(one -> awards.isOfItsCurrency(one.known.award))
                .map(one -> awards.of(
                        one.known.decision,
                        one.known.award,
                        one.applicant.orElse(one.known.award.applicant()),
                        one.groups))
                .toList();
    }
}
