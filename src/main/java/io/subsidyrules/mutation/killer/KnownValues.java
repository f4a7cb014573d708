package io.subsidyrules.mutation.killer;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values that the scenarios of a folder have for each field, and their lists of earlier awards. */
final class KnownValues {

    private static final int MOST = 12;
    private static final String APPLICANT = "applicant";

    private final Map<String, Set<Object>> values = new LinkedHashMap<>();
    private final Set<Object> earlier = new LinkedHashSet<>();

    static KnownValues of(List<Asked> all) {
        KnownValues known = new KnownValues();
        for (Asked asked : all) {
            asked.at("/applicant").ifPresent(applicant -> known.add(APPLICANT, applicant));
            asked.claims().forEach(claim -> known.add(type(claim), claim));
            asked.at("/earlier").ifPresent(known.earlier::add);
        }
        return known;
    }

    /** The type of a claim. */
    static String type(Object claim) {
        return claim instanceof Map<?, ?> map && map.get("type") instanceof String type ? type : "";
    }

    private void add(String type, Object fact) {
        if (fact instanceof Map<?, ?> map) {
            map.forEach((name, value) -> values.computeIfAbsent(type + "." + name, first -> new LinkedHashSet<>())
                    .add(value));
        }
    }

    /** The values of a field of the applicant, or of a type of claim; some of them where there are many. */
    List<Object> of(String type, String field) {
        return values.getOrDefault((type.isEmpty() ? APPLICANT : type) + "." + field, Set.of()).stream()
                .limit(MOST)
                .toList();
    }

    /** The lists of earlier awards. */
    List<Object> earlier() {
        return earlier.stream().limit(MOST).toList();
    }
}
