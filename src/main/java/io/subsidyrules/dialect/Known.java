package io.subsidyrules.dialect;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The types that the files of a policy can name.
 *
 * @param enumsOfConstant by the name of a constant, the enums that have it
 * @param partial the names of those of which a part could not be read: what is missing there is no second fault
 * @param complete whether all files could be read; otherwise an unknown name may stand in one of the others
 */
record Known(
        Map<String, FactType> types,
        Map<String, EnumType> enums,
        Map<String, List<String>> enumsOfConstant,
        Set<String> partial,
        boolean complete) {

    static Known of(Map<String, FactType> types, Map<String, EnumType> enums, Set<String> partial, boolean complete) {
        Map<String, List<String>> byConstant = enums.values().stream()
                .flatMap(type -> type.constants().stream())
                .collect(Collectors.groupingBy(
                        Constant::name, TreeMap::new, Collectors.mapping(Constant::enumName, Collectors.toList())));
        return new Known(types, enums, byConstant, partial, complete);
    }

    /** Whether a name that this type does not have is a fault of its own. */
    boolean isWhole(String type) {
        return !partial.contains(type);
    }
}
