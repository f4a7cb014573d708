package io.subsidyrules.engine.limit;

import io.subsidyrules.dialect.model.AwardChoice;
import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.Values;
import io.subsidyrules.engine.project.AwardQuery;
import io.subsidyrules.engine.project.RecordedAward;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which recorded awards a choice comes to, for one applicant. */
record AwardMatch(AwardChoice choice, Fact applicant) {

    private static final String ID = "id";

    /** The field of the applicant that says whose awards they are; none where they are those for a project. */
    Optional<Field> owner() {
        if (choice.scope() instanceof AwardChoice.OfGroup group) {
            return Optional.of(group.field().field());
        }
        return choice.scope() instanceof AwardChoice.OfProject
                ? Optional.empty()
                : applicant.type().field(ID);
    }

    /** Whether an award is one of them; for which project it is, is not looked at. */
    boolean includes(RecordedAward award) {
        if (!choice.items().contains(new AwardChoice.Item(award.policy(), award.item()))
                || !choice.window().contains(award.decidedOn(), applicant.asOf())) {
            return false;
        }
        if (choice.scope() instanceof AwardChoice.OfProject) {
            return true;
        }
        Object own = owner().map(applicant::value).orElse(null);
        Object other = choice.scope() instanceof AwardChoice.OfGroup group
                ? award.groups().get(group.field().field().name())
                : award.applicant();
        return own != null && other != null && Values.canonical(own).equals(Values.canonical(other));
    }

    /**
     * The queries for them; none where it is not known whose they are.
     *
     * @param claims those of the request
     * @param concerned whether a claim's project is asked for
     */
    List<AwardQuery> queries(List<Fact> claims, Predicate<Fact> concerned) {
        Set<AwardQuery.Item> items = choice.items().stream()
                .map(item -> new AwardQuery.Item(item.policy(), item.id()))
                .collect(Collectors.toSet());
        Optional<LocalDate> since = choice.window().since(applicant.asOf());
        if (items.isEmpty()) {
            return List.of();
        }
        if (choice.scope() instanceof AwardChoice.OfProject) {
            return claims.stream()
                    .filter(concerned)
                    .flatMap(claim -> keys(claim).stream())
                    .map(keys -> new AwardQuery(new AwardQuery.OfProject(keys), items, since))
                    .distinct()
                    .toList();
        }
        return owner()
                .flatMap(field -> Optional.ofNullable(applicant.value(field)).map(value -> scope(field, value)))
                .map(scope -> new AwardQuery(scope, items, since))
                .stream()
                .toList();
    }

    private AwardQuery.Scope scope(Field field, Object value) {
        return choice.scope() instanceof AwardChoice.OfGroup
                ? new AwardQuery.OfGroup(field.name(), stated(value))
                : new AwardQuery.OfApplicant((String) value);
    }

    /** The values of a claim's key fields by their names; empty where one is unknown. */
    static Optional<Map<String, Object>> keys(Fact claim) {
        Map<String, Object> keys = new HashMap<>();
        for (Field key : claim.type().keys()) {
            Object value = claim.value(key);
            if (value == null) {
                return Optional.empty();
            }
            keys.put(key.name(), stated(value));
        }
        return Optional.of(keys);
    }

    /** The value as a request states it: of a constant the name. */
    private static Object stated(Object value) {
        return value instanceof Constant constant ? constant.name() : value;
    }
}
