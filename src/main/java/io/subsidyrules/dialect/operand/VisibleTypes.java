package io.subsidyrules.dialect.operand;

import io.subsidyrules.dialect.lookup.TableBinder;
import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.EnumType;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.fault.Place;
import io.subsidyrules.fault.Spelling;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The types that the files of a policy can name.
 *
 * @param enumsOfConstant by the name of a constant, the enums that have it
 * @param partial the names of those of which a part could not be read: what is missing there is no second fault
 * @param everywhere where types and enums of all policies are declared, by name
 * @param complete whether all files could be read; otherwise an unknown name may be in one of the others
 * @param tables the tables and lists of the policy
 */
public record VisibleTypes(
        Map<String, FactType> types,
        Map<String, EnumType> enums,
        Map<String, List<String>> enumsOfConstant,
        Set<String> partial,
        Map<String, Place> everywhere,
        boolean complete,
        TableBinder tables) {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(VisibleTypes.class);

    /** Those that a policy can name. */
    public static VisibleTypes of(
            Map<String, FactType> types,
            Map<String, EnumType> enums,
            Set<String> partial,
            Map<String, Place> everywhere,
            boolean complete,
            TableBinder tables) {
        Map<String, List<String>> byConstant = enums.values().stream()
                .flatMap(type -> type.constants().stream())
                .collect(Collectors.groupingBy(
                        Constant::name, TreeMap::new, Collectors.mapping(Constant::enumName, Collectors.toList())));
        return new VisibleTypes(types, enums, byConstant, partial, everywhere, complete, tables);
    }

    /** The remedy for the name of a type that is not known here: where it is declared, or what it probably means. */
    public Supplier<Text> remedy(String name, Collection<String> here) {
        Place place = everywhere.get(name);
        return place == null ? Spelling.remedy(name, here) : () -> TEXTS.text("declaredElsewhere", place);
    }

    /** Whether a name that this type does not have is a fault of its own. */
    public boolean isWhole(String type) {
        return !partial.contains(type);
    }
}
