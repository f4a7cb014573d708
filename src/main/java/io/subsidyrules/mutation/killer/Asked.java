package io.subsidyrules.mutation.killer;

import io.subsidyrules.regression.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The request of a scenario: the day, the applicant, the claims and the awards before, as
 * maps, lists and single values.
 *
 * @param members as the scenario names them
 */
record Asked(Map<String, Object> members) {

    private static final String CLAIMS = "claims";

    static Asked of(Scenario scenario) {
        return new Asked(scenario.asked());
    }

    /** The value that a JSON pointer names; empty if there is none. */
    Optional<Object> at(String pointer) {
        Object value = members;
        for (String name : names(pointer)) {
            Object inner = null;
            if (value instanceof Map<?, ?> map) {
                inner = map.get(name);
            } else if (value instanceof List<?> list && isIndex(name, list)) {
                inner = list.get(Integer.parseInt(name));
            }
            if (inner == null) {
                return Optional.empty();
            }
            value = inner;
        }
        return Optional.of(value);
    }

    /** The claims; none if it has no list of them. */
    List<Object> claims() {
        return members.get(CLAIMS) instanceof List<?> list ? List.copyOf(list) : List.of();
    }

    /** The same with one more claim, of which the request says no id. */
    Asked withClaim(Object claim) {
        List<Object> more = new ArrayList<>(claims());
        more.add(claim);
        return new Asked(put(members, List.of(CLAIMS), Optional.of(more)));
    }

    /** The same with another value where a pointer points; a member on the way to it must be there. */
    Asked with(String pointer, Optional<Object> value) {
        return new Asked(put(members, names(pointer), value));
    }

    private static List<String> names(String pointer) {
        return List.of(pointer.substring(1).split("/"));
    }

    private static boolean isIndex(String name, List<?> list) {
        return name.matches("[0-9]{1,6}") && Integer.parseInt(name) < list.size();
    }

    private static Map<String, Object> put(Map<?, ?> map, List<String> names, Optional<Object> value) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((name, one) -> copy.put((String) name, one));
        String first = names.get(0);
        Optional<Object> changed = names.size() == 1
                ? value
                : Optional.ofNullable(copy.get(first))
                        .map(inner -> inner(inner, names.subList(1, names.size()), value));
        changed.ifPresentOrElse(one -> copy.put(first, one), () -> copy.remove(first));
        return copy;
    }

    private static Object inner(Object inner, List<String> names, Optional<Object> value) {
        if (inner instanceof Map<?, ?> map) {
            return put(map, names, value);
        }
        if (inner instanceof List<?> list && isIndex(names.get(0), list)) {
            List<Object> copy = new ArrayList<>(list);
            int index = Integer.parseInt(names.get(0));
            if (names.size() > 1) {
                copy.set(index, inner(copy.get(index), names.subList(1, names.size()), value));
            } else if (value.isPresent()) {
                copy.set(index, value.get());
            } else {
                copy.remove(index);
            }
            return copy;
        }
        return inner;
    }
}
